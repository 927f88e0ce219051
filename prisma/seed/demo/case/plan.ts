import { addCalendarDays, nextWorkingDay } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { lineId } from '@/prisma/seed/demo/case/basket'
import { type LineStory, planDates } from '@/prisma/seed/demo/case/fates'
import { needCategory, reached, type Story, sensitive } from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'

const signatures = (world: World, story: Story, signedOn: IsoDate) => ({
  family_signed_on: signedOn,
  family_signed_by: story.persons[0] ? `${story.persons[0].given} ${story.persons[0].family}` : 'sołtys',
  coordinator_signed_on: signedOn,
  approved_by_id: story.team.lead.coordinator,
  approved_at: world.at(signedOn, 180),
  in_force_on: signedOn,
})

type Version = {
  readonly no: 1 | 2
  readonly status: string
  readonly lines: readonly LineStory[]
  readonly signedOn: IsoDate | null
  /** the day on which the next version took over */
  readonly replacedOn?: IsoDate
}

const addVersion = (world: World, story: Story, version: Version): void => {
  const { no, status, lines, signedOn, replacedOn } = version
  const id = idOf('plan', story.key, no)
  const { startsOn, endsOn } = planDates(world, story)
  const ids = lines.map((line) => lineId(story, line))
  const closed = reached(story, 'closed')
  const since = no === 2 ? story.steps.at(-1)?.on : reached(story, 'planning')
  world.add('plan', {
    id,
    case_id: story.id,
    team_id: story.team.id,
    owner_institution_id: story.owner,
    version_no: no,
    status,
    starts_on: startsOn,
    ends_on: endsOn,
    ...(signedOn ? signatures(world, story, signedOn) : {}),
    ended_on: signedOn && closed ? closed : (replacedOn ?? null),
    ended_with_case: signedOn !== null && closed !== undefined,
    created_at: world.at(since ?? world.today),
    updated_at: world.at(signedOn ?? since ?? world.today, 180),
  })
  if (no === 2)
    world.add('plan_reason', {
      plan_id: id,
      case_id: story.id,
      team_id: story.team.id,
      owner_institution_id: story.owner,
      change_reason: 'Rodzina prosi o dodatkowe wsparcie dla dzieci.',
    })
  world.add(
    'plan_line',
    ...ids.map((line) => ({ plan_id: id, line_id: line, case_id: story.id, team_id: story.team.id })),
  )
}

const outside = ['declined', 'cancelled']

/** The plan and its second version where one is being made. A declined line is in no plan. */
export const addPlans = (world: World, story: Story, lines: readonly LineStory[]): void => {
  if (!reached(story, 'planning')) return
  const signedOn = reached(story, 'inProgress') ?? null
  const kept = lines.filter(
    (line) => !outside.includes(line.status) || (signedOn && line.status === 'cancelled'),
  )
  const status = signedOn
    ? reached(story, 'closed')
      ? 'superseded'
      : 'inForce'
    : story.status === 'planApproval'
      ? 'approval'
      : 'draft'
  if (signedOn && story.spec.renewed) {
    addRenewed(world, story, kept, signedOn)
    return
  }
  const first = kept.filter((line) => line.version === 1)
  addVersion(world, story, { no: 1, status, lines: first, signedOn })
  if (story.spec.secondVersion)
    addVersion(world, story, { no: 2, status: 'draft', lines: kept, signedOn: null })
}

/** A plan that was changed on the way: the service that began last came with the second version. */
const addRenewed = (world: World, story: Story, lines: readonly LineStory[], signedOn: IsoDate): void => {
  const later = lines.map((line) => line.startsOn).filter((day) => day > signedOn && day <= world.today)
  const renewedOn = later.sort().at(-1) ?? world.today
  const begun = lines.filter((line) => line.startsOn < renewedOn)
  const before = { no: 1, status: 'superseded', lines: begun, signedOn, replacedOn: renewedOn } as const
  addVersion(world, story, before)
  addVersion(world, story, { no: 2, status: 'inForce', lines, signedOn: renewedOn })
}

/** Free words about the whole family are kept under the most guarded category of its needs. */
const guarded = (story: Story): string => {
  const categories = story.archetype.needs.map((need) => needCategory.get(need.key) ?? 'RELACJE')
  return categories.find((c) => sensitive.has(c)) ?? categories[0] ?? 'RELACJE'
}

/** Monitoring every two months of work, and the evaluation at the end. */
export const addEnding = (world: World, story: Story): void => {
  const work = reached(story, 'inProgress')
  const until = reached(story, 'evaluation') ?? reached(story, 'closed') ?? world.today
  const summaries = [
    'Rodzina korzysta z uzgodnionych usług. Dzieci chodzą do szkoły regularnie.',
    'Dwie usługi idą zgodnie z planem, jedna wymaga zmiany godzin.',
    'Widać poprawę w trzech obszarach. Rodzina sama zaproponowała kolejny krok.',
  ]
  if (work)
    for (let n = 1; n <= 4; n += 1) {
      const heldOn = nextWorkingDay(addCalendarDays(work, 60 * n))
      if (heldOn >= until) break
      world.add('monitoring_card', {
        id: idOf('monitoring', story.key, n),
        case_id: story.id,
        team_id: story.team.id,
        owner_institution_id: story.owner,
        held_on: heldOn,
        category: guarded(story),
        summary: summaries[(n + story.spec.family) % summaries.length],
        next_on: nextWorkingDay(addCalendarDays(heldOn, 60)),
        recorded_by_id: story.worker,
        created_at: world.at(heldOn, 200),
      })
    }
  const evaluation = reached(story, 'evaluation')
  const closed = reached(story, 'closed')
  if (!evaluation || !closed || story.status === 'erased') return
  world.add('evaluation', {
    id: idOf('evaluation', story.key),
    case_id: story.id,
    team_id: story.team.id,
    owner_institution_id: story.owner,
    held_on: evaluation,
    outcome_key: story.spec.outcome,
    category: guarded(story),
    summary: 'Rodzina radzi sobie z większością spraw sama i wie, do kogo zwrócić się o pomoc.',
    family_voice: 'Najbardziej pomogło nam to, że wszyscy mówili to samo.',
    recorded_by_id: story.worker,
    created_at: world.at(evaluation, 200),
    updated_at: world.at(closed, 200),
  })
  addTalk(world, story, closed)
}

/** What the family said at the end, and whom it may call. */
const addTalk = (world: World, story: Story, on: IsoDate): void =>
  world.add('closing_talk', {
    id: idOf('closing-talk', story.key),
    case_id: story.id,
    team_id: story.team.id,
    owner_institution_id: story.owner,
    held_on: on,
    person_ids: story.persons.filter((person) => !person.minor).map((person) => person.id),
    others: 'asystentka rodziny',
    category: guarded(story),
    helped: 'Najbardziej pomogło nam to, że wszyscy mówili to samo i że ktoś dzwonił, zanim zrobiło się źle.',
    result: 'Dzieci chodzą do szkoły, rachunki są zapłacone.',
    satisfaction: 5,
    stays: 'Świetlica szkolna i poradnia, do której rodzina umawia się sama.',
    call_whom: `${story.team.lead.institution.name}, w godzinach pracy.`,
    recorded_by_id: story.worker,
    created_at: world.at(on, 150),
    updated_at: world.at(on, 150),
  })
