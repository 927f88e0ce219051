import type { NoTalkKey } from '@/lib/cases'
import { catalogueHere } from '@/lib/catalogue'
import { notesById } from '@/lib/notes'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { Role } from '@/lib/platform/generated/prisma/enums'
import type { Context } from '@/lib/policy/usecase'
import type { EventRow } from '@/lib/story/events'
import { meetings, papers } from '@/lib/story/meeting-details'
import { idsOf, keyed, type Told, told } from '@/lib/story/told'

type By = ReadonlyMap<string, Told>

const steps = async ({ tx }: Context, rows: readonly EventRow[]): Promise<[string, Told][]> => {
  const found = await tx.caseTransition.findMany({
    where: { id: { in: idsOf(rows, 'step') } },
    include: { words: true },
  })
  const proposals = await tx.caseProposal.findMany({
    where: { id: { in: idsOf(rows, 'proposed', 'proposedAnswer') } },
  })
  return [
    ...found.map((t): [string, Told] => [
      keyed('step', t.id),
      told({ kind: 'step', from: t.fromStatus, to: t.toStatus }, t.words?.note ?? null, t.reasonKey),
    ]),
    ...proposals.flatMap((p): [string, Told][] => [
      [keyed('proposed', p.id), told({ kind: 'proposed', proposal: p.kind }, p.note, p.reasonKey)],
      [
        keyed('proposedAnswer', p.id),
        told({ kind: p.accepted ? 'agreed' : 'sentBack', proposal: p.kind }, p.decisionNote),
      ],
    ]),
  ]
}

const notes = async (ctx: Context, rows: readonly EventRow[]): Promise<[string, Told][]> =>
  (await notesById(ctx, idsOf(rows, 'note'))).map((note) => [
    keyed('note', note.id),
    told({ kind: 'note', note }),
  ])

const services = async (ctx: Context, rows: readonly EventRow[]): Promise<[string, Told][]> => {
  const { tx } = ctx
  const line = { select: { id: true, title: true, serviceKey: true, regionalServiceId: true, unit: true } }
  const deliveries = await tx.serviceDelivery.findMany({
    where: { id: { in: idsOf(rows, 'delivery') } },
    include: { line },
  })
  const moves = await tx.lineTransition.findMany({
    where: { id: { in: idsOf(rows, 'line') } },
    include: { line },
  })
  const here = await catalogueHere(ctx)
  const nameOf = (l: { title: string | null; serviceKey: string; regionalServiceId: string | null }) =>
    l.title ?? here.nameOf(l.serviceKey, l.regionalServiceId)
  return [
    ...deliveries.map((d): [string, Told] => [
      keyed('delivery', d.id),
      told(
        {
          kind: 'delivery',
          service: nameOf(d.line),
          lineId: d.line.id,
          quantity: Math.round(Number(d.quantity) * 100),
          unit: d.line.unit,
          cancelled: d.cancelledAt !== null,
        },
        d.note,
      ),
    ]),
    ...moves.map((t): [string, Told] => [
      keyed('line', t.id),
      told(
        { kind: 'line', service: nameOf(t.line), lineId: t.line.id, from: t.fromStatus, to: t.toStatus },
        t.note,
        t.reasonKey,
      ),
    ]),
  ]
}

const plans = async ({ tx }: Context, rows: readonly EventRow[]): Promise<[string, Told][]> => {
  const found = await tx.plan.findMany({
    where: { id: { in: idsOf(rows, 'planMade', 'planInForce', 'planOver') } },
    include: { reason: true },
  })
  const cards = await tx.monitoringCard.findMany({ where: { id: { in: idsOf(rows, 'monitoring') } } })
  const looks = await tx.goalLook.findMany({
    where: { id: { in: idsOf(rows, 'goalLook') } },
    include: { goal: { select: { title: true } } },
  })
  const ends = await tx.evaluation.findMany({ where: { id: { in: idsOf(rows, 'evaluation') } } })
  const talks = await tx.closingTalk.findMany({ where: { id: { in: idsOf(rows, 'talk', 'noTalk') } } })
  return [
    ...talks.map((t): [string, Told] =>
      t.heldOn
        ? [keyed('talk', t.id), told({ kind: 'talk' }, t.helped)]
        : [keyed('noTalk', t.id), told({ kind: 'noTalk', why: t.notHeldKey as NoTalkKey }, t.notHeldNote)],
    ),
    ...found.flatMap((p): [string, Told][] => [
      [keyed('planMade', p.id), told({ kind: 'planMade', versionNo: p.versionNo }, p.reason?.changeReason)],
      [keyed('planInForce', p.id), told({ kind: 'planInForce', versionNo: p.versionNo })],
      [keyed('planOver', p.id), told({ kind: 'planOver', versionNo: p.versionNo }, p.reason?.endReason)],
    ]),
    ...cards.map((c): [string, Told] => [
      keyed('monitoring', c.id),
      told({ kind: 'monitoring', nextOn: fromDbDateOrNull(c.nextOn) }, c.summary),
    ]),
    ...looks.map(({ id, goalId, goal, level, final, note }): [string, Told] => [
      keyed('goalLook', id),
      told({ kind: 'goalLook', goalId, goal: goal.title, level, final }, note),
    ]),
    ...ends.map((e): [string, Told] => [keyed('evaluation', e.id), told({ kind: 'evaluation' }, e.summary)]),
  ]
}

const transfers = async ({ tx }: Context, rows: readonly EventRow[]): Promise<[string, Told][]> => {
  const ids = idsOf(rows, 'transferAsked', 'transferAnswered', 'transferEnded')
  const found = ids.length > 0 ? await tx.caseTransfer.findMany({ where: { id: { in: ids } } }) : []
  const pairs = idsOf(rows, 'personLinked', 'personUnlinked')
  const links = pairs.length > 0 ? await tx.personLink.findMany({ where: { id: { in: pairs } } }) : []
  const linked = links.flatMap((l): [string, Told][] => [
    [keyed('personLinked', l.id), told({ kind: 'personLinked' }, l.reason)],
    [keyed('personUnlinked', l.id), told({ kind: 'personUnlinked' }, l.unlinkReason)],
  ])
  const moved = found.flatMap((x): [string, Told][] => [
    [keyed('transferAsked', x.id), told({ kind: 'transferAsked' }, x.note)],
    [
      keyed('transferAnswered', x.id),
      told({ kind: x.status === 'declined' ? 'transferDeclined' : 'transferAccepted' }, x.answerNote),
    ],
    [
      keyed('transferEnded', x.id),
      told({ kind: x.status === 'passed' ? 'transferPassed' : 'transferWithdrawn' }, x.endReason),
    ],
  ])
  return [...linked, ...moved]
}

const diagnoses = async ({ tx }: Context, rows: readonly EventRow[]): Promise<[string, Told][]> => {
  const found = await tx.diagnosis.findMany({
    where: { id: { in: idsOf(rows, 'diagnosisBegun', 'diagnosisCompleted') } },
  })
  return found.flatMap((d) =>
    (['diagnosisBegun', 'diagnosisCompleted'] as const).map((kind): [string, Told] => [
      keyed(kind, d.id),
      told({ kind, round: d.kind }),
    ]),
  )
}

const consents = async ({ tx }: Context, rows: readonly EventRow[]): Promise<[string, Told][]> => {
  const found = await tx.consent.findMany({
    where: { id: { in: idsOf(rows, 'consentAnswered', 'consentWithdrawn') } },
  })
  const bases = await tx.legalBasisRecord.findMany({
    where: { id: { in: idsOf(rows, 'basisStarted', 'basisEnded') } },
  })
  return [
    ...found.flatMap((c) =>
      (['consentAnswered', 'consentWithdrawn'] as const).map((kind): [string, Told] => [
        keyed(kind, c.id),
        told({ kind, status: c.status }),
      ]),
    ),
    ...bases.flatMap((b): [string, Told][] => [
      [keyed('basisStarted', b.id), told({ kind: 'basisStarted', basis: b.basis }, b.note)],
      [keyed('basisEnded', b.id), told({ kind: 'basisEnded', basis: b.basis })],
    ]),
  ]
}

type Handed = { id: string; from: string; to: string; role: Role | null; reason: string }

const handovers = async ({ tx }: Context, rows: readonly EventRow[]): Promise<[string, Told][]> => {
  const ids = idsOf(rows, 'handover')
  if (ids.length === 0) return []
  const found = await tx.$queryRaw<Handed[]>`
    select i.id, f.given_name || ' ' || f.family_name as from, t.given_name || ' ' || t.family_name as to, i.role,
      h.reason_key as reason
    from work_handover_item i join work_handover h on h.id = i.handover_id join user_account f on f.id = h.from_user_id
      join user_account t on t.id = h.to_user_id where i.id = any (${ids}::uuid[])`
  return found.map(({ id, from, to, role, reason }): [string, Told] => [
    keyed('handover', id),
    told({ kind: 'handover', from, to, role }, null, reason),
  ])
}

const versions = async ({ tx }: Context, rows: readonly EventRow[]): Promise<[string, Told][]> => {
  const ids = idsOf(rows, 'variantMoved')
  if (ids.length === 0) return []
  const found = await tx.$queryRaw<{ id: string; from: number | null; to: number | null; reason: string }[]>`
    select m.id, f.number as from, t.number as to, m.reason from case_variant_move m
      left join variant_version f on f.id = m.from_version_id left join variant_version t on t.id = m.to_version_id
    where m.id = any (${ids}::uuid[])`
  return found.map(({ id, from, to, reason }): [string, Told] => [
    keyed('variantMoved', id),
    told({ kind: 'variantMoved', from, to }, reason),
  ])
}

/** The objects behind these rows, each read once under its own policies. */
export const detailsOf = async (ctx: Context, rows: readonly EventRow[]): Promise<By> => {
  const found: [string, Told][] = []
  for (const part of [
    steps,
    notes,
    services,
    plans,
    transfers,
    diagnoses,
    consents,
    handovers,
    versions,
    meetings,
    papers,
  ])
    found.push(...(await part(ctx, rows)))
  return new Map(found)
}

export const toldOf = (by: By, row: EventRow): Told | undefined => by.get(keyed(row.source, row.id))
