import { z } from 'zod'
import { relations } from '@/lib/catalogue'
import { papersInput, saneDocument } from '@/lib/families/papers'
import { parsePhone } from '@/lib/format/phone'
import { checkPesel, checkPostcode } from '@/lib/identifiers'
import { today } from '@/lib/platform/clock'
import {
  birthDate,
  flag,
  line,
  many,
  optional,
  pastDate,
  personName,
  prose,
  read,
  uuid,
  version,
} from '@/lib/platform/input'

/** A number with its checksum, and what it says. */
export const pesel = () => read('pesel', checkPesel)
const phone = () => read('phone', parsePhone)
const postcode = () => read('postcode', checkPostcode)
/** A word of the dictionary for what somebody is to the main person. */
export const relationKey = () =>
  z.string({ error: 'choose' }).refine((key) => relations().some((r) => r.key === key), 'choose')

/** PESEL and birth date say the same day, or one of them says it. */
const sameBirth = <T extends { bornOn: string | null; pesel: { birthOn: string } | null }>(
  person: T,
  ctx: z.RefinementCtx,
): void => {
  if (person.pesel && person.bornOn && person.pesel.birthOn !== person.bornOn)
    ctx.addIssue({ code: 'custom', path: ['bornOn'], message: 'bornOnPesel' })
  else if (person.pesel && person.pesel.birthOn > today())
    ctx.addIssue({ code: 'custom', path: ['pesel'], message: 'dateFuture' })
}

/** Whose consent counts: for a child and for an adult under guardianship the guardians sign (domain 4.2). */
const place = {
  relationKey: relationKey(),
  livesTogether: flag(),
  /** Since when in this family. */
  since: optional(pastDate()),
  takesPart: flag(),
  guardianIds: many(uuid()),
  underGuardianship: flag(),
  guardianConflict: flag(),
  courtDecision: optional(line(300)),
}

const contact = {
  givenName: personName(),
  familyName: personName(),
  phone: optional(phone()),
  contactNote: optional(prose(500)),
}

const added = z
  .strictObject({ ...contact, ...place, bornOn: optional(birthDate()), pesel: optional(pesel()) })
  .superRefine((person, ctx) => {
    sameBirth(person, ctx)
    if (!person.pesel && !person.bornOn)
      ctx.addIssue({ code: 'custom', path: ['bornOn'], message: 'bornOnNeeded' })
  })
  .transform((p) => ({ ...p, bornOn: p.bornOn ?? p.pesel?.birthOn ?? null }))

const mended = z.strictObject({
  ...contact,
  ...place,
  personId: uuid(),
  version: version(),
  leftOn: optional(pastDate()),
  /** Put in first place instead of the person who stands there. */
  main: flag(),
})

/** Rows of the form that were left empty are no persons. */
const filled = (rows: unknown): unknown =>
  Array.isArray(rows)
    ? rows.filter(
        (row) =>
          typeof row === 'object' &&
          row !== null &&
          ['givenName', 'familyName', 'pesel', 'bornOn'].some(
            (key) => String((row as Record<string, unknown>)[key] ?? '').trim() !== '',
          ),
      )
    : []

export const editInput = z
  .strictObject({
    caseId: uuid(),
    added: z.preprocess(filled, z.array(added).max(12, 'tooLong')),
    mended: z.preprocess((rows) => rows ?? [], z.array(mended).max(12, 'tooLong')),
  })
  .refine((input) => input.added.length + input.mended.length > 0, {
    path: ['added.0.givenName'],
    message: 'required',
  })

export const identityInput = z
  .strictObject({
    caseId: uuid(),
    personId: uuid(),
    version: version(),
    bornOn: optional(birthDate()),
    pesel: optional(pesel()),
    sex: optional(z.enum(['female', 'male'], { error: 'choose' })),
    diedOn: optional(pastDate()),
    /** The recorded number is somebody else's: take it off. */
    removePesel: flag(),
    ...papersInput,
    street: optional(line(200)),
    postcode: optional(postcode()),
    city: optional(line(100)),
  })
  .superRefine(sameBirth)
  .superRefine(({ bornOn, diedOn }, ctx) => {
    if (bornOn && diedOn && diedOn < bornOn)
      ctx.addIssue({ code: 'custom', path: ['diedOn'], message: 'dateBeforeBirth' })
  })
  .superRefine(saneDocument)

export type AddedMember = z.output<typeof added>
export type MendedMember = z.output<typeof mended>
export type IdentityInput = z.output<typeof identityInput>
