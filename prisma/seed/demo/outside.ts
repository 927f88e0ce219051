import { codeHash } from '@/lib/baskets/by-link'
import { addCalendarDays } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import { hashToken } from '@/lib/platform/tokens'
import { needId } from '@/prisma/seed/demo/case/diagnosis'
import { goalId } from '@/prisma/seed/demo/case/goals'
import { reached, type Story, serviceOf } from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'
import { demoTokens } from '@/prisma/seed/demo-tokens'

const name = 'Koło Gospodyń Wiejskich w Bratkowicach'
const institutionId = idOf('institution', 'kgw_bratkowice')
const service = 'integracja_lokalna'
const reason = 'Koło działa w tej wsi, do porozumienia przystąpi jesienią.'

const addCircle = (world: World): void => {
  world.add('institution', {
    id: institutionId,
    name,
    name_folded: fold(name),
    kind_key: 'kgw',
    level: 'gmina',
    seat_code: '1816122',
    wojewodztwo_code: '18',
    street: 'Bratkowice 412',
    postcode: '36-055',
    city: 'Bratkowice',
    phone: '+48178500412',
    email: 'kolo@kgw-bratkowice.example',
    is_sample: true,
  })
  world.add('institution_area', { institution_id: institutionId, unit_code: '1816122' })
  world.add('institution_service', {
    id: idOf('offer', 'kgw_bratkowice', service),
    institution_id: institutionId,
    service_key: service,
    confirmed_on: world.daysAgo(20),
    confirmed_by_institution_id: institutionId,
  })
}

/** The circle is named in the mother's own consent, and was asked to take part. */
const addToCase = (world: World, story: Story, person: string, category: string | undefined): void => {
  const at = { case_id: story.id, team_id: story.team.id, institution_id: institutionId }
  world.add('case_participant', {
    id: idOf('participant', story.key, 'kgw_bratkowice'),
    ...at,
    purpose: reason,
    starts_on: reached(story, 'awaitingConsent'),
    ends_on: null,
    invited_by_id: story.worker,
  })
  for (const one of new Set(['PODSTAWOWE', category]))
    world.add('consent_scope', {
      consent_id: idOf('consent', story.key, person, person),
      ...at,
      category: one,
      granted: true,
    })
}

/** The same days as the first line: inside the plan that is being written. */
const datesOf = (world: World, story: Story) => {
  const first = world.rows('basket_line').find((row) => row.id === idOf('line', story.key, 0))
  return { starts_on: first?.starts_on, ends_on: first?.ends_on }
}

const socialGoal = (story: Story): number =>
  story.lines.find((line) => line.who.includes(0) && line.needs.some((need) => need > 1))?.goal ?? 0

const addLine = (world: World, story: Story, person: string, sentOn: IsoDate): string => {
  const id = idOf('line', story.key, 'bez-konta')
  const at = { case_id: story.id, team_id: story.team.id }
  const type = serviceOf.get(service)
  world.add('basket_line', {
    id,
    ...at,
    owner_institution_id: story.owner,
    service_key: service,
    category: type?.dataCategory,
    title: 'Wtorkowe spotkania koła',
    scope: 'Wspólne gotowanie i rękodzieło; ktoś z koła zaprosi i przyjdzie pierwszy raz razem.',
    provider_institution_id: institutionId,
    outside_agreement_reason: reason,
    ...datesOf(world, story),
    frequency: 'fortnightly',
    quantity: 1,
    unit: type?.unit,
    status: 'proposed',
    status_since: sentOn,
    sent_at: world.at(sentOn, 95),
    answer_due_on: addCalendarDays(sentOn, 7),
    created_by_id: story.worker,
    created_at: world.at(sentOn, 90),
    updated_at: world.at(sentOn, 95),
  })
  world.add('line_schedule', {
    line_id: id,
    ...at,
    place: 'Dom Ludowy w Bratkowicach',
    weekday: 2,
    at_time: '17:00',
  })
  world.add('line_beneficiary', { line_id: id, ...at, person_id: person })
  world.add('line_need', { line_id: id, ...at, need_id: needId(story, 3) })
  world.add('line_goal', { line_id: id, ...at, goal_id: goalId(story, socialGoal(story)) })
  for (const [n, to] of (['draft', 'proposed'] as const).entries())
    world.add('line_transition', {
      id: idOf('line-step', story.key, 'bez-konta', n),
      line_id: id,
      ...at,
      from_status: n === 0 ? null : 'draft',
      to_status: to,
      actor_id: story.worker,
      institution_id: story.owner,
      at: world.at(sentOn, 90 + n * 5),
    })
  return id
}

/**
 * A partner in which nobody has an account: a circle of country women, asked for one thing by a one-time link. The embedded
 * demo knows its address and its code.
 */
export const addOutside = (world: World, stories: readonly Story[], now: Date): void => {
  const story = stories.find((one) => one.key === 'swilcza-9')
  const mother = story?.persons[0]?.id
  if (!story || !mother) return
  addCircle(world)
  addToCase(world, story, mother, serviceOf.get(service)?.dataCategory)
  const sentOn = world.daysAgo(1)
  const lineId = addLine(world, story, mother, sentOn)
  const id = idOf('line-link', 'demo')
  world.add('line_link', {
    id,
    line_id: lineId,
    case_id: story.id,
    team_id: story.team.id,
    owner_institution_id: story.owner,
    recipient: 'kolo@kgw-bratkowice.example',
    sent_by_id: story.worker,
    sent_at: world.at(sentOn, 100),
    expires_at: new Date(now.getTime() + 6 * 86_400_000).toISOString(),
  })
  const tokenHash = hashToken(demoTokens.lineLink)
  world.add('line_link_secret', {
    link_id: id,
    token_hash: tokenHash,
    code_hash: codeHash(tokenHash, demoTokens.lineCode),
  })
}
