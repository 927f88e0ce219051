import { z } from 'zod'
import { type Asked, type Question, type Silence, silences } from '@/lib/board/answers'
import { type BoardCase, isLate, type Lane, lanesOf, type Turn, turnOf } from '@/lib/board/lanes'
import { isOpen, nextSteps } from '@/lib/cases'
import { catalogueHere } from '@/lib/catalogue'
import { type IsoDate, todayInWarsaw } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { CaseStatus } from '@/lib/platform/generated/prisma/enums'
import { uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { teamFacts } from '@/lib/teams'

const open = Object.values(CaseStatus).filter(isOpen)

const casesOf = ({ tx }: Context, teamId: string) =>
  tx.familyCase.findMany({
    where: { teamId, status: { in: open } },
    include: { family: { select: { label: true } } },
  })

type CaseRow = Awaited<ReturnType<typeof casesOf>>[number]

/** Questions without an answer, in cases that this person sees. */
const questionsOf = async (ctx: Context, rows: readonly CaseRow[]): Promise<Question[]> => {
  const lines = await ctx.tx.basketLine.findMany({
    where: { caseId: { in: rows.map(({ id }) => id) }, status: 'proposed', sentAt: { not: null } },
    orderBy: [{ answerDueOn: 'asc' }, { id: 'asc' }],
  })
  const here = await catalogueHere(ctx)
  const names = new Map(rows.map((row) => [row.id, row.family?.label ?? row.number]))
  return lines.map((line) => ({
    lineId: line.id,
    caseId: line.caseId,
    family: names.get(line.caseId) ?? '',
    service: line.title ?? here.nameOf(line.serviceKey, line.regionalServiceId),
    institutionId: line.providerInstitutionId,
    sentOn: line.sentAt ? todayInWarsaw(line.sentAt) : fromDbDate(line.statusSince),
    dueOn: fromDbDateOrNull(line.answerDueOn),
  }))
}

const askedOf = async ({ tx }: Context, ids: readonly string[]): Promise<Asked[]> => {
  const rows = await tx.institution.findMany({
    where: { id: { in: [...new Set(ids)] } },
    include: { kind: { select: { sector: true } } },
  })
  return rows.map((i) => ({ id: i.id, name: i.name, sector: i.kind.sector, phone: i.phone }))
}

/** What lies beside the cases: open proposals, and who leads. */
const besides = async ({ tx }: Context, ids: string[]) => {
  const proposals = await tx.caseProposal.findMany({
    where: { caseId: { in: ids }, decidedAt: null },
    orderBy: { proposedAt: 'asc' },
  })
  const leaders = await tx.roleAssignment.findMany({
    where: { caseId: { in: ids }, role: 'koordynator_rodziny', endedAt: null },
    select: { caseId: true, user: { select: { givenName: true, familyName: true } } },
  })
  return {
    proposals: new Map(proposals.map((p) => [p.caseId, p.kind])),
    leaders: new Map(leaders.map((l) => [l.caseId, `${l.user.givenName} ${l.user.familyName}`])),
  }
}

/** A case that row-level security shows on a board is one that the institution leads or takes part in. */
const stepFacts = ({ actor }: Context, row: CaseRow) => {
  const own = row.ownerInstitutionId === actor.institutionId
  return {
    caseId: row.id,
    teamId: row.teamId,
    ownerInstitutionId: row.ownerInstitutionId,
    status: row.status,
    subject: row.subject,
    participates: own,
    open: own,
  }
}

const boardCases = async (
  ctx: Context,
  rows: readonly CaseRow[],
  questions: readonly Question[],
): Promise<BoardCase[]> => {
  const around = await besides(
    ctx,
    rows.map(({ id }) => id),
  )
  const steps = await nextSteps(
    ctx,
    rows.map((row) => stepFacts(ctx, row)),
  )
  return rows.map((row) => {
    const own = questions.filter((question) => question.caseId === row.id)
    return {
      id: row.id,
      number: row.number,
      label: row.family?.label ?? null,
      status: row.status,
      statusSince: fromDbDate(row.statusSince),
      dueOn: fromDbDateOrNull(row.dueOn),
      reviewOn: fromDbDateOrNull(row.reviewOn),
      proposal: row.status === 'screening' ? (around.proposals.get(row.id) ?? null) : null,
      ready: steps.get(row.id)?.missing.length === 0,
      mine: steps.get(row.id)?.waitsForMe ?? false,
      coordinator: around.leaders.get(row.id) ?? null,
      waiting: own.length,
      lateAnswers: own.filter(({ dueOn }) => dueOn !== null && dueOn < ctx.today).length,
    }
  })
}

export type Decision = { readonly row: BoardCase; readonly turn: Turn }

/** Turns of the heads of the team, the own first, then by the term. */
const decisionsOf = (cases: readonly BoardCase[]): Decision[] =>
  cases
    .flatMap((row): Decision[] => {
      const turn = turnOf(row)
      return turn ? [{ row, turn }] : []
    })
    .sort(
      (a, b) =>
        Number(b.row.mine) - Number(a.row.mine) ||
        (a.row.dueOn ?? '9999').localeCompare(b.row.dueOn ?? '9999') ||
        a.row.id.localeCompare(b.row.id),
    )

export type TeamBoard = {
  readonly teamId: string
  readonly lanes: readonly Lane[]
  readonly open: number
  readonly decisions: readonly Decision[]
  readonly late: readonly BoardCase[]
  readonly lateQuestions: readonly (Question & { readonly institution: string })[]
  readonly questions: number
  readonly silences: readonly Silence[]
  readonly agreementTo: IsoDate | null
  readonly today: IsoDate
}

/**
 * The board of a team: cases by stage, whose decision is awaited, what is late, which institution has not answered.
 * Only cases and lines that row-level security shows: a leader's own unit, a coordinator's whole team, a PCPR's own part.
 */
export const teamBoard = defineQuery({
  name: 'board.team',
  input: z.strictObject({ teamId: uuid() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { teamId }, { team }): Promise<TeamBoard> => {
    const rows = await casesOf(ctx, teamId)
    const questions = await questionsOf(ctx, rows)
    const cases = await boardCases(ctx, rows, questions)
    const asked = await askedOf(
      ctx,
      questions.map(({ institutionId }) => institutionId),
    )
    const nameOf = new Map(asked.map(({ id, name }) => [id, name]))
    return {
      teamId,
      lanes: lanesOf(cases, ctx.today),
      open: cases.length,
      decisions: decisionsOf(cases),
      late: cases
        .filter((row) => isLate(row, ctx.today))
        .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || a.id.localeCompare(b.id)),
      lateQuestions: questions
        .filter(({ dueOn }) => dueOn !== null && dueOn < ctx.today)
        .map((question) => ({ ...question, institution: nameOf.get(question.institutionId) ?? '' })),
      questions: questions.length,
      silences: silences(questions, asked, ctx.today),
      agreementTo: fromDbDateOrNull(team.agreementTo),
      today: ctx.today,
    }
  },
  audit: (board) => ({
    subjectKind: 'case',
    subjectIds: board.lanes.flatMap((lane) => lane.cases.map(({ id }) => id)),
    teamId: board.teamId,
  }),
})
