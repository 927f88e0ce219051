import { fold } from '@/lib/format/fold'
import { idOf, type World } from '@/prisma/seed/demo/world'

const region = '18'
const keeper = idOf('user', 'koordynator.rops@demo.example')
const expert = idOf('user', 'ekspertka@demo.example')
const office = idOf('institution', 'kuratorium_rzeszow')
const expertName = 'Lucyna Grabiec'

type Spec = {
  readonly key: string
  readonly team: string
  readonly title: string
  readonly body: string
  readonly theme: string
  readonly law?: string
  readonly askedAgo: number
  readonly assigned?: boolean
  readonly answers?: readonly string[]
  readonly ended?: string
}

const specs: readonly Spec[] = [
  {
    key: 'zgoda',
    team: 'swilcza',
    title: 'Czy bez zgody jednego z rodziców można zaprosić szkołę?',
    body: 'Drugi rodzic mieszka za granicą i nie odpowiada na pisma. Dziecko jest w spisie osób, którym pomagamy.',
    theme: 'data',
    law: 'art. 97 § 2 Kodeksu rodzinnego i opiekuńczego',
    askedAgo: 120,
    answers: [
      'Zgoda obojga jest potrzebna zawsze.',
      'W istotnych sprawach dziecka rodzice decydują wspólnie. Gdy jednego nie można zapytać, rozstrzyga sąd opiekuńczy; do tego czasu szkole przekazuje się tylko to, na co pozwala inna podstawa prawna. Do potwierdzenia z prawnikiem ośrodka.',
    ],
  },
  {
    key: 'nieobecny',
    team: 'swilcza',
    title: 'Kto prowadzi spotkanie zespołu, gdy lider jest nieobecny?',
    body: 'Regulamin mówi tylko o liderze. Czy koordynator może otworzyć i podpisać protokół?',
    theme: 'leadership',
    askedAgo: 90,
    answers: [
      'Tak, jeżeli regulamin albo uchwała zespołu wskazuje zastępcę. Najprościej dopisać to aneksem.',
    ],
  },
  {
    key: 'dojazd',
    team: 'trzebownisko',
    title: 'Z czego zapłacić za dojazd rodziny na terapię?',
    body: 'Najbliższa poradnia jest 40 km dalej, autobus jeździ raz dziennie.',
    theme: 'money',
    law: 'art. 39 ustawy o pomocy społecznej',
    askedAgo: 200,
    answers: ['Można z zasiłku celowego albo z programu wojewódzkiego „Bliżej terapii”.'],
    ended: 'Program wojewódzki się skończył; przygotowujemy nową odpowiedź.',
  },
  {
    key: 'soltys',
    team: 'swilcza',
    title: 'Czy sołtys może być stroną porozumienia?',
    body: 'Sołtys chce pomagać, ale nie jest instytucją.',
    theme: 'partners',
    askedAgo: 6,
    assigned: true,
  },
  {
    key: 'plan',
    team: 'trzebownisko',
    title: 'Jak często zmieniać plan, gdy rodzina się przeprowadza?',
    body: 'Rodzina trzeci raz zmienia mieszkanie w tym roku.',
    theme: 'family',
    askedAgo: 3,
  },
]

const addOne = (world: World, spec: Spec): void => {
  const id = idOf('team-question', spec.key)
  const teamId = idOf('team', spec.team)
  const asker = world
    .rows('role_assignment')
    .find((r) => r.team_id === teamId && r.role === 'koordynator_zespolu')
  if (!asker) throw new Error(`nobody coordinates ${spec.team}`)
  const answers = spec.answers ?? []
  world.add('team_question', {
    id,
    wojewodztwo_code: region,
    team_id: teamId,
    institution_id: asker.institution_id,
    asked_by_id: asker.user_id,
    asked_at: world.at(world.daysAgo(spec.askedAgo)),
    title: spec.title,
    body: spec.body,
    theme: spec.theme,
    law: spec.law ?? null,
    text_folded: fold(`${spec.title} ${spec.body} ${answers.at(-1) ?? ''} ${spec.law ?? ''}`),
    status: answers.length > 0 ? 'answered' : 'asked',
    assigned_to_id: spec.assigned ? expert : null,
    assigned_institution_id: spec.assigned ? office : null,
    assigned_name: spec.assigned ? `${expertName}, Kuratorium Oświaty w Rzeszowie` : null,
    ended_on: spec.ended ? world.daysAgo(15) : null,
    end_reason: spec.ended ?? null,
    version: answers.length + 1,
  })
  for (const [n, body] of answers.entries())
    world.add('question_answer', {
      id: idOf('question-answer', spec.key, n),
      question_id: id,
      wojewodztwo_code: region,
      version_no: n + 1,
      body,
      law: spec.law ?? null,
      answered_by_id: expert,
      answered_by_name: expertName,
      institution_id: office,
      answered_at: world.at(world.daysAgo(spec.askedAgo - 4 - n * 10)),
    })
}

/** The voivodeship's team and what it was asked. */
export const addQuestions = (world: World): void => {
  const seats = [
    { house: 'kuratorium_rzeszow', name: expertName, job: 'wizytator', user: expert, since: 500 },
    { house: 'uw_rzeszow', name: 'Adam Kiełtyka', job: 'kierownik oddziału', user: null, since: 500 },
    { house: 'rops_rzeszow', name: 'Jacek Olender', job: 'koordynator', user: null, since: 480 },
  ]
  for (const seat of seats)
    world.add('wzk_member', {
      id: idOf('wzk-member', seat.house),
      wojewodztwo_code: region,
      institution_id: idOf('institution', seat.house),
      person_name: seat.name,
      person_function: seat.job,
      user_id: seat.user,
      starts_on: world.daysAgo(seat.since),
      created_by_id: keeper,
    })
  world.add('wzk_member', {
    id: idOf('wzk-member', 'former'),
    wojewodztwo_code: region,
    institution_id: idOf('institution', 'uw_rzeszow'),
    person_name: 'Danuta Pasierb',
    person_function: 'inspektor wojewódzki',
    starts_on: world.daysAgo(900),
    ends_on: world.daysAgo(501),
    created_by_id: keeper,
  })
  for (const spec of specs) addOne(world, spec)
}
