import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { parsePhone } from '@/lib/format/phone'
import { checkPesel, type Pesel } from '@/lib/identifiers'
import { LegalBasis as bases, type LegalBasis } from '@/lib/platform/generated/prisma/enums'
import {
  birthDate,
  flag,
  line,
  many,
  optional,
  pastDate,
  personName,
  prose,
  uuid,
  version,
} from '@/lib/platform/input'

const pesel = () =>
  z.string().transform((text, ctx) => {
    const checked = checkPesel(text)
    if (checked.ok) return checked.value
    ctx.addIssue({ code: 'custom', message: `pesel.${checked.reason}` })
    return z.NEVER
  })

const phone = () =>
  z.string().transform((text, ctx) => {
    const parsed = parsePhone(text)
    if (parsed.ok) return parsed.value
    ctx.addIssue({ code: 'custom', message: `phone.${parsed.reason}` })
    return z.NEVER
  })

export const personFields = {
  givenName: personName(),
  familyName: personName(),
  relationKey: line(40),
  bornOn: optional(birthDate()),
  pesel: optional(pesel()),
  phone: optional(phone()),
}

type Born = { bornOn: IsoDate | null; pesel: Pesel | null }

/** PESEL and birth date say the same day, or one of them says it. */
export const withBirth = <P extends Born>(p: P, ctx: z.RefinementCtx): P => {
  if (p.pesel && p.bornOn && p.pesel.birthOn !== p.bornOn)
    ctx.addIssue({ code: 'custom', path: ['bornOn'], message: 'bornOnPesel' })
  return { ...p, bornOn: p.bornOn ?? p.pesel?.birthOn ?? null }
}

const person = z.strictObject(personFields).transform(withBirth)

export type ReferralPersonInput = z.output<typeof person>

export const isFilled = (row: unknown): boolean =>
  typeof row === 'object' &&
  row !== null &&
  ['givenName', 'familyName', 'pesel', 'bornOn', 'phone'].some(
    (k) => String((row as Record<string, unknown>)[k] ?? '').trim() !== '',
  )

/** Rows of the form that were left empty are no persons; the others keep their place, so that errors find them. */
const blanks = (rows: unknown): unknown =>
  Array.isArray(rows) ? rows.map((row: unknown) => (isFilled(row) ? row : null)) : []

const people = () =>
  z
    .preprocess(blanks, z.array(person.nullable()).max(20, 'tooLong'))
    .transform((rows) => rows.filter((row) => row !== null))

const sheet = {
  teamId: uuid(),
  subject: z.enum(['family', 'person', 'environment'], { error: 'choose' }),
  familyLabel: line(120),
  reasonKeys: many(line(60)),
  situation: optional(prose(4000)),
  exhaustedMeans: optional(prose(4000)),
  legalBasis: optional(z.enum(Object.keys(bases) as [LegalBasis, ...LegalBasis[]], { error: 'choose' })),
  preConsentOn: optional(pastDate()),
  people: people(),
  /** Violence suspected: answered each time the sheet is sent, written where only the mark `nk` reads it. */
  violence: optional(z.enum(['no', 'yes'], { error: 'choose' })),
  /** With a suspicion (domain 8.2 c): the Blue Card procedure instead of the cooperation, or beside it. */
  nkRoute: optional(z.enum(['instead', 'parallel'], { error: 'choose' })),
  /** "The procedure is started, I know what to do": without it a sheet with a suspicion is not sent. */
  nkStarted: flag(),
  submit: flag(),
}

type Rule = { readonly path: string; readonly message: string; readonly kept: (s: Sheet) => boolean }
/** What is known of a sheet while other fields of it are still wrong. */
type Sheet = Partial<Record<keyof typeof sheet, unknown>>

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** What must be there before the sheet is sent (domain 4.2, row 2); a draft may lack all of it. */
const rules: readonly Rule[] = [
  { path: 'violence', message: 'choose', kept: (s) => !isEmpty(s.violence) },
  { path: 'nkRoute', message: 'choose', kept: (s) => s.violence !== 'yes' || !isEmpty(s.nkRoute) },
  {
    path: 'nkStarted',
    message: 'nkStartedNeeded',
    kept: (s) => s.violence !== 'yes' || Boolean(s.nkStarted),
  },
  { path: 'reasonKeys', message: 'reasonNeeded', kept: (s) => !isEmpty(s.reasonKeys) },
  { path: 'exhaustedMeans', message: 'exhaustedMeansNeeded', kept: (s) => !isEmpty(s.exhaustedMeans) },
  {
    path: 'legalBasis',
    message: 'basisNeeded',
    kept: (s) => !isEmpty(s.legalBasis) || !isEmpty(s.preConsentOn),
  },
  {
    path: 'people.0.givenName',
    message: 'personNeeded',
    kept: (s) => s.subject === 'environment' || !isEmpty(s.people),
  },
  {
    path: 'people.0.givenName',
    message: 'noPersonInEnvironment',
    kept: (s) => s.subject !== 'environment' || isEmpty(s.people),
  },
  {
    path: 'people.1.givenName',
    message: 'onePersonOnly',
    kept: (s) => s.subject !== 'person' || !Array.isArray(s.people) || s.people.length <= 1,
  },
]

/** Says all that is missing at once, also while a value elsewhere is wrong. */
const complete = <S extends z.ZodType>(schema: S): S =>
  rules.reduce(
    (all, { path, message, kept }) =>
      all.refine((value) => !(value as Sheet).submit || kept(value as Sheet), {
        path: [path],
        message,
        when: () => true,
      }),
    schema,
  )

/** The id is made with the empty form, so that a form sent twice makes one referral. */
export const createInput = complete(z.strictObject({ ...sheet, id: uuid() }))
export const editInput = complete(z.strictObject({ ...sheet, id: uuid(), version: version() }))
export type ReferralSheet = z.output<typeof createInput>
