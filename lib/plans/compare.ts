import { z } from 'zod'
import { bySubject, ofCase } from '@/lib/cases'
import { fundingSources } from '@/lib/catalogue'
import {
  type Change,
  type GoalAttribute,
  type LineAttribute,
  type PlanChanges,
  planChanges,
  type SignedValue,
} from '@/lib/plans/changes'
import {
  type BodyNames,
  keptBody,
  namesIn,
  type PlanBody,
  parseBody,
  type SignedLine,
} from '@/lib/plans/content'
import { type PlanVersion, versionsOf } from '@/lib/plans/read'
import { uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'

/** A version has something to compare once it was submitted: what was sealed, or what waits to be. */
const hasContent = ({ status, contentHash }: PlanVersion): boolean =>
  contentHash !== null || status === 'approval'

const chosen = (versions: readonly PlanVersion[], from: number | undefined, to: number | undefined) => {
  const [last, before] = versions
  const after = versions.find((v) => v.versionNo === to) ?? last
  const other =
    versions.find((v) => v.versionNo === from) ?? versions.find((v) => v.versionNo < (after?.versionNo ?? 0))
  const pair = [other ?? before, after].filter((v): v is PlanVersion => v !== undefined)
  return pair.sort((a, b) => a.versionNo - b.versionNo)
}

const bodyOf = async (ctx: Context, caseId: string, { versionNo }: PlanVersion) => {
  const plan = await ctx.tx.plan.findUniqueOrThrow({ where: { caseId_versionNo: { caseId, versionNo } } })
  const { body, sealed, intact } = await keptBody(ctx, plan)
  return { said: parseBody(body), changedSince: sealed && !intact }
}

/** Ids of a content as people know them. */
const wordsFor = (names: BodyNames, bodies: readonly PlanBody[]) => {
  const goals = new Map(bodies.flatMap((b) => b.goals.map((g) => [g.id, g.title] as const)))
  const unknown = (id: string) => id
  const lookUp: Partial<Record<LineAttribute, (id: string) => string>> = {
    service: (key) => names.service(key)?.name ?? unknown(key),
    provider: (id) => names.institution.get(id) ?? '',
    beside: (id) => names.institution.get(id) ?? '',
    persons: (id) => names.person.get(id) ?? '',
    goals: (id) => goals.get(id) ?? '',
    funding: (key) => fundingSources().find((f) => f.key === key)?.namePl ?? unknown(key),
  }
  return (attribute: LineAttribute, value: SignedValue): SignedValue => {
    const said = lookUp[attribute]
    if (!said || value === null || typeof value === 'number') return value
    return typeof value === 'string' ? said(value) : value.map(said).filter(Boolean)
  }
}

export type ComparedLine = {
  readonly id: string
  readonly service: string
  readonly provider: string
  readonly persons: readonly string[]
  readonly unit: string
}

export type ChangedGoal = { id: string; title: string; changes: readonly Change<GoalAttribute>[] }
export type ChangedLine = ComparedLine & { changes: readonly Change<LineAttribute>[] }

const inWords = ({ goals, lines }: PlanChanges, names: BodyNames, bodies: readonly PlanBody[]) => {
  const say = wordsFor(names, bodies)
  const lineWords = (line: SignedLine): ComparedLine => ({
    id: line.id,
    service: line.title ?? names.service(line.service)?.name ?? line.service,
    provider: names.institution.get(line.provider) ?? '',
    persons: line.persons.map((id) => names.person.get(id) ?? '').filter(Boolean),
    unit: line.unit ?? names.service(line.service)?.type.unit ?? '',
  })
  return {
    goals: {
      added: goals.added.map(({ id, title }) => ({ id, title })),
      dropped: goals.dropped.map(({ id, title }) => ({ id, title })),
      changed: goals.changed.map(({ item, changes }): ChangedGoal => ({ ...item, changes })),
    },
    lines: {
      added: lines.added.map(lineWords),
      dropped: lines.dropped.map(lineWords),
      changed: lines.changed.map(
        ({ item, changes }): ChangedLine => ({
          ...lineWords(item),
          changes: changes.map((c) => ({
            ...c,
            from: say(c.attribute, c.from),
            to: say(c.attribute, c.to),
          })),
        }),
      ),
    },
  }
}

const versionNo = z.number().int().min(1).max(10_000).optional()

/**
 * What changed between two versions of a plan and the reasons that were written for it; the last two, where none are
 * chosen. Null as long as there are no two.
 */
export const comparePlans = defineQuery({
  name: 'plan.compare',
  input: z.strictObject({ caseId: uuid(), from: versionNo, to: versionNo }),
  subject: bySubject,
  run: async (ctx, { caseId, from, to }, facts) => {
    const versions = await versionsOf(ctx, facts.caseId)
    const comparable = versions.filter(hasContent)
    const [before, after] = chosen(comparable, from, to)
    if (!before || !after || comparable.length < 2) return null
    const was = await bodyOf(ctx, caseId, before)
    const is = await bodyOf(ctx, caseId, after)
    const bodies = [was.said, is.said]
    const names = await namesIn(
      ctx,
      bodies.flatMap((b) => b.lines),
    )
    const changes = planChanges(was.said, is.said)
    return {
      from: before.versionNo,
      to: after.versionNo,
      choices: comparable.map((v) => v.versionNo).sort((a, b) => a - b),
      /** written when each later version was begun, the oldest first */
      reasons: versions
        .filter((v) => v.versionNo > before.versionNo && v.versionNo <= after.versionNo && v.changeReason)
        .map((v) => ({ versionNo: v.versionNo, reason: v.changeReason ?? '' }))
        .reverse(),
      /** what is kept of a version is not what was sealed */
      broken: [
        ...(was.changedSince ? [before.versionNo] : []),
        ...(is.changedSince ? [after.versionNo] : []),
      ],
      period: changes.period,
      ...inWords(changes, names, bodies),
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type PlanComparison = NonNullable<Awaited<ReturnType<typeof comparePlans.execute>>>
