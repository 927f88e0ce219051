import { addCalendarDays } from '@/lib/calendar'
import { areas, needTypes } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import {
  areaCategory,
  keepsContent,
  needCategory,
  reached,
  type Story,
  serviceOf,
} from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'

type Round = {
  readonly no: number
  readonly kind: 'start' | 'mid' | 'end'
  readonly on: IsoDate
  readonly completedOn: IsoDate | null
}

export const roundsOf = (world: World, story: Story): Round[] => {
  const from = reached(story, 'diagnosis')
  if (!from) return []
  const rounds: Round[] = [
    { no: 1, kind: 'start', on: from, completedOn: reached(story, 'planning') ?? null },
  ]
  const work = reached(story, 'inProgress')
  const midway = work ? addCalendarDays(work, 90) : null
  const evaluation = reached(story, 'evaluation')
  if (midway && midway <= world.today && (!evaluation || midway < evaluation) && story.status !== 'closed')
    rounds.push({ no: 2, kind: 'mid', on: midway, completedOn: midway })
  if (evaluation)
    rounds.push({
      no: rounds.length + 1,
      kind: 'end',
      on: evaluation,
      completedOn: reached(story, 'closed') ?? null,
    })
  return rounds
}

const scoreAt = (kind: Round['kind'], start: number, end: number): number =>
  kind === 'start' ? start : kind === 'end' ? end : Math.round((start + end) / 2)

const addAreas = (world: World, story: Story, round: Round): void => {
  const filled = round.completedOn !== null || round.kind === 'end'
  areas().forEach((area, position) => {
    const spec = story.archetype.areas[area.key]
    // A diagnosis under way has its first areas only; an area that touches no need may be marked as not applicable.
    if (!filled && position > 5) return
    const words =
      round.kind === 'start' && spec
        ? {
            causes: spec.causes ?? null,
            deficits: spec.deficits ?? null,
            needs: spec.needs ?? null,
            expectations: spec.expectations ?? null,
          }
        : {}
    world.add('diagnosis_area', {
      id: idOf('area', story.key, round.no, area.key),
      diagnosis_id: idOf('diagnosis', story.key, round.no),
      case_id: story.id,
      team_id: story.team.id,
      owner_institution_id: story.owner,
      area_key: area.key,
      category: areaCategory.get(area.key),
      not_applicable: !spec,
      score: spec ? scoreAt(round.kind, spec.score, spec.end) : null,
      family_score: spec ? scoreAt(round.kind, spec.family, spec.end) : null,
      ...words,
      updated_by_id: story.worker,
      updated_at: world.at(round.on, 120 + position),
    })
  })
}

/** What families say at a later look; at the start each has its own words. */
const laterVoice = {
  mid: 'Jest spokojniej niż na początku, ale boimy się, czy tak zostanie.',
  end: 'Radzimy sobie sami. Wiemy, do kogo zadzwonić, gdyby znowu było gorzej.',
} as const

const addVoice = (world: World, story: Story, round: Round): void =>
  world.add('family_voice', {
    id: idOf('voice', story.key, round.no),
    diagnosis_id: idOf('diagnosis', story.key, round.no),
    case_id: story.id,
    team_id: story.team.id,
    owner_institution_id: story.owner,
    category: 'RELACJE',
    body: round.kind === 'start' ? story.archetype.voice : laterVoice[round.kind],
    recorded_by_id: story.worker,
    updated_at: world.at(round.on, 160),
  })

/** Areas of which the family itself says what works there. */
const said = new Set(['relacje', 'siec_wsparcia'])

/** What works: of each area from the first round on; a later look finds one more, and one may not hold any longer. */
const addStrengths = (world: World, story: Story, rounds: readonly Round[]): void => {
  const [first, second] = rounds
  if (!first) return
  const of = { case_id: story.id, team_id: story.team.id, owner_institution_id: story.owner, person_id: null }
  for (const [area, { strengths }] of Object.entries(story.archetype.areas)) {
    if (!strengths) continue
    const gone = second && area === 'siec_wsparcia' && story.archetype.key === 'samotna_matka'
    world.add('strength', {
      ...of,
      id: strengthId(story, area),
      area_key: area,
      category: areaCategory.get(area),
      body: strengths,
      said_by: said.has(area) ? 'family' : 'team',
      noted_on: first.on,
      ended_on: gone ? second.on : null,
      ended_reason: gone ? 'Sąsiadka wyprowadziła się do córki.' : null,
      created_by_id: story.worker,
      created_at: world.at(first.on, 130),
    })
  }
  if (second && story.archetype.areas.samodzielnosc)
    world.add('strength', {
      ...of,
      id: idOf('strength', story.key, 'later'),
      area_key: 'samodzielnosc',
      category: areaCategory.get('samodzielnosc'),
      body: 'Rodzina sama dzwoni, zanim zrobi się trudno.',
      said_by: 'team',
      noted_on: second.on,
      ended_on: null,
      ended_reason: null,
      created_by_id: story.worker,
      created_at: world.at(second.on, 130),
    })
}

/** Rounds of diagnosis: at the start, at mid-term after three months of work, at the end. */
export const addDiagnosis = (world: World, story: Story): void => {
  if (!keepsContent(story)) return
  const rounds = roundsOf(world, story)
  addStrengths(world, story, rounds)
  for (const round of rounds) {
    world.add('diagnosis', {
      id: idOf('diagnosis', story.key, round.no),
      case_id: story.id,
      team_id: story.team.id,
      version_no: round.no,
      kind: round.kind,
      started_on: round.on,
      completed_on: round.completedOn,
      created_at: world.at(round.on),
    })
    addAreas(world, story, round)
    if (round.completedOn) addVoice(world, story, round)
  }
}

export const needId = (story: Story, index: number): string => idOf('need', story.key, index)
export const strengthId = (story: Story, area: string): string => idOf('strength', story.key, area)

export const addNeeds = (world: World, story: Story): void => {
  const from = reached(story, 'diagnosis')
  if (!from || !keepsContent(story)) return
  const finished = story.spec.closing === 'zakonczenie' ? reached(story, 'closed') : undefined
  story.archetype.needs.forEach((need, index) => {
    world.add('need', {
      id: needId(story, index),
      case_id: story.id,
      team_id: story.team.id,
      owner_institution_id: story.owner,
      person_id: need.who === null ? null : (story.persons[need.who]?.id ?? null),
      need_key: need.key,
      category: needCategory.get(need.key),
      severity: need.severity,
      priority: index,
      description: need.text,
      closed_on: finished ?? null,
      closed_reason: finished ? 'Potrzeba zaspokojona' : null,
      created_by_id: story.worker,
      created_at: world.at(from, 200 + index),
      updated_at: world.at(from, 200 + index),
    })
  })
  addUnmet(world, story)
}

/** What families of the demo ask for most often and small places rarely have. */
const scarce = new Set([
  'psychoterapia_dzieci',
  'terapia_rodzinna',
  'pwd_specjalistyczna',
  'opieka_wytchnieniowa',
  'wsparcie_krotkoterminowe',
  'teleopieka',
])
const helped = new Set(['planApproval', 'inProgress', 'suspended', 'evaluation'])

/**
 * Services that a need calls for and nobody in this team offers: what was planned and fell away, and in families that are
 * helped already what they would need beside it.
 */
const unmetServices = (story: Story): ReadonlyMap<string, number> => {
  const offered = (service: string) => story.team.members.some((m) => m.institution.offers.has(service))
  const fallen = story.archetype.lines
    .filter((line) => !story.lines.some(({ service }) => service === line.service))
    .flatMap(({ service, needs }): [string, number][] =>
      needs[0] === undefined ? [] : [[service, needs[0]]],
    )
  const wished = story.archetype.needs.flatMap((need, index) =>
    (needTypes().find((n) => n.key === need.key)?.serviceKeys ?? [])
      .filter((service) => scarce.has(service) && helped.has(story.status))
      .map((service): [string, number] => [service, index]),
  )
  return new Map([...wished, ...fallen].filter(([service]) => !offered(service)))
}

const addUnmet = (world: World, story: Story): void => {
  const on = reached(story, 'planning')
  if (!on) return
  for (const [service, need] of unmetServices(story)) {
    const who = story.archetype.needs[need]?.who ?? null
    world.add('unmet_service', {
      id: idOf('unmet', story.key, service),
      need_id: needId(story, need),
      case_id: story.id,
      team_id: story.team.id,
      owner_institution_id: story.owner,
      person_id: who === null ? null : (story.persons[who]?.id ?? null),
      service_key: service,
      category: serviceOf.get(service)?.dataCategory,
      noted_on: on,
      noted_by_id: story.worker,
      noted_at: world.at(on, 240),
    })
  }
}
