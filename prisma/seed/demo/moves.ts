import { addCalendarDays } from '@/lib/calendar'
import { fold } from '@/lib/format/fold'
import type { Story } from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'

type Move = {
  readonly from: string
  readonly to: string
  readonly daysAgo: number
  readonly note: string
  /** The other team said yes some days later, and the family's consent is awaited. */
  readonly accepted?: string
}

/** One family is offered to Świlcza and waits for its answer; one of Świlcza's own was accepted elsewhere. */
const moves: readonly Move[] = [
  {
    from: 'krasne-32',
    to: 'swilcza',
    daysAgo: 4,
    note: 'Rodzina wynajęła mieszkanie w Bratkowicach, dzieci zmieniają szkołę od nowego półrocza.',
  },
  {
    from: 'swilcza-16',
    to: 'trzebownisko',
    daysAgo: 9,
    note: 'Po leczeniu rodzina zamieszka u dziadków w Trzebownisku.',
    accepted: 'Przyjmujemy. Proszę dać znać, gdy rodzina podpisze zgody.',
  },
]

const addMove = (world: World, stories: readonly Story[], move: Move): void => {
  const story = stories.find(({ key }) => key === move.from)
  const team = stories.find((one) => one.team.key === move.to)?.team
  if (!story || !team) throw new Error(`no case ${move.from} or team ${move.to}`)
  const asked = world.daysAgo(move.daysAgo)
  const id = idOf('transfer', move.from)
  world.add('case_transfer', {
    id,
    case_id: story.id,
    team_id: story.team.id,
    owner_institution_id: story.owner,
    to_team_id: team.id,
    to_institution_id: team.lead.institution.id,
    status: move.accepted ? 'accepted' : 'offered',
    moved_on: addCalendarDays(world.today, 14),
    note: move.note,
    due_on: addCalendarDays(asked, 7),
    requested_by_id: story.worker,
    requested_at: world.at(asked, 140),
    answered_by_id: move.accepted ? team.lead.coordinator : null,
    answered_at: move.accepted ? world.at(world.daysAgo(move.daysAgo - 3), 200) : null,
    answer_note: move.accepted ?? null,
    version: move.accepted ? 2 : 1,
  })
  if (move.accepted) return
  for (const userId of new Set([team.lead.coordinator, team.lead.head]))
    world.add('notification', {
      id: idOf('notification', 'transfer.offered', id, userId),
      user_id: userId,
      institution_id: team.lead.institution.id,
      kind: 'transfer.offered',
      team_id: team.id,
      created_at: world.at(asked, 140),
    })
}

/** Whose case ended some weeks ago is named in a new referral: typed anew, so recognised by name and birth date. */
const addReturn = (world: World, ended: Story, referred: Story): void => {
  const [person] = ended.persons
  if (!person) return
  const id = idOf('person', referred.key, 'returned')
  const position = referred.persons.length
  const named = { given_name: person.given, family_name: person.family }
  const place = { person_id: id, relation_key: 'otherRelative', position }
  world.add('person', {
    id,
    owner_institution_id: referred.owner,
    ...named,
    name_folded: fold(`${person.given} ${person.family}`),
    is_minor: person.minor,
    is_sample: true,
  })
  world.add('person_contact', { person_id: id, owner_institution_id: referred.owner })
  world.add('person_identity', {
    person_id: id,
    owner_institution_id: referred.owner,
    born_on: person.bornOn,
  })
  world.add('referral_person', {
    id: idOf('referral-person', referred.key, 'returned'),
    referral_id: idOf('referral', referred.key),
    team_id: referred.team.id,
    ...named,
    ...place,
    born_on: person.bornOn,
  })
  world.add('family_member', {
    id: idOf('family-member', referred.key, 'returned'),
    family_id: idOf('family', referred.key),
    ...place,
  })
  world.add('case_person', {
    id: idOf('case-person', referred.key, 'returned'),
    case_id: referred.id,
    team_id: referred.team.id,
    person_id: id,
  })
}

/** Families that move to another gmina, and one that comes back. */
export const addMoves = (world: World, stories: readonly Story[]): void => {
  for (const move of moves) addMove(world, stories, move)
  const story = (key: string) => stories.find((one) => one.key === key)
  const ended = story('swilcza-18')
  const referred = story('swilcza-2')
  if (ended && referred) addReturn(world, ended, referred)
}
