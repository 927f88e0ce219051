import { z } from 'zod'
import { regionOf, type Theme, themes, wordsIn } from '@/lib/knowledge'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { TeamQuestion } from '@/lib/platform/generated/prisma/client'
import { uuid } from '@/lib/platform/input'
import { couldEver, may, mayAll } from '@/lib/policy/decide'
import { anySubject, type Context, defineQuery } from '@/lib/policy/usecase'
import { expertsOf } from '@/lib/questions/experts'
import { questionFacts } from '@/lib/questions/facts'

const rowOf = (row: TeamQuestion, team: string | null, mine: boolean) => ({
  id: row.id,
  title: row.title,
  theme: row.theme as Theme,
  law: row.law,
  status: row.status as 'asked' | 'answered' | 'withdrawn',
  askedAt: row.askedAt,
  assigned: row.assignedName,
  mine,
  /** Of the own team or known to who answers; else not told. */
  team,
  endedOn: fromDbDateOrNull(row.endedOn),
})
export type QuestionRow = ReturnType<typeof rowOf>

const teamNames = async ({ tx }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const teams = await tx.team.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(teams.map((t) => [t.id, t.name]))
}

/**
 * What waits for an answer, as far as this person may know, and the library of answers: found by words without
 * diacritics, by theme and by law.
 */
export const listQuestions = defineQuery({
  name: 'question.list',
  input: z.strictObject({
    q: z.string().max(120).catch(''),
    theme: z.enum(themes).or(z.literal('')).catch(''),
    law: z.string().max(120).catch(''),
  }),
  subject: (ctx) => ({ wojewodztwoCode: regionOf(ctx) }),
  run: async (ctx, { q, theme, law }) => {
    const rows = await ctx.tx.teamQuestion.findMany({
      where: {
        ...(theme ? { theme } : {}),
        ...(law ? { law: { contains: law, mode: 'insensitive' } } : {}),
        AND: wordsIn('textFolded', q),
      },
      orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
      take: 300,
    })
    const teams = await teamNames(
      ctx,
      rows.map((r) => r.teamId),
    )
    const shown = rows.map((r) =>
      rowOf(r, teams.get(r.teamId) ?? null, r.assignedToId === ctx.actor.userId && r.status === 'asked'),
    )
    return {
      waiting: shown.filter((r) => r.status === 'asked'),
      answers: shown.filter((r) => r.status === 'answered'),
      withdrawn: shown.filter((r) => r.status === 'withdrawn'),
      mayAsk: couldEver(ctx.actor, 'question.ask'),
    }
  },
  audit: 'notPersonal',
})

/** Teams in whose name this person may ask. */
export const prepareQuestion = defineQuery({
  name: 'question.prepare',
  input: z.strictObject({}),
  subject: anySubject,
  run: async ({ tx, actor }) => {
    const teams = await tx.team.findMany({
      where: { status: { not: 'dissolved' } },
      select: { id: true, name: true, wojewodztwoCode: true, members: { where: { leftOn: null } } },
      orderBy: { name: 'asc' },
    })
    return {
      teams: teams
        .filter((t) =>
          may(actor, 'question.ask', {
            teamId: t.id,
            wojewodztwoCode: t.wojewodztwoCode,
            memberOfTeam: t.members.some((m) => m.institutionId === actor.institutionId),
          }),
        )
        .map((t) => ({ value: t.id, label: t.name })),
    }
  },
  audit: 'notPersonal',
})

/** One question with every version of its answer, newest first. */
export const readQuestion = defineQuery({
  name: 'question.read',
  input: z.strictObject({ questionId: uuid() }),
  subject: questionFacts,
  run: async (ctx, { questionId }, facts) => {
    const { row } = facts
    const teams = await teamNames(ctx, [row.teamId])
    const answers = await ctx.tx.questionAnswer.findMany({
      where: { questionId },
      orderBy: { versionNo: 'desc' },
    })
    const houses = await ctx.tx.institution.findMany({
      where: { id: { in: answers.map((a) => a.institutionId) } },
      select: { id: true, name: true },
    })
    const rights = mayAll(
      ctx.actor,
      facts,
      'question.assign',
      'question.answer',
      'question.end',
      'question.withdraw',
    )
    const keeps = rights['question.assign']
    return {
      ...rowOf(row, teams.get(row.teamId) ?? null, row.assignedToId === ctx.actor.userId),
      version: row.version,
      body: row.body,
      endReason: row.endReason,
      answers: answers.map((a) => ({
        id: a.id,
        versionNo: a.versionNo,
        body: a.body,
        law: a.law,
        by: a.answeredByName,
        institution: houses.find((h) => h.id === a.institutionId)?.name ?? '',
        at: a.answeredAt,
      })),
      experts: keeps && row.status === 'asked' ? await expertsOf(ctx, row.wojewodztwoCode) : [],
      may: {
        ...rights,
        'question.withdraw':
          rights['question.withdraw'] && (row.status === 'asked' || (row.status === 'answered' && keeps)),
      },
    }
  },
  audit: (_r, _i, { row }) => ({ subjectKind: 'question', subjectIds: [row.id] }),
})
export type QuestionPage = Awaited<ReturnType<typeof readQuestion.execute>>
