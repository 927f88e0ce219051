import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { disclosureLevels, needsText, noteKinds, participations, recommendations } from '@/lib/notes/kinds'
import { invalid } from '@/lib/platform/errors'
import { date, optional, prose, uuid } from '@/lib/platform/input'

/** What a note says, in the form for a new one and in the one that corrects it. */
export const noteFields = {
  kind: z.enum(noteKinds, { error: 'choose' }),
  heldOn: date(),
  nextOn: optional(date()),
  body: optional(prose(8000)),
  summary: optional(prose(400)),
  participation: optional(z.enum(participations, { error: 'choose' })),
  recommendation: optional(z.enum(recommendations, { error: 'choose' })),
}

export const levelsInput = z
  .array(z.strictObject({ institutionId: uuid(), level: optional(z.enum(disclosureLevels)) }))
  .max(60)

export type NoteWords = z.output<z.ZodObject<typeof noteFields>>

/** Columns of `note_summary` and the text, as far as this author may write them. */
export type Written = {
  readonly summary: string | null
  readonly participation: string | null
  readonly recommendation: string | null
  readonly body: string | null
}

/**
 * What may be written: of a profession bound to secrecy participation and recommendation, in codes, and no free word
 * (R13); of everybody else the words.
 */
export const checkWords = (words: NoteWords, secret: boolean, today: IsoDate): Written => {
  const { kind, heldOn, nextOn, body, summary, participation, recommendation } = words
  if (heldOn > today) throw invalid({ heldOn: 'dateFuture' })
  if (nextOn && nextOn <= heldOn) throw invalid({ nextOn: 'dateOrder' })
  if (secret) {
    if (body) throw invalid({ body: 'noteSecret' })
    if (summary) throw invalid({ summary: 'noteSecret' })
    if (!participation) throw invalid({ participation: 'choose' })
    return { summary: null, participation, recommendation: recommendation ?? 'none', body: null }
  }
  if (!body && needsText(kind)) throw invalid({ body: 'required' })
  return { summary, participation: null, recommendation: null, body }
}
