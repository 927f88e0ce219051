import { needTypes } from '@/lib/catalogue'
import { fold } from '@/lib/format/fold'
import { idOf, type World } from '@/prisma/seed/demo/world'

type Line = {
  readonly service: string
  readonly kind: string
  readonly frequency: string
  readonly quantity: string
  readonly start: number
  readonly length: number | null
  readonly funding?: string
}

type Spec = {
  readonly key: string
  readonly team: string
  readonly need: string
  readonly name: string
  readonly description: string
  readonly madeAgo: number
  readonly offered?: boolean
  readonly shared?: boolean
  readonly retired?: boolean
  readonly lines: readonly Line[]
}

const weekly = { frequency: 'weekly', quantity: '1' } as const

/** Patterns that the teams made of baskets which came to a good end. */
const specs: readonly Spec[] = [
  {
    key: 'szkola',
    team: 'swilcza',
    need: 'nauka_absencja',
    name: 'Powrót do szkoły po dłuższej nieobecności',
    description: 'Gdy dziecko opuściło ponad miesiąc lekcji, a rodzic pracuje na zmiany.',
    madeAgo: 60,
    offered: true,
    lines: [
      { service: 'asystent_rodziny', kind: 'ops', ...weekly, start: 0, length: 26, funding: 'budzet_gminy' },
      { service: 'diagnoza_ppp', kind: 'ppp', frequency: 'once', quantity: '1', start: 1, length: 4 },
      {
        service: 'korepetycje',
        kind: 'szkola_podstawowa',
        frequency: 'twiceWeekly',
        quantity: '1',
        start: 2,
        length: 24,
        funding: 'bezkosztowo',
      },
      { service: 'zajecia_sportowe', kind: 'osir', ...weekly, start: 8, length: 16 },
    ],
  },
  {
    key: 'zadluzenie',
    team: 'trzebownisko',
    need: 'zadluzenie',
    name: 'Samotny rodzic z zaległym czynszem',
    description: 'Najpierw porządek w rachunkach i porada, potem spokojniejszy rytm.',
    madeAgo: 110,
    offered: true,
    shared: true,
    lines: [
      {
        service: 'poradnictwo_obywatelskie',
        kind: 'npp',
        frequency: 'once',
        quantity: '1',
        start: 0,
        length: 2,
      },
      { service: 'trening_budzetowy', kind: 'ops', ...weekly, start: 1, length: 12, funding: 'budzet_gminy' },
      { service: 'posilek_dziecko', kind: 'szkola_podstawowa', ...weekly, start: 0, length: null },
    ],
  },
  {
    key: 'dawny',
    team: 'swilcza',
    need: 'samotnosc_starosc',
    name: 'Senior, który mieszka sam',
    description: 'Ułożony przed zmianą usług sąsiedzkich.',
    madeAgo: 320,
    retired: true,
    lines: [
      { service: 'teleopieka', kind: 'ops', frequency: 'monthly', quantity: '1', start: 0, length: 52 },
    ],
  },
]

const addLines = (world: World, spec: Spec, id: string, teamId: string): void => {
  const need = needTypes().find(({ key }) => key === spec.need)
  for (const [position, line] of spec.lines.entries())
    world.add('basket_template_line', {
      template_id: id,
      team_id: teamId,
      position,
      service_key: line.service,
      need_keys: [spec.need],
      area_keys: [...(need?.areaKeys ?? [])],
      kind_key: line.kind,
      frequency: line.frequency,
      quantity: line.quantity,
      start_week: line.start,
      length_weeks: line.length,
      funding_key: line.funding ?? null,
    })
}

export const addTemplates = (world: World): void => {
  for (const spec of specs) {
    const id = idOf('template', spec.key)
    const teamId = idOf('team', spec.team)
    const author = world
      .rows('role_assignment')
      .find((r) => r.team_id === teamId && r.role === 'koordynator_zespolu')
    const team = world.rows('team').find((t) => t.id === teamId)
    if (!author || !team) throw new Error(`nobody coordinates ${spec.team}`)
    const day = (wanted: boolean | undefined, ago: number) => (wanted ? world.daysAgo(ago) : null)
    world.add('basket_template', {
      id,
      team_id: teamId,
      wojewodztwo_code: team.wojewodztwo_code,
      institution_id: author.institution_id,
      need_key: spec.need,
      name: spec.name,
      name_folded: fold(spec.name),
      description: spec.description,
      created_by_id: author.user_id,
      created_at: world.at(world.daysAgo(spec.madeAgo)),
      offered_on: day(spec.offered, spec.madeAgo - 20),
      shared_on: day(spec.shared, spec.madeAgo - 30),
      retired_on: day(spec.retired, 100),
    })
    addLines(world, spec, id, teamId)
  }
}
