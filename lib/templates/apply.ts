import { z } from 'zod'
import { basketStages, insertLine, isFrequency, type LineInput } from '@/lib/baskets'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { peopleOf } from '@/lib/diagnosis'
import { conflict, invalid } from '@/lib/platform/errors'
import { date, flag, many, optional, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { liveTemplate, resolved } from '@/lib/templates/preview'

const rowInput = z.strictObject({
  lineId: uuid(),
  use: flag(),
  needId: optional(uuid()),
  providerId: optional(uuid()),
})

type Resolved = Awaited<ReturnType<typeof resolved>>
type Row = z.output<typeof rowInput>

/** What a chosen line lacks, by field. */
const wrongIn = (rows: readonly Row[], { lines, needs }: Resolved): Record<string, string> => {
  const wrong: Record<string, string> = {}
  for (const [at, row] of rows.entries()) {
    if (!row.use) continue
    const line = lines.find((l) => l.id === row.lineId)
    if (!line?.words.offered) wrong[`rows.${at}.use`] = 'serviceRetired'
    if (!needs.some((n) => n.id === row.needId)) wrong[`rows.${at}.needId`] = 'choose'
    if (!line?.providers.some((p) => p.id === row.providerId)) wrong[`rows.${at}.providerId`] = 'choose'
  }
  return wrong
}

/** Nothing but what the template holds: whatever is said in words is typed for this family. */
const draftOf = (
  line: Resolved['lines'][number],
  asked: { needId: string; providerId: string; personIds: string[] },
): LineInput => ({
  needIds: [asked.needId],
  goalIds: [],
  serviceKey: line.coded.regionalServiceId ?? line.coded.serviceKey,
  providerId: asked.providerId,
  personIds: asked.personIds,
  startsOn: line.startsOn,
  endsOn: line.endsOn,
  frequency: isFrequency(line.coded.frequency) ? line.coded.frequency : null,
  quantity: line.words.quantity,
  fundingKey: line.coded.fundingKey,
  title: null,
  scope: null,
  weekday: null,
  atTime: null,
  place: null,
  coProviderIds: [],
  responsibleUserId: null,
  priority: 0,
  dependsOnId: null,
  costPlanned: null,
  coPayment: null,
  legalBasis: null,
  outsideAgreementReason: null,
  duplicateReason: null,
})

const draftAll = async (
  ctx: Context,
  facts: CaseFacts,
  rows: readonly Row[],
  found: Resolved,
): Promise<string[]> => {
  const everybody = (await peopleOf(ctx, facts.caseId)).map((p) => p.id)
  const ids: string[] = []
  for (const row of rows) {
    const line = found.lines.find((l) => l.id === row.lineId)
    const need = found.needs.find((n) => n.id === row.needId)
    if (!line || !need || !row.providerId) continue
    const personIds = facts.subject === 'environment' ? [] : need.personId ? [need.personId] : everybody
    const input = draftOf(line, { needId: need.id, providerId: row.providerId, personIds })
    ids.push(await insertLine(ctx, facts, input, null))
  }
  return ids
}

/** The chosen lines of a template become drafts of this basket. Nobody is asked anything by it. */
export const applyTemplate = defineCommand({
  name: 'template.apply',
  input: z.strictObject({
    caseId: uuid(),
    templateId: uuid(),
    version: version(),
    startsOn: date(),
    rows: many(rowInput),
  }),
  subject: bySubject,
  run: async (ctx, { templateId, version: seen, startsOn, rows }, facts) => {
    if (!basketStages.includes(facts.status)) throw conflict('wrongState')
    const template = await liveTemplate(ctx, templateId)
    if (template.version !== seen) throw conflict('stale')
    const found = await resolved(ctx, facts, templateId, startsOn)
    const wrong = wrongIn(rows, found)
    if (Object.keys(wrong).length > 0) throw invalid(wrong)
    const used = rows.filter((r) => r.use)
    if (used.length === 0) throw conflict('template.nothingChosen')
    return { caseId: facts.caseId, lineIds: await draftAll(ctx, facts, used, found) }
  },
  audit: (result, _input, facts) => ({ ...ofCase(facts), subjectKind: 'line', subjectIds: result.lineIds }),
})
