import { addCalendarDays } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { needId } from '@/prisma/seed/demo/case/diagnosis'
import { deliveryDays, type LineStatus, type LineStory } from '@/prisma/seed/demo/case/fates'
import { goalId } from '@/prisma/seed/demo/case/goals'
import { reached, type Story, serviceOf } from '@/prisma/seed/demo/case/story'
import { earliest } from '@/prisma/seed/demo/dates'
import { idOf, type World } from '@/prisma/seed/demo/world'

export const lineId = (story: Story, line: LineStory): string => idOf('line', story.key, line.line.index)

/** Who answers and delivers: the first person at the desk; a centre's own services are done by its own people. */
const responsibleOf = (story: Story, { line }: LineStory): string => {
  if (line.provider.institution.id !== story.owner) return line.provider.desk[0] ?? line.provider.head
  return line.service === 'asystent_rodziny' ? line.provider.assistant : story.worker
}

const decided: readonly LineStatus[] = [
  'scheduled',
  'inProgress',
  'delivered',
  'partlyDelivered',
  'notDelivered',
  'suspended',
]

const reasons: Partial<Record<LineStatus, string>> = {
  notDelivered: 'Rodzina nie mogła korzystać w proponowanych godzinach.',
  cancelled: 'Zakończenie współpracy.',
  partlyDelivered: 'Część zajęć odwołano z powodu choroby.',
}
const outcomes: Partial<Record<LineStatus, string>> = {
  delivered: 'achieved',
  partlyDelivered: 'partly',
  notDelivered: 'not',
}

const answerColumns = (story: Story, line: LineStory) => ({
  decline_reason_key: line.status === 'declined' ? 'brak_miejsc' : null,
  answer_note:
    line.status === 'declined'
      ? 'Wolne miejsce najwcześniej po feriach.'
      : line.status === 'counterProposed'
        ? 'Możemy zacząć miesiąc później, w mniejszym wymiarze.'
        : null,
  counter_starts_on:
    line.status === 'counterProposed' ? earliest(addCalendarDays(line.startsOn, 30), line.endsOn) : null,
  counter_quantity: line.status === 'counterProposed' ? 1 : null,
  waiting_since: line.status === 'waitingList' ? line.answeredOn : null,
  decision_number:
    serviceOf.get(line.line.service)?.requiresDecision && decided.includes(line.status)
      ? `${story.team.lead.institution.kind.toUpperCase()}.5.${(story.spec.family * 7 + line.line.index) % 400}.${line.startsOn.slice(0, 4)}`
      : null,
  decision_on:
    serviceOf.get(line.line.service)?.requiresDecision && decided.includes(line.status)
      ? (line.answeredOn ?? line.startsOn)
      : null,
})

/** Day on which the line came to its state. */
const since = (line: LineStory): IsoDate => {
  if (line.endedOn) return line.endedOn
  if (line.status === 'draft') return line.createdOn
  if (line.status === 'proposed') return line.sentOn ?? line.createdOn
  if (line.status === 'inProgress' || line.status === 'suspended') return line.startedOn ?? line.startsOn
  return line.answeredOn ?? line.createdOn
}

const hours = ['08:30', '13:00', '15:30', '16:30', '18:00']

/** Day, hour, order and who helps beside: told of the first lines, as people do. */
const details = (story: Story, { line }: LineStory) => {
  const beside = story.around.find(
    (staff) => staff.institution.id !== line.provider.institution.id && staff.institution.id !== story.owner,
  )
  return {
    priority: line.index < 3 ? line.index + 1 : 0,
    depends_on_id: line.index === 2 && story.lines[0] ? idOf('line', story.key, 0) : null,
    co_provider_ids: line.index === 1 && beside ? [beside.institution.id] : [],
    outside_agreement_reason: line.outsideReason ?? null,
  }
}

const addLineRow = (world: World, story: Story, line: LineStory, days: readonly IsoDate[]): void => {
  const service = serviceOf.get(line.line.service)
  const ended = line.endedOn !== null
  world.add('basket_line', {
    id: lineId(story, line),
    case_id: story.id,
    team_id: story.team.id,
    owner_institution_id: story.owner,
    service_key: line.line.service,
    category: service?.dataCategory,
    provider_institution_id: line.line.provider.institution.id,
    responsible_user_id: line.status === 'draft' ? null : responsibleOf(story, line),
    whole_environment: story.persons.length === 0,
    starts_on: line.startsOn,
    ends_on: line.endsOn,
    frequency: line.line.frequency,
    quantity: line.line.quantity,
    unit: service?.unit,
    ...details(story, line),
    cost_planned: line.line.cost ?? 0,
    cost_actual: ended && line.status !== 'cancelled' ? Math.round((line.line.cost ?? 0) * 0.9) : null,
    funding_key: line.line.funding,
    legal_basis: service?.legalBasisShort,
    status: line.status,
    status_since: since(line),
    sent_at: line.sentOn ? world.at(line.sentOn, 90 + line.line.index) : null,
    answer_due_on: line.answerDueOn,
    answered_at: line.answeredOn ? world.at(line.answeredOn, 150) : null,
    answered_by_id: line.answeredOn ? responsibleOf(story, line) : null,
    ...answerColumns(story, line),
    delivered_quantity: days.length * line.line.quantity,
    outcome: outcomes[line.status] ?? null,
    carried_on: line.status === 'inProgress' ? (reached(story, 'evaluation') ?? null) : null,
    satisfaction: line.status === 'delivered' ? world.random.int(4, 5) : null,
    end_reason: reasons[line.status] ?? null,
    created_by_id: story.worker,
    created_at: world.at(line.createdOn, 30 + line.line.index),
    updated_at: world.at(days.at(-1) ?? since(line), 220 + line.line.index),
  })
}

const addSchedule = (world: World, story: Story, line: LineStory, days: readonly IsoDate[]): void => {
  const weekly = line.line.frequency === 'weekly'
  world.add('line_schedule', {
    line_id: lineId(story, line),
    case_id: story.id,
    team_id: story.team.id,
    place: line.line.provider.institution.name,
    weekday: line.line.weekday ?? (weekly ? 1 + ((line.line.index + story.spec.family) % 5) : null),
    at_time: line.line.atTime ?? (weekly ? hours[line.line.index % hours.length] : null),
    last_delivery_on: days.at(-1) ?? null,
  })
}

const addTies = (world: World, story: Story, line: LineStory): void => {
  const tie = { line_id: lineId(story, line), case_id: story.id, team_id: story.team.id }
  for (const who of line.line.who) {
    const person = story.persons[who]
    if (person) world.add('line_beneficiary', { ...tie, person_id: person.id })
  }
  for (const need of line.line.needs) world.add('line_need', { ...tie, need_id: needId(story, need) })
  world.add('line_goal', { ...tie, goal_id: goalId(story, line.line.goal) })
}

type Move = { readonly to: LineStatus; readonly on: IsoDate; readonly byProvider: boolean }

/** The line's way to its state, without a jump (domain 4.3). */
const movesOf = (line: LineStory): Move[] => {
  const moves: Move[] = [{ to: 'draft', on: line.createdOn, byProvider: false }]
  if (!line.sentOn) return moves
  moves.push({ to: 'proposed', on: line.sentOn, byProvider: false })
  if (!line.answeredOn) return moves
  if (['declined', 'counterProposed', 'waitingList'].includes(line.status))
    return [...moves, { to: line.status, on: line.answeredOn, byProvider: true }]
  moves.push({ to: 'accepted', on: line.answeredOn, byProvider: true })
  if (line.status === 'accepted') return moves
  if (line.status === 'cancelled' && !line.startedOn)
    return [...moves, { to: 'cancelled', on: line.endedOn ?? line.answeredOn, byProvider: false }]
  moves.push({ to: 'scheduled', on: line.answeredOn, byProvider: true })
  if (line.status === 'scheduled' || !line.startedOn) return moves
  moves.push({ to: 'inProgress', on: line.startedOn, byProvider: true })
  if (line.status === 'inProgress') return moves
  const on = line.endedOn ?? line.startedOn
  return [...moves, { to: line.status, on, byProvider: line.status !== 'cancelled' }]
}

const addMoves = (world: World, story: Story, line: LineStory): void => {
  const moves = movesOf(line)
  moves.forEach((move, n) => {
    world.add('line_transition', {
      id: idOf('line-step', story.key, line.line.index, n),
      line_id: lineId(story, line),
      case_id: story.id,
      team_id: story.team.id,
      from_status: moves[n - 1]?.to ?? null,
      to_status: move.to,
      actor_id: move.byProvider ? responsibleOf(story, line) : story.worker,
      institution_id: move.byProvider ? line.line.provider.institution.id : story.owner,
      reason_key: move.to === 'declined' ? 'brak_miejsc' : null,
      note: n === moves.length - 1 ? (reasons[move.to] ?? null) : null,
      at: world.at(move.on, 90 + n * 15),
    })
  })
}

const addDeliveries = (world: World, story: Story, line: LineStory, days: readonly IsoDate[]): void =>
  days.forEach((day, n) => {
    world.add('service_delivery', {
      id: idOf('delivery', story.key, line.line.index, n),
      line_id: lineId(story, line),
      case_id: story.id,
      team_id: story.team.id,
      delivered_on: day,
      quantity: line.line.quantity,
      recorded_by_id: responsibleOf(story, line),
      institution_id: line.line.provider.institution.id,
      created_at: world.at(day, 300),
    })
  })

/** The basket; gives the day of the first service. */
export const addBasket = (world: World, story: Story, lines: readonly LineStory[]): IsoDate | null => {
  const first: IsoDate[] = []
  for (const line of lines) {
    const days = deliveryDays(world, line)
    addLineRow(world, story, line, days)
    addSchedule(world, story, line, days)
    addTies(world, story, line)
    addMoves(world, story, line)
    addDeliveries(world, story, line, days)
    if (days[0]) first.push(days[0])
  }
  return first.sort()[0] ?? null
}
