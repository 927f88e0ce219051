import type { CatalogueHere, DataCategory } from '@/lib/catalogue'
import { criminalKey } from '@/lib/diagnosis'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'

/** What a case is made of, as far as row-level security shows or hides it. Never the Blue Card: nobody looks for it. */
export const thingKinds = [
  'case',
  'family',
  'person',
  'identity',
  'need',
  'area',
  'strength',
  'voice',
  'goal',
  'plan',
  'line',
  'delivery',
  'monitoring',
  'evaluation',
  'consent',
  'basis',
  'step',
] as const
export type ThingKind = (typeof thingKinds)[number]

/** One row that somebody may or may not see. */
export type Thing = {
  readonly kind: ThingKind
  readonly id: string
  /** In words of a dictionary or of the row itself; null where only its date or person tells it apart. */
  readonly name: string | null
  readonly personIds: readonly string[]
  readonly category: DataCategory | null
  readonly on: IsoDate | null
}

/** Words for what is counted: the services of the voivodeship, the areas as the case's version calls them. */
export type Names = { readonly here: CatalogueHere; readonly areas: ReadonlyMap<string, string> }

type Spec = Partial<Omit<Thing, 'kind' | 'id'>>
const thing = (kind: ThingKind, id: string, spec: Spec = {}): Thing => ({
  kind,
  id,
  name: spec.name ?? null,
  personIds: spec.personIds ?? [],
  category: spec.category ?? null,
  on: spec.on ?? null,
})

const nameIn = (rows: readonly { key: string; namePl: string }[], key: string): string =>
  rows.find((row) => row.key === key)?.namePl ?? key

const folder = async (tx: Tx, caseId: string): Promise<Thing[]> => {
  const row = await tx.familyCase.findUnique({ where: { id: caseId }, include: { family: true } })
  if (!row) return []
  const steps = await tx.caseTransition.findMany({ where: { caseId }, orderBy: { at: 'asc' } })
  return [
    thing('case', row.id, { name: row.number }),
    ...(row.family ? [thing('family', row.family.id, { name: row.family.label })] : []),
    ...steps.map((step) => thing('step', step.id, { name: step.toStatus })),
  ]
}

const people = async (tx: Tx, caseId: string): Promise<Thing[]> => {
  const of = { cases: { some: { caseId, leftOn: null } } }
  const persons = await tx.person.findMany({ where: of, orderBy: [{ isMinor: 'asc' }, { givenName: 'asc' }] })
  const identities = await tx.personIdentity.findMany({ where: { person: of }, select: { personId: true } })
  return [
    ...persons.map((p) => thing('person', p.id, { personIds: [p.id], category: 'PODSTAWOWE' })),
    ...identities.map((i) => thing('identity', i.personId, { personIds: [i.personId] })),
  ]
}

const described = async (tx: Tx, caseId: string, { areas }: Names): Promise<Thing[]> => {
  const needs = await tx.need.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } })
  const found = await tx.diagnosisArea.findMany({
    where: { caseId },
    include: { diagnosis: { select: { startedOn: true } } },
  })
  const strengths = await tx.strength.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } })
  const voices = await tx.familyVoice.findMany({ where: { caseId } })
  const needTypes = await tx.needType.findMany({ select: { key: true, namePl: true } })
  // the criminal part bears the name of its area; its category tells the two apart
  const areaKey = (key: string): string => (key === criminalKey ? 'sprawy_prawne' : key)
  return [
    ...needs.map((n) =>
      thing('need', n.id, {
        name: nameIn(needTypes, n.needKey),
        personIds: n.personId ? [n.personId] : [],
        category: n.category,
      }),
    ),
    ...found.map((a) =>
      thing('area', a.id, {
        name: areas.get(areaKey(a.areaKey)) ?? a.areaKey,
        category: a.category,
        on: a.diagnosis ? fromDbDate(a.diagnosis.startedOn) : null,
      }),
    ),
    ...strengths.map((s) =>
      thing('strength', s.id, {
        name: s.body,
        personIds: s.personId ? [s.personId] : [],
        category: s.category,
        on: fromDbDate(s.notedOn),
      }),
    ),
    ...voices.map((v) => thing('voice', v.id, { category: v.category })),
  ]
}

const planned = async (tx: Tx, caseId: string, here: CatalogueHere): Promise<Thing[]> => {
  const goals = await tx.goal.findMany({ where: { caseId }, orderBy: { position: 'asc' } })
  const plans = await tx.plan.findMany({ where: { caseId }, orderBy: { versionNo: 'asc' } })
  const lines = await tx.basketLine.findMany({
    where: { caseId },
    include: { beneficiaries: { select: { personId: true } } },
    orderBy: { createdAt: 'asc' },
  })
  const lineName = (row: (typeof lines)[number]): string =>
    row.title ?? here.nameOf(row.serviceKey, row.regionalServiceId)
  const deliveries = await tx.serviceDelivery.findMany({ where: { caseId }, orderBy: { deliveredOn: 'asc' } })
  return [
    ...goals.map((g) => thing('goal', g.id, { name: g.title, category: g.category })),
    ...plans.map((p) => thing('plan', p.id, { name: String(p.versionNo) })),
    ...lines.map((l) =>
      thing('line', l.id, {
        name: lineName(l),
        personIds: l.beneficiaries.map((b) => b.personId),
        category: l.category,
      }),
    ),
    ...deliveries.map((d) => {
      const line = lines.find(({ id }) => id === d.lineId)
      return thing('delivery', d.id, { name: line ? lineName(line) : null, on: fromDbDate(d.deliveredOn) })
    }),
  ]
}

const papers = async (tx: Tx, caseId: string): Promise<Thing[]> => {
  const cards = await tx.monitoringCard.findMany({ where: { caseId }, orderBy: { heldOn: 'asc' } })
  const evaluations = await tx.evaluation.findMany({ where: { caseId }, orderBy: { round: 'asc' } })
  const consents = await tx.consent.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } })
  const bases = await tx.legalBasisRecord.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } })
  return [
    ...cards.map((c) => thing('monitoring', c.id, { on: fromDbDate(c.heldOn) })),
    ...evaluations.map((e) => thing('evaluation', e.id, { name: String(e.round) })),
    ...consents.map((c) =>
      thing('consent', c.id, { personIds: [c.personId], on: fromDbDateOrNull(c.givenOn) }),
    ),
    ...bases.map((b) =>
      thing('basis', b.id, {
        personIds: b.personId ? [b.personId] : [],
        category: b.category,
        on: fromDbDate(b.startsOn),
      }),
    ),
  ]
}

/** Everything of the case that the database shows to whoever is set in this transaction. */
export const thingsOf = async (tx: Tx, caseId: string, names: Names): Promise<Thing[]> => [
  ...(await folder(tx, caseId)),
  ...(await people(tx, caseId)),
  ...(await described(tx, caseId, names)),
  ...(await planned(tx, caseId, names.here)),
  ...(await papers(tx, caseId)),
]
