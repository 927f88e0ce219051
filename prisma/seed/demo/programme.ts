import { addCalendarDays } from '@/lib/calendar'
import { idOf, type World } from '@/prisma/seed/demo/world'

/** Days from today, earlier ones below zero; null where nothing is planned or took place. */
type Plan = {
  readonly gmina: string
  readonly animator?: 'animatorka' | 'koordynator.rops'
  readonly talk: readonly [planned: number | null, done: number | null]
  readonly presentation: readonly [planned: number | null, done: number | null]
  readonly agreement: number | null
  readonly family?: number
  readonly steady?: number
}

const worked = {
  talk: [-1980, -1978],
  presentation: [-1960, -1955],
  agreement: -1830,
  family: -1760,
  steady: -1600,
} as const

/** Podkarpackie: teams of long standing, two that are being founded, and gminas still ahead, some of them late. */
const plans: readonly Plan[] = [
  { gmina: '1816122', animator: 'animatorka', ...worked },
  { gmina: '1816132', animator: 'animatorka', ...worked },
  { gmina: '1816092', animator: 'animatorka', ...worked },
  { gmina: '1816033', animator: 'koordynator.rops', ...worked },
  {
    gmina: '1816102',
    animator: 'animatorka',
    talk: [-120, -118],
    presentation: [-75, -71],
    agreement: -4,
    family: 60,
    steady: 240,
  },
  {
    gmina: '1816042',
    animator: 'animatorka',
    talk: [-90, -84],
    presentation: [-50, -45],
    agreement: 25,
    family: 90,
  },
  { gmina: '1816063', animator: 'animatorka', talk: [-40, -38], presentation: [-12, null], agreement: 50 },
  {
    gmina: '1816113',
    animator: 'koordynator.rops',
    talk: [-20, null],
    presentation: [20, null],
    agreement: 80,
  },
  { gmina: '1816143', animator: 'animatorka', talk: [9, null], presentation: [35, null], agreement: 110 },
  { gmina: '1816072', talk: [45, null], presentation: [null, null], agreement: 160 },
  { gmina: '1810042', talk: [null, null], presentation: [null, null], agreement: 200 },
]

type Visit = {
  readonly gmina: string
  readonly kind: 'visit' | 'coaching' | 'supervision'
  readonly day: number
  readonly with: string
  readonly body?: string
  readonly sharedWith?: string
}

const visits: readonly Visit[] = [
  {
    gmina: '1816122',
    kind: 'supervision',
    day: -32,
    with: 'koordynatorka zespołu, pracownicy socjalni GOPS',
    body: 'Omówiliśmy, jak rozdzielać role między koordynatora rodziny i asystenta. Zespół chce krótszych spotkań: najpierw pozycje bez odpowiedzi, potem nowe zgłoszenia.',
    sharedWith: 'swilcza',
  },
  {
    gmina: '1816122',
    kind: 'visit',
    day: -75,
    with: 'kierowniczka GOPS',
    body: 'Wójt pyta o koszty po stronie gminy. Na następną rozmowę przygotować zestawienie z trzech gmin powiatu.',
  },
  { gmina: '1816122', kind: 'coaching', day: 16, with: 'pracownicy socjalni GOPS' },
  {
    gmina: '1816102',
    kind: 'visit',
    day: -9,
    with: 'kierownik GOPS, sekretarz gminy',
    body: 'Trzy instytucje podpisały, z pozostałymi rozmawia GOPS. Przeszkodą jest brak zastępstwa w szkole.',
  },
  {
    gmina: '1816063',
    kind: 'visit',
    day: -38,
    with: 'burmistrz, dyrektor MGOPS',
    body: 'Pierwsza rozmowa. Burmistrz zaprasza na sesję rady z prezentacją modelu.',
  },
  { gmina: '1816143', kind: 'visit', day: 9, with: 'burmistrz' },
]

const institution = idOf('institution', 'rops_rzeszow')
const person = (login: string) => idOf('user', `${login}@demo.example`)

export const addProgramme = (world: World): void => {
  const on = (day: number | null | undefined) =>
    day === null || day === undefined ? null : addCalendarDays(world.today, day)
  for (const plan of plans)
    world.add('gmina_plan', {
      id: idOf('gmina-plan', plan.gmina),
      gmina_code: plan.gmina,
      powiat_code: plan.gmina.slice(0, 4),
      wojewodztwo_code: plan.gmina.slice(0, 2),
      institution_id: institution,
      animator_id: plan.animator ? person(plan.animator) : null,
      talk_planned_on: on(plan.talk[0]),
      talk_done_on: on(plan.talk[1]),
      presentation_planned_on: on(plan.presentation[0]),
      presentation_done_on: on(plan.presentation[1]),
      agreement_planned_on: on(plan.agreement),
      family_planned_on: on(plan.family),
      steady_planned_on: on(plan.steady),
      created_by_id: person('koordynator.rops'),
      created_at: world.at(world.daysAgo(150)),
    })
  const author = world.rows('user_account').find((row) => row.id === person('animatorka'))
  for (const visit of visits) {
    const shared = visit.sharedWith ? idOf('team', visit.sharedWith) : null
    world.add('programme_visit', {
      id: idOf('programme-visit', visit.gmina, visit.day),
      plan_id: idOf('gmina-plan', visit.gmina),
      gmina_code: visit.gmina,
      wojewodztwo_code: visit.gmina.slice(0, 2),
      kind: visit.kind,
      held_on: on(visit.day),
      whom_with: visit.with,
      body: visit.body ?? null,
      shared_on: shared ? on(visit.day + 1) : null,
      team_id: shared,
      author_id: person('animatorka'),
      author_name: `${author?.given_name} ${author?.family_name}`,
      institution_id: institution,
      created_at: world.at(world.daysAgo(Math.max(1, -visit.day))),
    })
  }
}
