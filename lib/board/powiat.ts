import { z } from 'zod'
import { type LineView, lineViews } from '@/lib/baskets'
import { isOpen } from '@/lib/cases'
import { type IsoDate, todayInWarsaw } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { CaseStatus } from '@/lib/platform/generated/prisma/enums'
import { anySubject, type Context, defineQuery } from '@/lib/policy/usecase'
import { unitNames } from '@/lib/territory'

const openStages = Object.values(CaseStatus).filter(isOpen)

/** late: past its term and ours; ours: our turn; others: somebody else's turn, ours to know. */
export type TaskTone = 'late' | 'ours' | 'others'
export type TaskKind = 'answer' | 'deliver' | 'counter' | 'lateCase' | 'sign'

/** One thing of the powiat's work list. */
export type Task = {
  readonly id: string
  readonly kind: TaskKind
  readonly tone: TaskTone
  readonly teamId: string
  readonly caseId: string | null
  readonly lineId: string | null
  /** Family and number where they may be shown; null for a matter of the team. */
  readonly family: string | null
  readonly number: string | null
  readonly service: string | null
  readonly stage: CaseStatus | null
  readonly since: IsoDate | null
  readonly dueOn: IsoDate | null
  /** This person may answer or note it. */
  readonly mayAct: boolean
}

export type PowiatTeam = {
  readonly id: string
  readonly name: string
  readonly forming: boolean
  readonly institutions: number
  readonly cases: number
  readonly ours: number
  readonly late: number
}

/** Who of the own institution answers for how many services; null: nobody is named yet. */
export type Load = {
  readonly userId: string | null
  readonly name: string | null
  readonly services: number
  readonly teams: number
  readonly late: number
}

export type PowiatWork = {
  readonly teams: readonly PowiatTeam[]
  readonly tasks: readonly Task[]
  readonly loads: readonly Load[]
  readonly cases: number
  readonly today: IsoDate
}

const linesOf = (ctx: Context) =>
  ctx.tx.basketLine.findMany({
    where: {
      providerInstitutionId: ctx.actor.institutionId,
      status: { in: ['proposed', 'counterProposed', 'accepted', 'scheduled', 'inProgress'] },
    },
    include: { familyCase: { select: { number: true, family: { select: { label: true } } } } },
    orderBy: [{ answerDueOn: 'asc' }, { id: 'asc' }],
    take: 500,
  })

type Line = Awaited<ReturnType<typeof linesOf>>[number]

const kindOf = (line: Line, view: LineView): TaskKind | null => {
  if (line.status === 'proposed') return 'answer'
  if (line.status === 'counterProposed') return 'counter'
  return view.late ? 'deliver' : null
}

/** Asked on, last helped on (or should have begun on), changed on. */
const sinceOf = (line: Line, view: LineView, kind: TaskKind): IsoDate => {
  if (kind === 'answer' && line.sentAt) return todayInWarsaw(line.sentAt)
  if (kind === 'deliver') return view.lastDeliveryOn ?? view.startsOn
  return fromDbDate(line.statusSince)
}

const taskOf = (line: Line, view: LineView): Task[] => {
  const kind = kindOf(line, view)
  if (!kind) return []
  const late = kind === 'deliver' || view.answerLate
  return [
    {
      id: line.id,
      kind,
      tone: kind === 'counter' ? 'others' : late ? 'late' : 'ours',
      teamId: line.teamId,
      caseId: line.caseId,
      lineId: line.id,
      family: line.familyCase.family?.label ?? null,
      number: line.familyCase.number,
      service: view.title ?? view.service,
      stage: null,
      since: sinceOf(line, view, kind),
      dueOn: kind === 'deliver' ? view.nextExpectedOn : kind === 'answer' ? view.answerDueOn : null,
      mayAct: view.can.includes('accept') || view.can.includes('deliver') || view.can.includes('start'),
    },
  ]
}

const casesOf = (ctx: Context) =>
  ctx.tx.familyCase.findMany({
    where: { status: { in: openStages } },
    include: { family: { select: { label: true } } },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: 500,
  })

const lateCases = (rows: Awaited<ReturnType<typeof casesOf>>, today: IsoDate): Task[] =>
  rows.flatMap((row): Task[] => {
    const dueOn = fromDbDateOrNull(row.dueOn)
    if (dueOn === null || dueOn >= today) return []
    return [
      {
        id: row.id,
        kind: 'lateCase',
        tone: 'others',
        teamId: row.teamId,
        caseId: row.id,
        lineId: null,
        family: row.family?.label ?? null,
        number: row.number,
        service: null,
        stage: row.status,
        since: fromDbDate(row.statusSince),
        dueOn,
        mayAct: false,
      },
    ]
  })

const teamsOf = (ctx: Context) =>
  ctx.tx.team.findMany({
    where: {
      status: { not: 'dissolved' },
      members: { some: { institutionId: ctx.actor.institutionId, leftOn: null } },
    },
    include: { members: { where: { leftOn: null }, select: { institutionId: true, signedOn: true } } },
    orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }],
  })

type TeamRows = Awaited<ReturnType<typeof teamsOf>>

/** Agreements that went out and that the own institution has not signed. */
const toSign = (teams: TeamRows, institutionId: string): Task[] =>
  teams
    .filter(
      (team) =>
        team.status === 'agreement' &&
        team.members.some((m) => m.institutionId === institutionId && m.signedOn === null),
    )
    .map((team) => ({
      id: team.id,
      kind: 'sign' as const,
      tone: 'ours' as const,
      teamId: team.id,
      caseId: null,
      lineId: null,
      family: null,
      number: null,
      service: null,
      stage: null,
      since: null,
      dueOn: null,
      mayAct: true,
    }))

const loadsOf = (lines: readonly Line[], views: ReadonlyMap<string, LineView>): Load[] => {
  const people = [...new Set(lines.map((line) => line.responsibleUserId))]
  return people
    .map((userId) => {
      const own = lines.filter((line) => line.responsibleUserId === userId)
      const seen = own.flatMap((line) => views.get(line.id) ?? [])
      return {
        userId,
        name: seen[0]?.responsible ?? null,
        services: own.length,
        teams: new Set(own.map((line) => line.teamId)).size,
        late: seen.filter((view) => view.late || view.answerLate).length,
      }
    })
    .sort((a, b) => Number(a.userId === null) - Number(b.userId === null) || b.services - a.services)
}

const order: readonly TaskTone[] = ['late', 'ours', 'others']

const byTurn = (a: Task, b: Task): number =>
  order.indexOf(a.tone) - order.indexOf(b.tone) ||
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
  a.id.localeCompare(b.id)

/** One work list over all teams of the powiat: what waits for us, what is late, which team waits (experience: PCPR). */
export const powiatWork = defineQuery({
  name: 'board.powiat',
  input: z.strictObject({}),
  subject: anySubject,
  run: async (ctx): Promise<PowiatWork> => {
    const [lines, cases, teams] = [await linesOf(ctx), await casesOf(ctx), await teamsOf(ctx)]
    const gminas = await unitNames(
      ctx.tx,
      teams.map((team) => team.gminaCode),
    )
    // Of one powiat the gmina says which team; two models in one gmina are told apart by their whole names.
    const nameIn = (team: TeamRows[number]): string =>
      teams.filter((other) => other.gminaCode === team.gminaCode).length > 1
        ? team.name
        : (gminas.get(team.gminaCode) ?? team.name)
    const views = new Map((await lineViews(ctx, lines)).map((view) => [view.id, view]))
    const tasks = [
      ...lines.flatMap((line) => {
        const view = views.get(line.id)
        return view ? taskOf(line, view) : []
      }),
      ...lateCases(cases, ctx.today),
      ...toSign(teams, ctx.actor.institutionId),
    ].sort(byTurn)
    return {
      teams: teams.map((team) => ({
        id: team.id,
        name: nameIn(team),
        forming: team.status === 'initiated' || team.status === 'agreement',
        institutions: team.members.length,
        cases: cases.filter((row) => row.teamId === team.id).length,
        ours: tasks.filter((task) => task.teamId === team.id && task.tone !== 'others').length,
        late: tasks.filter((task) => task.teamId === team.id && task.tone === 'late').length,
      })),
      tasks,
      loads: loadsOf(lines, views),
      cases: cases.length,
      today: ctx.today,
    }
  },
  audit: ({ tasks }) => ({
    subjectKind: 'case',
    subjectIds: [...new Set(tasks.flatMap(({ caseId }) => caseId ?? []))],
  }),
})
