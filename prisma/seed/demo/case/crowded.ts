import type { BasketFact } from '@/lib/baskets/basket-fact'
import { fingerprint } from '@/lib/baskets/fingerprint'
import { lineId } from '@/prisma/seed/demo/case/basket'
import type { LineStory } from '@/prisma/seed/demo/case/fates'
import { type CaseSpec, type PlannedLine, type Story, serviceOf } from '@/prisma/seed/demo/case/story'
import type { Staff } from '@/prisma/seed/demo/people'
import { idOf, type World } from '@/prisma/seed/demo/world'

type Extra = Pick<PlannedLine, 'service' | 'frequency' | 'quantity' | 'funding' | 'cost' | 'sent'> & {
  readonly by: string
  readonly goal: 0 | 1
  /** day and hour */
  readonly at?: readonly [weekday: number, hour: string]
}

/** What four institutions want of one father at the same time, so that the basket has something to say. */
const extras: readonly Extra[] = [
  // he is in therapy of his own will: settled below
  {
    service: 'wniosek_gkrpa',
    by: 'gkrpa_swilcza',
    goal: 0,
    frequency: 'once',
    quantity: 1,
    funding: 'gkrpa',
    cost: 0,
    sent: true,
  },
  // a job and an internship: holds the plan up
  {
    service: 'staz',
    by: 'pup_rzeszow',
    goal: 1,
    frequency: 'monthly',
    quantity: 1,
    funding: 'fundusz_pracy',
    cost: 900000,
    sent: true,
  },
  {
    service: 'prace_interwencyjne',
    by: 'pup_rzeszow',
    goal: 1,
    frequency: 'monthly',
    quantity: 1,
    funding: 'fundusz_pracy',
    cost: 1200000,
  },
  // one Thursday: twice at once, straight afterwards, and too far to be home in time
  {
    service: 'nieodplatna_pomoc_prawna',
    by: 'npp_rzeszow',
    goal: 1,
    frequency: 'weekly',
    quantity: 1,
    funding: 'bezkosztowo',
    cost: null,
    at: [4, '08:45'],
  },
  {
    service: 'poradnictwo_zawodowe',
    by: 'pup_rzeszow',
    goal: 1,
    frequency: 'weekly',
    quantity: 2,
    funding: 'fundusz_pracy',
    cost: 60000,
    at: [4, '10:00'],
  },
  {
    service: 'praca_socjalna',
    by: 'gops_swilcza',
    goal: 0,
    frequency: 'weekly',
    quantity: 1,
    funding: 'budzet_gminy',
    cost: null,
    at: [4, '11:15'],
  },
  {
    service: 'poradnictwo_obywatelskie',
    by: 'npp_rzeszow',
    goal: 1,
    frequency: 'weekly',
    quantity: 1,
    funding: 'bezkosztowo',
    cost: null,
    at: [5, '09:00'],
  },
]

const father = 1

/** They stand last, so that nothing drawn before them changes. */
export const crowdedLines = (
  spec: CaseSpec,
  people: ReadonlyMap<string, Staff>,
  from: number,
): PlannedLine[] => {
  if (spec.team !== 'swilcza' || spec.family !== 13) return []
  return extras.map(({ by, at, ...line }, n) => {
    const provider = people.get(by)
    if (!provider) throw new Error(`nobody is ${by}`)
    return {
      ...line,
      sent: line.sent ?? false,
      weekday: at?.[0] ?? null,
      atTime: at?.[1] ?? null,
      needs: [line.goal],
      who: [father],
      kinds: [provider.institution.kind],
      provider,
      index: from + n,
    }
  })
}

const factOf = (story: Story, line: LineStory): BasketFact => ({
  id: lineId(story, line),
  serviceKey: line.line.service,
  category: serviceOf.get(line.line.service)?.dataCategory ?? 'PODSTAWOWE',
  providerId: line.line.provider.institution.id,
  responsibleId: null,
  status: line.status,
  since: line.createdOn,
  answerDueOn: line.answerDueOn,
  startsOn: line.startsOn,
  endsOn: line.endsOn,
  weekday: null,
  atTime: null,
  frequency: line.line.frequency,
  quantity: line.line.quantity * 100,
  unit: null,
  place: null,
  personIds: line.line.who.flatMap((n) => story.persons[n]?.id ?? []),
  needIds: [],
  duplicateReason: null,
  outsideAgreementReason: null,
})

/** The coordinator has said why the commission may go on although the father is in therapy. */
export const addSettlement = (world: World, story: Story, lines: readonly LineStory[]): void => {
  const pair = ['terapia_uzaleznien', 'wniosek_gkrpa'].flatMap(
    (service) => lines.find((l) => l.line.service === service) ?? [],
  )
  if (pair.length < 2) return
  const facts = pair.map((line) => factOf(story, line))
  world.add('line_warning_settlement', {
    id: idOf('settlement', story.key),
    case_id: story.id,
    team_id: story.team.id,
    owner_institution_id: story.owner,
    kind: 'opposite',
    line_ids: facts.map((f) => f.id),
    fingerprint: fingerprint({ kind: 'opposite', lines: facts }),
    reason: 'Komisja zamknie postępowanie, gdy poradnia potwierdzi trzeci miesiąc terapii.',
    settled_by_id: story.worker,
    settled_at: world.at(world.daysAgo(1), 120),
  })
}
