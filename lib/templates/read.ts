import { z } from 'zod'
import { needTypes } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { BasketTemplate } from '@/lib/platform/generated/prisma/client'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { anySubject, type Context, defineQuery } from '@/lib/policy/usecase'
import { ofTemplate, templateFacts } from '@/lib/templates/facts'
import { linesOf, needName } from '@/lib/templates/view'

export type TemplateRow = {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly problem: string
  readonly services: number
  /** Null: of another team, which is not told. */
  readonly team: string | null
  readonly offered: boolean
  readonly shared: boolean
  readonly retiredOn: IsoDate | null
}

const teamNames = async ({ tx }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const teams = await tx.team.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(teams.map((t) => [t.id, t.name]))
}

/** Templates that this person may read, whose words hold all of these and whose problem is this one. */
export const templateRows = async (
  ctx: Context,
  asked: { q: string; problem: string; retired: boolean },
): Promise<TemplateRow[]> => {
  const rows = await ctx.tx.basketTemplate.findMany({
    where: {
      retiredOn: asked.retired ? { not: null } : null,
      ...(asked.problem ? { needKey: asked.problem } : {}),
    },
    include: { _count: { select: { lines: true } } },
    orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  const words = fold(asked.q).split(/\s+/u).filter(Boolean)
  const textOf = (r: BasketTemplate) => fold(`${r.name} ${r.description ?? ''} ${needName(r.needKey)}`)
  const found = rows.filter((r) => words.every((word) => textOf(r).includes(word)))
  const teams = await teamNames(
    ctx,
    found.map((r) => r.teamId),
  )
  return found.map((r) => ({
    id: r.id,
    name: r.name,
    description: r.description,
    problem: needName(r.needKey),
    services: r._count.lines,
    team: teams.get(r.teamId) ?? null,
    offered: r.offeredOn !== null,
    shared: r.sharedOn !== null,
    retiredOn: fromDbDateOrNull(r.retiredOn),
  }))
}

export const problems = () => needTypes().map((n) => ({ value: n.key, label: n.namePl }))

export const asked = { q: z.string().max(120).catch(''), problem: z.string().max(60).catch('') }

/** Templates of the own teams and of the voivodeship, found by words and by the type of problem. */
export const listTemplates = defineQuery({
  name: 'template.list',
  input: z.strictObject({ ...asked, retired: z.boolean().catch(false) }),
  subject: anySubject,
  run: async (ctx, input) => ({ rows: await templateRows(ctx, input), problems: problems() }),
  audit: 'notPersonal',
})

/** One template with its services. */
export const readTemplate = defineQuery({
  name: 'template.read',
  input: z.strictObject({ templateId: uuid() }),
  subject: templateFacts,
  run: async (ctx, { templateId }, facts) => {
    const { row } = facts
    const teams = await teamNames(ctx, [row.teamId])
    return {
      id: row.id,
      version: row.version,
      name: row.name,
      description: row.description,
      needKey: row.needKey,
      problem: needName(row.needKey),
      team: teams.get(row.teamId) ?? null,
      offeredOn: fromDbDateOrNull(row.offeredOn),
      sharedOn: fromDbDateOrNull(row.sharedOn),
      retiredOn: fromDbDateOrNull(row.retiredOn),
      lines: await linesOf(ctx, templateId),
      problems: problems(),
      may: mayAll(
        ctx.actor,
        facts,
        'template.correct',
        'template.retire',
        'template.restore',
        'template.offer',
        'template.share',
        'template.unshare',
      ),
    }
  },
  audit: (_result, _input, facts) => ofTemplate(facts),
})
export type TemplateView = Awaited<ReturnType<typeof readTemplate.execute>>
