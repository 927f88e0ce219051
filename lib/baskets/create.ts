import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { replaceable } from '@/lib/baskets/alternatives'
import { serviceChoice } from '@/lib/baskets/facts'
import { type LineInput, lineFields } from '@/lib/baskets/input'
import { draftsOf, sendLine } from '@/lib/baskets/send'
import { mayBeNamed } from '@/lib/baskets/staff'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { catalogueHere, type ServiceHere } from '@/lib/catalogue'
import { peopleOf } from '@/lib/diagnosis'
import { quantityToDecimal } from '@/lib/format/money'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid } from '@/lib/platform/errors'
import { flag, optional, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** Stages in which the basket grows: lines are ROBOCZA from DIAGNOZA on (domain 4.3). */
export const basketStages: readonly CaseFacts['status'][] = [
  'diagnosis',
  'planning',
  'inProgress',
  'suspended',
]

type Checked = {
  readonly service: ServiceHere
  readonly goalIds: readonly string[]
}

type Before = Parameters<typeof serviceChoice>[0]

/** A service that is offered here today; a draft keeps the one that it has. */
const serviceOf = async (ctx: Context, key: string, before?: Before): Promise<ServiceHere> => {
  const here = await catalogueHere(ctx)
  const known = here.known(key)
  const chosen = before && serviceChoice(before) === key ? known : here.find(key)
  if (!chosen) throw invalid({ serviceKey: known ? 'serviceRetired' : 'choose' })
  return chosen
}

/** What the form names must exist and be of this case; a wrong id gets a message beside its field, never a 500. */
export const checkLine = async (
  ctx: Context,
  facts: CaseFacts,
  input: LineInput,
  before?: Before,
): Promise<Checked> => {
  const { tx } = ctx
  const service = await serviceOf(ctx, input.serviceKey, before)
  const provider = await tx.institution.findUnique({ where: { id: input.providerId } })
  if (!provider || provider.endedOn) throw invalid({ providerId: 'choose' })
  if (
    input.responsibleUserId &&
    !(await mayBeNamed(ctx, input.responsibleUserId, provider.id, facts.ownerInstitutionId))
  )
    throw invalid({ responsibleUserId: 'choose' })
  const people = (await peopleOf(ctx, facts.caseId)).map((p) => p.id)
  const environment = facts.subject === 'environment'
  if (environment ? input.personIds.length > 0 : input.personIds.length === 0)
    throw invalid({ personIds: 'choose' })
  if (!input.personIds.every((id) => people.includes(id))) throw invalid({ personIds: 'choose' })
  const needs = await tx.need.count({ where: { id: { in: input.needIds }, caseId: facts.caseId } })
  if (needs !== new Set(input.needIds).size) throw invalid({ needIds: 'choose' })
  if (input.endsOn && input.endsOn < input.startsOn) throw invalid({ endsOn: 'dateOrder' })
  await checkAround(ctx, facts, input)
  return { service, goalIds: await goalsFor(ctx, facts, input) }
}

/** Other lines and institutions that the form names: lines of this case, parties of the team beside the provider. */
const checkAround = async ({ tx }: Context, facts: CaseFacts, input: LineInput): Promise<void> => {
  if (input.dependsOnId) {
    const other = await tx.basketLine.count({ where: { id: input.dependsOnId, caseId: facts.caseId } })
    if (other === 0) throw invalid({ dependsOnId: 'choose' })
  }
  const beside = new Set(input.coProviderIds)
  const members = await tx.teamMember.count({
    where: { teamId: facts.teamId, leftOn: null, institutionId: { in: [...beside] } },
  })
  if (beside.has(input.providerId) || members !== beside.size) throw invalid({ coProviderIds: 'choose' })
}

/** The named goals, else those that the needs already belong to. */
const goalsFor = async ({ tx }: Context, facts: CaseFacts, input: LineInput): Promise<string[]> => {
  if (input.goalIds.length > 0) {
    const known = await tx.goal.count({ where: { id: { in: input.goalIds }, caseId: facts.caseId } })
    if (known !== new Set(input.goalIds).size) throw invalid({ goalIds: 'choose' })
    return [...new Set(input.goalIds)]
  }
  const links = await tx.goalNeed.findMany({ where: { needId: { in: input.needIds } } })
  const live = await tx.goal.findMany({
    where: { id: { in: links.map((l) => l.goalId) }, droppedOn: null, endedOn: null },
  })
  return live.map((g) => g.id)
}

/** Columns of a line that the form fills. */
export const lineColumns = (input: LineInput, service: ServiceHere) => ({
  serviceKey: service.nationalKey,
  regionalServiceId: service.regionalId,
  category: service.type.dataCategory,
  providerInstitutionId: input.providerId,
  responsibleUserId: input.responsibleUserId,
  title: input.title,
  scope: input.scope,
  startsOn: toDbDate(input.startsOn),
  endsOn: toDbDateOrNull(input.endsOn),
  frequency: input.frequency ?? 'weekly',
  quantity: input.quantity === null ? null : quantityToDecimal(input.quantity),
  unit: service.type.unit,
  coProviderIds: [...new Set(input.coProviderIds)],
  priority: input.priority,
  dependsOnId: input.dependsOnId,
  costPlanned: input.costPlanned,
  coPayment: input.coPayment,
  fundingKey: input.fundingKey,
  legalBasis: input.legalBasis,
  outsideAgreementReason: input.outsideAgreementReason,
  duplicateReason: input.duplicateReason,
})

type Links = Readonly<Record<'personIds' | 'needIds' | 'goalIds', readonly string[]>>

/** Needs, goals and persons of a line. */
export const linkLine = async (
  { tx }: Context,
  facts: CaseFacts,
  lineId: string,
  links: Links,
): Promise<void> => {
  const at = { lineId, caseId: facts.caseId, teamId: facts.teamId }
  await tx.lineBeneficiary.createMany({
    data: [...new Set(links.personIds)].map((personId) => ({ ...at, personId })),
  })
  await tx.lineNeed.createMany({ data: [...new Set(links.needIds)].map((needId) => ({ ...at, needId })) })
  await tx.lineGoal.createMany({ data: links.goalIds.map((goalId) => ({ ...at, goalId })) })
}

/** A draft of the basket, checked as a form's line is; nobody is asked by it. */
export const insertLine = async (
  ctx: Context,
  facts: CaseFacts,
  input: LineInput,
  replacesId: string | null,
): Promise<string> => {
  const { tx, actor, today } = ctx
  const { service, goalIds } = await checkLine(ctx, facts, input)
  const id = randomUUID()
  const at = { caseId: facts.caseId, teamId: facts.teamId }
  await tx.basketLine.createMany({
    data: [
      {
        ...lineColumns(input, service),
        ...at,
        id,
        ownerInstitutionId: facts.ownerInstitutionId,
        wholeEnvironment: facts.subject === 'environment',
        replacesId,
        statusSince: toDbDate(today),
        createdById: actor.userId,
      },
    ],
  })
  const { place, weekday, atTime } = input
  await tx.lineSchedule.createMany({ data: [{ ...at, lineId: id, place, weekday, atTime }] })
  await linkLine(ctx, facts, id, { ...input, goalIds })
  await tx.lineTransition.createMany({
    data: [
      { ...at, lineId: id, toStatus: 'draft', actorId: actor.userId, institutionId: actor.institutionId },
    ],
  })
  return id
}

/** The decision of a meeting that this line came out of: one of this case that waits for a line. */
const linkDecision = async (
  { tx }: Context,
  { caseId, teamId }: CaseFacts,
  decisionId: string,
  lineId: string,
): Promise<void> => {
  const waits = await tx.caseDecision.count({
    where: { id: decisionId, caseId, becomes: 'line', line: null },
  })
  if (waits === 0) throw invalid({ decisionId: 'choose' })
  await tx.caseDecisionLine.createMany({ data: [{ decisionId, lineId, caseId, teamId }] })
}

/** A new line of the basket: kept as a draft, or the provider is asked at once where nothing stands in the way. */
export const createLine = defineCommand({
  name: 'line.create',
  input: z.strictObject({
    caseId: uuid(),
    send: flag(),
    replacesId: optional(uuid()).optional(),
    decisionId: optional(uuid()).optional(),
    ...lineFields,
  }),
  subject: bySubject,
  run: async (ctx, { caseId: _case, send, replacesId, decisionId, ...input }, facts) => {
    if (!basketStages.includes(facts.status)) throw conflict('wrongState')
    const lineId = await insertLine(ctx, facts, input, await replaceable(ctx, facts.caseId, replacesId))
    if (decisionId) await linkDecision(ctx, facts, decisionId, lineId)
    const sendNow = send && (await draftsOf(ctx, facts)).ready.includes(lineId)
    if (sendNow) await sendLine(ctx, lineId)
    return { caseId: facts.caseId, lineId, sent: sendNow, held: send && !sendNow }
  },
  audit: (result, _input, facts) => ({ ...ofCase(facts), subjectKind: 'line', subjectIds: [result.lineId] }),
})
