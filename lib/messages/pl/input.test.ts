import { expect, test } from 'vitest'
import type { DateParse } from '@/lib/format/dates'
import type { AmountParse } from '@/lib/format/money'
import type { PhoneParse } from '@/lib/format/phone'
import type {
  EdoreczeniaReason,
  IbanReason,
  IdentityCardReason,
  KrsReason,
  NipReason,
  OtherDocumentReason,
  PeselReason,
  PostcodeReason,
  RegonReason,
  TerytReason,
} from '@/lib/identifiers'
import { inputMessages } from '@/lib/messages/pl/input'

type ReasonOf<T> = Extract<T, { ok: false }> extends { reason: infer Reason extends string } ? Reason : never

/** The compiler is the test: a reason without words, or words for a reason nobody gives, does not build. */
const complete = inputMessages satisfies {
  date: Record<ReasonOf<DateParse>, string>
  money: Record<ReasonOf<AmountParse>, string>
  quantity: Record<ReasonOf<AmountParse>, string>
  phone: Record<ReasonOf<PhoneParse>, string>
  pesel: Record<PeselReason, string>
  nip: Record<NipReason, string>
  regon: Record<RegonReason, string>
  krs: Record<KrsReason, string>
  terc: Record<TerytReason, string>
  postcode: Record<PostcodeReason, string>
  edoreczenia: Record<EdoreczeniaReason, string>
  identityCard: Record<IdentityCardReason, string>
  otherDocument: Record<OtherDocumentReason, string>
  account: Record<IbanReason, string>
}

test('every message is a whole sentence', () => {
  const texts = Object.values(complete).flatMap((field) => Object.values(field))
  expect(texts.filter((text) => !/^\p{Lu}.+\.$/u.test(text))).toEqual([])
})
