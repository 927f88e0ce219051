import { addCalendarDays, deadline, nextWorkingDay } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { planEnd } from '@/prisma/seed/demo/case/entry'
import { type PlannedLine, reached, type Story } from '@/prisma/seed/demo/case/story'
import { earliest, latest } from '@/prisma/seed/demo/dates'
import type { World } from '@/prisma/seed/demo/world'

export type LineStatus =
  | 'draft'
  | 'proposed'
  | 'accepted'
  | 'declined'
  | 'counterProposed'
  | 'waitingList'
  | 'scheduled'
  | 'inProgress'
  | 'delivered'
  | 'partlyDelivered'
  | 'notDelivered'
  | 'suspended'
  | 'cancelled'

/** What became of the lines of a case at this stage, in turn; `late` is an answer that is overdue. */
type Fate = LineStatus | 'late'
const fates: Readonly<Record<string, readonly Fate[]>> = {
  planning: ['accepted', 'late', 'proposed', 'draft', 'declined', 'counterProposed'],
  secondVersion: ['inProgress', 'inProgress', 'delivered', 'proposed', 'draft', 'late', 'draft'],
  planApproval: ['accepted', 'proposed', 'accepted', 'late', 'waitingList', 'accepted'],
  young: ['inProgress', 'scheduled', 'inProgress', 'accepted', 'waitingList', 'inProgress'],
  inProgress: ['inProgress', 'inProgress', 'delivered', 'inProgress', 'partlyDelivered', 'notDelivered'],
  suspended: ['suspended', 'delivered', 'suspended', 'scheduled', 'cancelled', 'suspended'],
  ended: ['delivered', 'delivered', 'partlyDelivered', 'delivered', 'notDelivered', 'delivered'],
  // one service goes on after the plan: it was carried forward when the evaluation began
  evaluation: ['delivered', 'inProgress', 'partlyDelivered', 'delivered', 'notDelivered', 'delivered'],
  interrupted: ['cancelled', 'delivered', 'cancelled', 'cancelled', 'delivered', 'cancelled'],
}

const fatesOf = (story: Story): readonly Fate[] => {
  if (story.spec.secondVersion) return fates.secondVersion ?? []
  if (story.status === 'evaluation') return fates.evaluation ?? []
  if (reached(story, 'evaluation')) return fates.ended ?? []
  if (reached(story, 'closed')) return fates.interrupted ?? []
  if (story.status === 'inProgress' && story.spec.days <= 50) return fates.young ?? []
  return fates[story.status] ?? []
}

/** A line with its dates. */
export type LineStory = {
  readonly line: PlannedLine
  readonly status: LineStatus
  readonly version: 1 | 2
  readonly createdOn: IsoDate
  readonly sentOn: IsoDate | null
  readonly answerDueOn: IsoDate | null
  readonly answeredOn: IsoDate | null
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly startedOn: IsoDate | null
  readonly endedOn: IsoDate | null
}

const unanswered: readonly LineStatus[] = ['draft', 'proposed']
const neverStarted: readonly LineStatus[] = [
  'draft',
  'proposed',
  'accepted',
  'declined',
  'counterProposed',
  'waitingList',
  'scheduled',
]
export const finalStates: readonly LineStatus[] = [
  'delivered',
  'partlyDelivered',
  'notDelivered',
  'cancelled',
  'declined',
]

/** From when to when the plan of this case runs. */
export const planDates = (world: World, story: Story): { startsOn: IsoDate; endsOn: IsoDate } => {
  const startsOn = reached(story, 'inProgress') ?? nextWorkingDay(addCalendarDays(world.today, 12))
  return { startsOn, endsOn: planEnd(startsOn, story.team.agreementTo) }
}

/** When the line was written, sent and answered. */
const sending = (world: World, story: Story, fate: Fate, status: LineStatus, version: 1 | 2) => {
  const planned = (version === 2 ? story.steps.at(-1)?.on : reached(story, 'planning')) ?? world.today
  const yesterday = addCalendarDays(world.today, -1)
  const recently = world.daysAgo(world.random.int(1, 3))
  const createdOn = earliest(planned, yesterday)
  // Late: sent at the very start, so that the answer of seven days is overdue; else fresh.
  const sentOn =
    status === 'draft'
      ? null
      : fate === 'proposed'
        ? latest(recently, createdOn)
        : earliest(addCalendarDays(createdOn, fate === 'late' ? 0 : world.random.int(1, 3)), world.today)
  const answered = sentOn !== null && !unanswered.includes(status)
  const answeredOn = answered ? earliest(addCalendarDays(sentOn, world.random.int(1, 4)), world.today) : null
  const answerDueOn = sentOn ? deadline(sentOn, { unit: 'calendar', count: 7 }) : null
  return { createdOn, sentOn, answerDueOn, answeredOn }
}

/** When the service runs, inside the plan. */
const running = (world: World, story: Story, line: PlannedLine, status: LineStatus) => {
  const plan = planDates(world, story)
  const work = reached(story, 'inProgress')
  const first =
    status === 'scheduled' || status === 'accepted' ? addCalendarDays(world.today, 8) : plan.startsOn
  const startsOn = earliest(
    addCalendarDays(latest(first, plan.startsOn), world.random.int(2, 9)),
    plan.endsOn,
  )
  const length = line.frequency === 'once' ? 30 : world.random.int(150, 230)
  const over = reached(story, 'evaluation') ?? reached(story, 'closed')
  const started = work !== undefined && !neverStarted.includes(status) && startsOn < world.today
  const planned = earliest(addCalendarDays(startsOn, length), plan.endsOn)
  const ended = finalStates.includes(status) && status !== 'declined'
  const lastDay = over ? addCalendarDays(over, -2) : addCalendarDays(world.today, -4)
  const endedOn = ended ? latest(earliest(planned, lastDay), startsOn) : null
  return {
    startsOn,
    endsOn: endedOn && endedOn < planned ? endedOn : planned,
    startedOn: started ? startsOn : null,
    endedOn,
  }
}

/** The association from outside was asked yesterday; its days are set, not drawn. */
const askedOutside = (world: World, story: Story, line: PlannedLine): LineStory => {
  const plan = planDates(world, story)
  const sentOn = world.daysAgo(1)
  return {
    line,
    status: 'proposed',
    version: 1,
    createdOn: world.daysAgo(2),
    sentOn,
    answerDueOn: deadline(sentOn, { unit: 'calendar', count: 7 }),
    answeredOn: null,
    startsOn: addCalendarDays(plan.startsOn, 7),
    endsOn: plan.endsOn,
    startedOn: null,
    endedOn: null,
  }
}

/** A line added these days, when the plan is in force already: in no version yet, its days set, not drawn. */
const addedLate = (world: World, story: Story, line: PlannedLine): LineStory => {
  const sentOn = line.sent ? world.daysAgo(1) : null
  return {
    line,
    status: line.sent ? 'proposed' : 'draft',
    version: 2,
    createdOn: world.daysAgo(2),
    sentOn,
    answerDueOn: sentOn && deadline(sentOn, { unit: 'calendar', count: 7 }),
    answeredOn: null,
    startsOn: addCalendarDays(world.today, 10),
    endsOn: planDates(world, story).endsOn,
    startedOn: null,
    endedOn: null,
  }
}

/** The lines of this case as far as it has come, each with its state and dates. */
export const lineStories = (world: World, story: Story): LineStory[] => {
  if (!reached(story, 'planning')) return []
  const turn = fatesOf(story)
  return story.lines.map((line, position): LineStory => {
    if (line.outsideReason) return askedOutside(world, story, line)
    if (line.sent !== undefined) return addedLate(world, story, line)
    const fate = turn[position % turn.length] ?? 'draft'
    const wanted: LineStatus = fate === 'late' ? 'proposed' : fate
    const dates = running(world, story, line, wanted)
    // A case so young that the service could not start yet: the line waits for its first day.
    const status =
      !neverStarted.includes(wanted) && dates.startedOn === null && wanted !== 'cancelled'
        ? 'scheduled'
        : wanted
    const version = story.spec.secondVersion && unanswered.includes(status) ? 2 : 1
    return { line, status, version, ...sending(world, story, fate, status, version), ...dates }
  })
}

const every: Readonly<Record<string, number>> = {
  weekly: 7,
  twiceWeekly: 4,
  fortnightly: 14,
  monthly: 30,
  once: 400,
  asNeeded: 30,
}

/** Days on which something was delivered, at most sixteen. */
export const deliveryDays = (world: World, line: LineStory): IsoDate[] => {
  if (line.startedOn === null || line.status === 'notDelivered') return []
  const step = every[line.line.frequency] ?? 7
  const until = earliest(line.endedOn ?? line.endsOn, addCalendarDays(world.today, -1))
  const days: IsoDate[] = []
  for (let n = 0; days.length < 16; n += 1) {
    const day = nextWorkingDay(addCalendarDays(line.startedOn, n * step))
    if (day > until) break
    // A visit now and then does not take place; a service partly delivered stopped half-way.
    if (n === 0 || !world.random.chance(0.1)) days.push(day)
    if (line.status === 'partlyDelivered' && days.length >= 4) break
  }
  return days
}
