import type { DemoTeam } from '@/prisma/seed/demo/teams'
import { idOf, type World } from '@/prisma/seed/demo/world'

/** Two filters of the coordinator of the first team; none opens her list by itself. */
export const addFilters = (world: World, [team]: readonly DemoTeam[]): void => {
  if (!team) return
  const of = { user_id: team.lead.coordinator, institution_id: team.lead.institution.id }
  const rows = [
    { name: 'Po terminie', stage: 'open', waits: 'late', sort: 'due' },
    { name: 'Plany w realizacji', stage: 'inProgress', waits: null, sort: 'changed' },
  ]
  for (const [i, row] of rows.entries())
    world.add('case_filter', {
      id: idOf('filter', team.key, i),
      ...of,
      ...row,
      created_at: world.at(world.daysAgo(20 - i)),
    })
}
