import type { Role } from '@/lib/policy/actor'
import { everyone, type Grant } from '@/lib/policy/reach'

/** Everybody for the own person; who answers for the people of the house for them too. */
const ownAndHeads: Grant = {
  ...Object.fromEntries((Object.keys(everyone) as Role[]).map((role) => [role, 'author'])),
  lider_gminny: ['author', 'institution'],
  lider_powiatowy: ['author', 'institution'],
  decydent: ['author', 'institution'],
}

/** Somebody is away, and who stands in. */
export const absenceGrants = {
  'absence.read': ownAndHeads,
  'absence.note': ownAndHeads,
  'absence.end': ownAndHeads,
} satisfies Record<string, Grant>
