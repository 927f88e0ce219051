export { namesCase } from '@/lib/identifiers/case-number'
export type { Check } from '@/lib/identifiers/check'
export { checkEdoreczenia, type EdoreczeniaReason } from '@/lib/identifiers/edoreczenia'
export { checkIban, formatAccount, type IbanReason } from '@/lib/identifiers/iban'
export {
  checkIdentityCard,
  checkOtherDocument,
  type IdentityCardReason,
  type OtherDocumentReason,
} from '@/lib/identifiers/id-document'
export { checkKrs, type KrsReason } from '@/lib/identifiers/krs'
export { checkNip, formatNip, type NipReason } from '@/lib/identifiers/nip'
export {
  checkPesel,
  maskPesel,
  type Pesel,
  type PeselReason,
  type Sex,
} from '@/lib/identifiers/pesel'
export { checkPostcode, type PostcodeReason } from '@/lib/identifiers/postcode'
export { checkRpwdl, checkRspo } from '@/lib/identifiers/registers'
export { checkRegon, type RegonReason } from '@/lib/identifiers/regon'
export {
  checkTerc,
  type GminaKind,
  isCityWithPowiatRights,
  type Terc,
  type TerytReason,
} from '@/lib/identifiers/teryt'
