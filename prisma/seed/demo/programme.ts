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

type Answer = readonly [gmina: string, institution: string, invited: number, answer?: Reply]
type Reply = readonly [day: number, reason?: string, words?: string]

/** Who was invited for a gmina and what was answered: days from today. */
const recruits: readonly Answer[] = [
  ['1816042', 'ppp_rzeszow', -40, [-31]],
  ['1816042', 'kmp_rzeszow', -40, [-25]],
  [
    '1816042',
    'pup_rzeszow',
    -40,
    [-28, 'logistics', 'Jeden doradca na cztery gminy, spotkania tylko zdalnie.'],
  ],
  ['1816042', 'czp_rzeszow', -15],
  ['1816063', 'pcpr_rzeszow', -30, [-21]],
  ['1816063', 'ppp_rzeszow', -30, [-18, 'financial', 'Poradnia nie ma pieniędzy na dojazdy.']],
  ['1816063', 'sad_rzeszow', -30, [-12, 'legal', 'Sąd nie może być stroną porozumienia.']],
  ['1816063', 'kuratorzy_rzeszow', -10],
  ['1816102', 'czp_rzeszow', -60, [-52, 'competence', 'Centrum nie widzi dla siebie roli w zespole.']],
  ['1816102', 'pup_rzeszow', -60, [-50]],
  ['1816102', 'sad_rzeszow', -60, [-44, 'legal', 'Sędziowie nie podpisują porozumień.']],
  ['1816143', 'pu_rzeszow', -14, [-6, 'other', 'Zmiana dyrektora, decyzja w nowym roku.']],
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
  for (const [gmina, key, invited, reply] of recruits) {
    const party = world.rows('institution').find((row) => row.id === idOf('institution', key))
    const [day, reason = null, said = null] = reply ?? []
    world.add('recruitment', {
      id: idOf('recruitment', gmina, key),
      gmina_code: gmina,
      powiat_code: gmina.slice(0, 4),
      wojewodztwo_code: gmina.slice(0, 2),
      institution_id: party?.id,
      kind_key: party?.kind_key,
      status: !reply ? 'invited' : reason ? 'declined' : 'agreed',
      invited_on: on(invited),
      invited_by_id: person('animatorka'),
      invited_by_name: 'Dominika Tarnawska',
      by_institution_id: institution,
      answered_on: on(day),
      reason,
      reason_text: said,
      created_at: world.at(world.daysAgo(-invited)),
    })
  }
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

/** One letter to the leaders of the teams of the powiat, of last month. */
export const addLetters = (world: World): void => {
  const teams = ['swilcza', 'trzebownisko', 'krasne', 'boguchwala'].map((key) => idOf('team', key))
  const leaders = world
    .rows('role_assignment')
    .filter((row) => teams.includes(String(row.team_id)) && /^lider_/u.test(String(row.role)))
  const id = idOf('team-letter', 'superwizja')
  world.add('team_letter', {
    id,
    wojewodztwo_code: '18',
    institution_id: institution,
    author_id: person('koordynator.rops'),
    author_name: 'Jacek Olender',
    subject: 'Superwizja zespołów w nowym roku',
    body: 'W styczniu rusza superwizja dla koordynatorów zespołów. Proszę do 15 grudnia wskazać animatorowi osobę i dwa terminy, które jej odpowiadają.',
    teams: teams.length,
    recipients: new Set(leaders.map((row) => row.user_id)).size,
    sent_at: world.at(world.daysAgo(20)),
  })
  world.add('team_letter_team', ...teams.map((team_id) => ({ letter_id: id, team_id })))
}
