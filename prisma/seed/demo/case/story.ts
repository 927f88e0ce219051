import { z } from 'zod'
import type { CaseStatus } from '@/lib/cases/facts'
import { areas, needTypes, serviceTypes } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import familiesJson from '@/prisma/seed/demo/families.json'
import type { Staff } from '@/prisma/seed/demo/people'
import type { DemoTeam } from '@/prisma/seed/demo/teams'

/** One line of cases.json: which family, in which team, how far its case has come and since when. */
export type CaseSpec = {
  readonly team: string
  readonly stage: string
  readonly days: number
  readonly archetype: string
  readonly family: number
  readonly worker: number
  readonly referrer: string
  readonly outcome?: string
  readonly closing?: string
  readonly target?: string
  readonly proposed?: string
  readonly secondVersion?: boolean
  /** The plan in force is the second one, signed some weeks after the first. */
  readonly renewed?: boolean
  /** The child who is nearly grown up turns eighteen in so many days. */
  readonly eighteenIn?: number
  /** The referrer suspected violence; the Blue Card procedure goes on beside the cooperation. */
  readonly parallel?: boolean
  /** A member belonged to another family of the same unit, so many years ago. */
  readonly alsoIn?: {
    readonly family: number
    readonly member: number
    readonly since: number
    readonly until: number
  }
}

const count = z.number().int()
const member = z.strictObject({
  relation: z.string(),
  sex: z.enum(['f', 'm']),
  age: z.tuple([count, count]),
  apart: z.boolean().optional(),
  conflict: z.boolean().optional(),
  /** Who signs for a child, where it is not both adults. */
  guardians: z.array(count).optional(),
})
/** Who is what to whom, by their places in the list; dates in years ago. */
const relation = z.strictObject({
  from: count,
  to: count,
  kind: z.string(),
  since: count.optional(),
  until: count.optional(),
})
const need = z.strictObject({ key: z.string(), who: count.nullable(), severity: count, text: z.string() })
const area = z.strictObject({
  score: count,
  family: count,
  end: count,
  causes: z.string().optional(),
  strengths: z.string().optional(),
  deficits: z.string().optional(),
  needs: z.string().optional(),
  expectations: z.string().optional(),
})
const goal = z.strictObject({
  title: z.string(),
  indicator: z.string(),
  baseline: z.string(),
  target: z.string(),
  unit: z.string().optional(),
  words: z.string().optional(),
  /** whose it is, by the place in the list of members; the whole family's where left out */
  who: count.optional(),
  /** areas on whose strengths it leans */
  strengths: z.array(z.string()).optional(),
  needs: z.array(count),
})
const line = z.strictObject({
  service: z.string(),
  needs: z.array(count),
  goal: count,
  who: z.array(count),
  kinds: z.array(z.string()),
  frequency: z.string(),
  quantity: count,
  funding: z.string(),
  /** grosze */
  cost: count.nullable(),
})
/** An invented kind of family, with everything that its folder says. */
const archetype = z.strictObject({
  key: z.string(),
  subject: z.enum(['family', 'person', 'environment']),
  members: z.array(member),
  relations: z.array(relation).optional(),
  reasons: z.array(z.string()),
  situation: z.string(),
  exhausted: z.string(),
  needs: z.array(need),
  areas: z.record(z.string(), area),
  voice: z.string(),
  goals: z.array(goal),
  lines: z.array(line),
})
export type Member = z.output<typeof member>
export type LineSpec = z.output<typeof line>
export type Archetype = z.output<typeof archetype>

export const archetypes: ReadonlyMap<string, Archetype> = new Map(
  z
    .array(archetype)
    .parse(familiesJson)
    .map((one) => [one.key, one]),
)

export type Step = { readonly to: CaseStatus; readonly on: IsoDate; readonly by: string; readonly at: string }

export type PersonMade = {
  readonly id: string
  readonly given: string
  readonly family: string
  readonly bornOn: IsoDate
  readonly minor: boolean
  readonly member: Member
  readonly guardians: readonly string[]
}

/** A line of the archetype with the member of the team that will deliver it. */
export type PlannedLine = LineSpec & {
  readonly provider: Staff
  readonly index: number
  /** why it is asked though it is no party of the agreement */
  readonly outsideReason?: string
  /** added to a basket that is full already: asked yesterday, or a draft that asks nobody */
  readonly sent?: boolean
  /** agreed day and hour, where they are not the usual ones */
  readonly weekday?: number | null
  readonly atTime?: string | null
}

/** Everything that the parts of one case need from each other. */
export type Story = {
  readonly id: string
  readonly key: string
  readonly spec: CaseSpec
  readonly archetype: Archetype
  readonly team: DemoTeam
  readonly owner: string
  readonly worker: string
  readonly status: CaseStatus
  readonly steps: readonly Step[]
  readonly persons: readonly PersonMade[]
  readonly lines: readonly PlannedLine[]
  /** Institutions around the family, the owner first. */
  readonly around: readonly Staff[]
}

/** The day on which the case first came to this stage. */
export const reached = (story: Story, stage: CaseStatus): IsoDate | undefined =>
  story.steps.find((step) => step.to === stage)?.on

/** Ended because the family refused: contacts and descriptions are gone (domain 4.2, row 6x). */
export const isMinimised = (story: Story): boolean => story.spec.closing === 'brak_zgody'

/** A case whose content was erased keeps its dates alone. */
export const keepsContent = (story: Story): boolean => story.status !== 'erased'

export const needCategory = new Map<string, string>(needTypes().map((need) => [need.key, need.dataCategory]))
export const serviceOf = new Map(serviceTypes().map((service) => [service.key, service]))
export const areaCategory = new Map<string, string>(
  areas().map((area) => [area.key, area.categories[0] ?? 'PODSTAWOWE']),
)
export const sensitive = new Set([
  'BEZPIECZENSTWO',
  'ZDROWIE',
  'PSYCHIKA_UZALEZNIENIA',
  'KARNE',
  'INNE_SZCZEGOLNE',
])

export const lineCategory = (line: LineSpec): string =>
  serviceOf.get(line.service)?.dataCategory ?? 'PODSTAWOWE'
