import { z } from 'zod'
import { type DataCategory, dataCategories } from '@/lib/catalogue'
import type { Pair } from '@/lib/consents/state'
import { date, flag, many, optional, pastDate, prose, uuid } from '@/lib/platform/input'

/** On paper, told and noted in the minutes, by e-Doręczenia. */
export const channels = ['paper', 'oral_noted', 'edoreczenia'] as const
export type Channel = (typeof channels)[number]

export const channel = () => z.enum(channels, { error: 'choose' })
export const category = () => z.enum(dataCategories as readonly DataCategory[], { error: 'choose' })

/** `institution:CATEGORY`, the value of a box of the matrix. */
export const pairValue = ({ institutionId, category: name }: Pair): string => `${institutionId}:${name}`

const pair = () =>
  z.string().transform((text, ctx): Pair => {
    const [institutionId = '', name = ''] = text.split(':')
    const read = z.strictObject({ institutionId: uuid(), category: category() })
    const parsed = read.safeParse({ institutionId, category: name })
    if (parsed.success) return parsed.data
    ctx.addIssue({ code: 'custom', message: 'choose' })
    return z.NEVER
  })

export const pairs = () => many(pair())

/** agree: to all that is proposed; exceptions: to what is ticked for this person; later: no answer yet. */
export const answerKinds = ['agree', 'exceptions', 'refuse', 'later'] as const

const answer = z.strictObject({
  personId: uuid(),
  /** A person of the case, or `court` where a court decision stands for the guardians. */
  signer: z.union([z.literal('court'), uuid()], { error: 'choose' }),
  answer: z.preprocess((v) => v ?? 'later', z.enum(answerKinds, { error: 'choose' })),
  scope: pairs(),
  /** The answer that the form showed as the one in force: another one since then makes this form stale. */
  current: optional(uuid()),
})

export const recordInput = z
  .strictObject({
    caseId: uuid(),
    scope: pairs(),
    answers: z.array(answer).min(1, 'choose').max(40, 'tooLong'),
    givenOn: pastDate(),
    channel: channel(),
    /** The information clause was handed over together with the consent. */
    clause: flag(),
  })
  .superRefine((input, ctx) => {
    if (input.answers.every((a) => a.answer === 'later'))
      ctx.addIssue({ code: 'custom', path: ['answers.0.answer'], message: 'answerNeeded' })
  })

export type RecordInput = z.output<typeof recordInput>
export type Answer = RecordInput['answers'][number]

export const withdrawInput = z.strictObject({
  caseId: uuid(),
  consentId: uuid(),
  /** Empty: the whole consent. */
  institutionId: optional(uuid()),
  channel: channel(),
})

/** Consent is not a statutory basis: it has its own form. */
const bases = ['UPS100', 'UWR', 'UPD_9c', 'ZYWOTNY_INTERES', 'OBOWIAZEK_PRAWNY'] as const
export type StatutoryBasis = (typeof bases)[number]

export const basisInput = z
  .strictObject({
    caseId: uuid(),
    /** Empty: everybody who takes part, or the whole environment. */
    personId: optional(uuid()),
    institutionId: uuid(),
    categories: many(category()).refine((list) => list.length > 0, 'choose'),
    basis: z.enum(bases, { error: 'choose' }),
    note: prose(1000),
    startsOn: date(),
    endsOn: optional(date()),
  })
  .refine((input) => input.endsOn === null || input.endsOn >= input.startsOn, {
    path: ['endsOn'],
    message: 'dateOrder',
  })

export const endBasisInput = z.strictObject({ caseId: uuid(), basisId: uuid() })

export const clauseInput = z.strictObject({
  caseId: uuid(),
  personIds: many(uuid()).refine((list) => list.length > 0, 'choose'),
  deliveredOn: pastDate(),
  channel: channel(),
})
