import { idOf, type World } from '@/prisma/seed/demo/world'
import type { Row } from '@/prisma/seed/rows'

const endedBefore = (on: string, institutionId: string) => (row: Row) =>
  row.owner_institution_id === institutionId &&
  (row.status === 'rejected' || row.status === 'redirected') &&
  String(row.status_since) < on

/**
 * Of the cases of Świlcza that were decided against long ago two stand on a list and wait for the leader, one is held.
 * The others whose six months are over the officer may put on the next list.
 */
export const addDestruction = (world: World): void => {
  const institutionId = idOf('institution', 'gops_swilcza')
  const officer = idOf('user', 'iod@demo.example')
  const [first, second, held] = world
    .rows('family_case')
    .filter(endedBefore(world.daysAgo(230), institutionId))
    .sort((a, b) => String(a.status_since).localeCompare(String(b.status_since)))
  if (!first || !second || !held) throw new Error('no old case to be destroyed')
  const preparedOn = world.daysAgo(4)
  const listId = idOf('destruction', 'swilcza')
  world.add('destruction_list', {
    id: listId,
    institution_id: institutionId,
    year: Number(preparedOn.slice(0, 4)),
    sequence: 1,
    prepared_by_id: officer,
    prepared_on: preparedOn,
  })
  for (const row of [first, second]) {
    world.add('destruction_item', {
      list_id: listId,
      case_id: row.id,
      team_id: row.team_id,
      from_status: row.status,
      from_since: row.status_since,
      class_label: 'Bc',
    })
    world.add('case_transition', {
      id: idOf('destruction-step', String(row.id)),
      case_id: row.id,
      team_id: row.team_id,
      from_status: row.status,
      to_status: 'archived',
      actor_id: officer,
      institution_id: institutionId,
      at: world.at(preparedOn),
    })
    Object.assign(row, { status: 'archived', status_since: preparedOn })
  }
  world.add('legal_hold', {
    id: idOf('hold', 'swilcza'),
    case_id: held.id,
    team_id: held.team_id,
    owner_institution_id: institutionId,
    reason: 'Trwa kontrola wojewody, do jej końca akta pozostają.',
    set_by_id: officer,
    starts_on: world.daysAgo(20),
  })
}
