import type { DataCategory } from '@/lib/catalogue'
import type { DisclosureLevel, NoteKind } from '@/lib/platform/generated/prisma/enums'

export type { DisclosureLevel, NoteKind }

/** In the order of the form: what is logged on the way first. */
export const noteKinds = [
  'visit',
  'phone',
  'talk',
  'message',
  'attempt',
  'note',
] as const satisfies NoteKind[]

/** Somebody was met or spoken to: a plain note and a closed door are no contact. */
export const isContact = (kind: NoteKind): boolean => kind !== 'note' && kind !== 'attempt'

/** Nobody was met: there may be nothing to tell. */
export const needsText = (kind: NoteKind): boolean => kind !== 'attempt'

/** From least to most. */
export const disclosureLevels = ['exists', 'summary', 'full'] as const satisfies DisclosureLevel[]

/** What a profession bound to secrecy tells instead of content (R13): whether the person takes part, and what it advises. */
export const participations = ['attended', 'partly', 'absent'] as const
export type Participation = (typeof participations)[number]
export const recommendations = [
  'continue',
  'moreOften',
  'otherSpecialist',
  'teamMeeting',
  'finish',
  'none',
] as const
export type Recommendation = (typeof recommendations)[number]

/** Categories under art. 9 and 10 GDPR (domain 5.5). */
const guarded: readonly DataCategory[] = [
  'BEZPIECZENSTWO',
  'ZDROWIE',
  'PSYCHIKA_UZALEZNIENIA',
  'KARNE',
  'INNE_SZCZEGOLNE',
]

/** Without a word of the author: all of it in ordinary categories, the summary in guarded ones. */
export const defaultLevel = (category: DataCategory): DisclosureLevel =>
  guarded.includes(category) ? 'summary' : 'full'

/**
 * What another institution is shown: nothing without a live consent that covers the category, else what the author set,
 * else the default. The database decides the same by itself (app.note_level); the two are tested against each other.
 */
export const shownTo = (
  granted: boolean,
  category: DataCategory,
  set: DisclosureLevel | null,
): DisclosureLevel | null => (granted ? (set ?? defaultLevel(category)) : null)
