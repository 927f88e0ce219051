import { addCalendarDays, nextWorkingDay } from '@/lib/calendar'
import type { CaseStatus } from '@/lib/cases/facts'
import type { IsoDate } from '@/lib/format/dates'
import { serviceOf } from '@/prisma/seed/demo/case/story'
import { earliest, latest } from '@/prisma/seed/demo/dates'
import light from '@/prisma/seed/demo/light.json'
import type { Staff } from '@/prisma/seed/demo/people'
import type { DemoTeam } from '@/prisma/seed/demo/teams'
import { idOf, type World } from '@/prisma/seed/demo/world'

/** A case of past years as statistics keep it: stages, dates, services and outcome, and nobody's name. */
type LightCase = {
  readonly key: string
  readonly team: DemoTeam
  readonly outcome: string
  readonly openedOn: IsoDate
}

type Dates = {
  readonly qualified: IsoDate
  readonly awaitingConsent: IsoDate
  readonly diagnosis: IsoDate
  readonly planning: IsoDate
  readonly planApproval: IsoDate
  readonly inProgress: IsoDate
  readonly evaluation: IsoDate
  readonly closed: IsoDate
}

const outcomeBag = Object.entries(light.outcomes).flatMap(([key, share]) =>
  Array.from({ length: share }, () => key),
)

/** Stage after stage, each some days after the one before; a gmina that works quickly helps sooner. */
const datesFrom = (world: World, openedOn: IsoDate, pace: number): Dates => {
  let day = openedOn
  const after = (least: number, most: number): IsoDate => {
    day = nextWorkingDay(addCalendarDays(day, Math.round(world.random.int(least, most) * pace)))
    return day
  }
  return {
    qualified: after(3, 10),
    awaitingConsent: after(2, 9),
    diagnosis: after(4, 16),
    planning: after(14, 30),
    planApproval: after(6, 15),
    inProgress: after(3, 12),
    evaluation: after(95, 210),
    closed: after(7, 22),
  }
}

/** The same, quicker where a case of the last months would not have ended by yesterday. */
const datesUntilNow = (world: World, openedOn: IsoDate, pace: number): Dates => {
  const limit = addCalendarDays(world.today, -2)
  for (let quicker = pace; ; quicker *= 0.7) {
    const dates = datesFrom(world, openedOn, quicker)
    if (dates.closed <= limit) return dates
  }
}

const pathOf = (
  outcome: string,
  dates: Dates,
  openedOn: IsoDate,
): readonly (readonly [CaseStatus, IsoDate])[] => {
  const screening = ['screening', nextWorkingDay(addCalendarDays(openedOn, 1))] as const
  const entered = [['submitted', openedOn], screening] as const
  if (outcome === 'rejected' || outcome === 'redirected') return [...entered, [outcome, dates.qualified]]
  const begun = [
    ...entered,
    ['qualified', dates.qualified],
    ['awaitingConsent', dates.awaitingConsent],
  ] as const
  const worked = [
    ...begun,
    ['diagnosis', dates.diagnosis],
    ['planning', dates.planning],
    ['planApproval', dates.planApproval],
    ['inProgress', dates.inProgress],
  ] as const
  if (outcome.startsWith('przerwane'))
    return [...worked, ['closed', earliest(addCalendarDays(dates.inProgress, 40), dates.closed)]]
  return [...worked, ['evaluation', dates.evaluation], ['closed', dates.closed]]
}

const addSteps = (world: World, one: LightCase, path: readonly (readonly [CaseStatus, IsoDate])[]): void => {
  const { lead } = one.team
  path.forEach(([to, on], n) => {
    world.add('case_transition', {
      id: idOf('light-step', one.key, n),
      case_id: idOf('light', one.key),
      team_id: one.team.id,
      from_status: path[n - 1]?.[0] ?? null,
      to_status: to,
      actor_id: ['qualified', 'closed', 'rejected', 'redirected'].includes(to) ? lead.head : lead.coordinator,
      institution_id: lead.institution.id,
      at: world.at(on, 60 + n * 20),
    })
  })
}

const statusOf = (outcome: string, world: World): string => {
  if (outcome === 'cel_osiagniety') return world.random.chance(0.85) ? 'delivered' : 'partlyDelivered'
  if (outcome === 'czesciowo') return world.random.pick(['delivered', 'partlyDelivered', 'partlyDelivered'])
  if (outcome === 'nieosiagniety')
    return world.random.pick(['notDelivered', 'partlyDelivered', 'notDelivered'])
  return world.random.pick(['cancelled', 'delivered', 'cancelled'])
}

const outcomeOfLine: Readonly<Record<string, string>> = {
  delivered: 'achieved',
  partlyDelivered: 'partly',
  notDelivered: 'not',
}

type Offer = { readonly service: string; readonly provider: Staff }

/** One to five services with their providers; gives the day of the first one delivered. */
const addLines = (
  world: World,
  one: LightCase,
  dates: Dates,
  until: IsoDate,
  offers: readonly Offer[],
): IsoDate | null => {
  const chosen = new Map(world.random.shuffle(offers).map((offer) => [offer.service, offer]))
  const first: IsoDate[] = []
  ;[...chosen.values()].slice(0, world.random.int(1, 5)).forEach(({ service, provider }, n) => {
    const type = serviceOf.get(service)
    const status = statusOf(one.outcome, world)
    const planned = nextWorkingDay(addCalendarDays(dates.inProgress, world.random.int(1, 14)))
    const startsOn = earliest(planned, latest(until, dates.inProgress))
    const served = status === 'delivered' || status === 'partlyDelivered'
    if (served) first.push(startsOn)
    const endsOn = latest(until, startsOn)
    world.add('basket_line', {
      id: idOf('light-line', one.key, n),
      case_id: idOf('light', one.key),
      team_id: one.team.id,
      owner_institution_id: one.team.lead.institution.id,
      service_key: service,
      category: type?.dataCategory,
      provider_institution_id: provider.institution.id,
      whole_environment: true,
      starts_on: startsOn,
      ends_on: endsOn,
      unit: type?.unit,
      quantity: 1,
      decision_number: type?.requiresDecision && served ? `DEC.${n + 1}.${startsOn.slice(0, 4)}` : null,
      decision_on: type?.requiresDecision && served ? dates.planApproval : null,
      status,
      status_since: endsOn,
      sent_at: world.at(dates.planning, 100),
      answer_due_on: addCalendarDays(dates.planning, 7),
      answered_at: world.at(addCalendarDays(dates.planning, world.random.int(1, 9)), 100),
      delivered_quantity: served ? world.random.int(3, 20) : 0,
      outcome: outcomeOfLine[status] ?? null,
      end_reason: status === 'cancelled' ? 'Zakończenie współpracy.' : null,
      created_by_id: one.team.lead.coordinator,
      created_at: world.at(dates.planning),
      updated_at: world.at(endsOn, 200),
    })
    world.add('line_schedule', {
      line_id: idOf('light-line', one.key, n),
      case_id: idOf('light', one.key),
      team_id: one.team.id,
      last_delivery_on: served ? endsOn : null,
    })
  })
  return first.sort()[0] ?? null
}

const addLight = (world: World, one: LightCase, offers: readonly Offer[], pace: number): void => {
  const dates = datesUntilNow(world, one.openedOn, pace)
  const path = pathOf(one.outcome, dates, one.openedOn)
  const [status, since] = path.at(-1) ?? ['closed', world.today]
  const on = (stage: CaseStatus) => path.find(([to]) => to === stage)?.[1] ?? null
  const closedOn = on('closed')
  addSteps(world, one, path)
  const firstServiceOn = closedOn ? addLines(world, one, dates, addCalendarDays(closedOn, -3), offers) : null
  world.add('family_case', {
    id: idOf('light', one.key),
    team_id: one.team.id,
    owner_institution_id: one.team.lead.institution.id,
    gmina_code: one.team.gmina,
    subject: 'family',
    status,
    status_since: since,
    opened_on: one.openedOn,
    qualified_on: on('qualified'),
    consent_on: on('diagnosis'),
    first_meeting_on: on('diagnosis'),
    plan_in_force_on: on('inProgress'),
    first_service_on: firstServiceOn,
    closed_on: closedOn,
    outcome_key: closedOn ? one.outcome : null,
    closing_reason_key: !closedOn
      ? null
      : one.outcome === 'przerwane_przez_rodzine'
        ? 'wycofanie_zgody'
        : one.outcome === 'przerwane_inne'
          ? 'wyprowadzka'
          : 'zakonczenie',
    referring_institution_id: world.random.pick(one.team.members).institution.id,
    is_sample: true,
    created_at: world.at(one.openedOn),
    updated_at: world.at(since, 200),
  })
}

const offersOf = (team: DemoTeam): Offer[] =>
  team.members.flatMap((provider) =>
    [...provider.institution.offers]
      .filter((service) => !service.startsWith('superwizja') && !service.startsWith('ekspert'))
      .map((service) => ({ service, provider })),
  )

/** About 1,500 finished cases of the three past years, so that maps and shares have something to show. */
export const addLightCases = (world: World, teams: readonly DemoTeam[]): void => {
  for (const [key, count] of Object.entries(light.teams)) {
    const team = teams.find((one) => one.key === key)
    if (!team) throw new Error(`no team ${key}`)
    const offers = offersOf(team)
    const pace = 0.7 + world.random.next() * 0.8
    for (let n = 0; n < count; n += 1) {
      const openedOn = nextWorkingDay(addCalendarDays(world.today, -world.random.int(120, 1090)))
      addLight(
        world,
        { key: `${key}-${n}`, team, outcome: world.random.pick(outcomeBag), openedOn },
        offers,
        pace,
      )
    }
  }
}
