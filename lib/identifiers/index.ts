export type { Check } from '@/lib/identifiers/check'
export { checkEdoreczenia, type EdoreczeniaReason, normaliseEdoreczenia } from '@/lib/identifiers/edoreczenia'
export { checkIban, formatAccount, type IbanReason, normaliseIban } from '@/lib/identifiers/iban'
export {
  checkIdentityCard,
  checkOtherDocument,
  type IdentityCardReason,
  normaliseIdDocument,
  type OtherDocumentReason,
} from '@/lib/identifiers/id-document'
export { checkKrs, type KrsReason, normaliseKrs } from '@/lib/identifiers/krs'
export { checkNip, formatNip, type NipReason, normaliseNip } from '@/lib/identifiers/nip'
export {
  checkPesel,
  maskPesel,
  normalisePesel,
  type Pesel,
  type PeselReason,
  type Sex,
} from '@/lib/identifiers/pesel'
export { checkPostcode, normalisePostcode, type PostcodeReason } from '@/lib/identifiers/postcode'
export { checkRegon, normaliseRegon, type RegonReason } from '@/lib/identifiers/regon'
export {
  checkTerc,
  type GminaKind,
  isCityWithPowiatRights,
  normaliseTerc,
  type Terc,
  type TerytReason,
} from '@/lib/identifiers/teryt'
