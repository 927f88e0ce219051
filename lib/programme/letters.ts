import { z } from 'zod'
import { tell } from '@/lib/notifications'
import { mailStaff, namesOf } from '@/lib/people'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, invalid } from '@/lib/platform/errors'
import { line, many, prose, uuid } from '@/lib/platform/input'
import { cursor, direction, pageOf } from '@/lib/platform/keyset'
import { anySubject, type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'
import { regionOf } from '@/lib/programme/facts'
import { selectedTeams, teamFacts } from '@/lib/teams'

const pageSize = 20

type Leader = { readonly userId: string; readonly institutionId: string; readonly teamId: string }

/** Leaders of these teams today: of the gmina and of the powiat. */
const leadersOf = async ({ tx, today }: Context, teamIds: readonly string[]): Promise<Leader[]> => {
  const day = toDbDate(today)
  const rows = await tx.roleAssignment.findMany({
    where: {
      teamId: { in: [...teamIds] },
      role: { in: ['lider_gminny', 'lider_powiatowy'] },
      endedAt: null,
      startsOn: { lte: day },
      OR: [{ endsOn: null }, { endsOn: { gte: day } }],
    },
    select: { userId: true, institutionId: true, teamId: true },
  })
  return rows.flatMap(({ teamId, ...row }) => (teamId ? [{ ...row, teamId }] : []))
}

export type LetterTeam = { readonly id: string; readonly name: string; readonly leaders: readonly string[] }

/** The teams of a selection with the leaders who would get the letter. */
export const prepareLetter = defineQuery({
  name: 'letter.prepare',
  input: z.strictObject({
    text: z.string().max(200).default(''),
    status: z.string().max(20).optional(),
    risk: z.string().max(20).optional(),
  }),
  subject: anySubject,
  run: async (ctx, selection): Promise<LetterTeam[]> => {
    const teams = await selectedTeams(ctx.tx, selection)
    const leaders = await leadersOf(
      ctx,
      teams.map(({ id }) => id),
    )
    const names = await namesOf(
      ctx.tx,
      leaders.map(({ userId }) => userId),
    )
    return teams.map(({ id, name }) => ({
      id,
      name,
      leaders: leaders.flatMap((one) => (one.teamId === id ? (names.get(one.userId) ?? []) : [])),
    }))
  },
  audit: 'notPersonal',
})

/** Writes to the leaders of the chosen teams: on the bell and by mail, kept with who wrote it and to how many. */
export const sendLetter = defineCommand({
  name: 'letter.send',
  input: z.strictObject({ teams: many(uuid()), subject: line(120), body: prose(4000) }),
  subject: ({ actor }) => ({ wojewodztwoCode: regionOf(actor) }),
  run: async (ctx, { teams, subject, body }) => {
    const { tx, actor } = ctx
    const wanted = [...new Set(teams)]
    if (wanted.length === 0) throw invalid({ teams: 'choose' })
    const visible = await tx.team.count({
      where: { id: { in: wanted }, wojewodztwoCode: regionOf(actor), status: { not: 'dissolved' } },
    })
    if (visible !== wanted.length) throw invalid({ teams: 'choose' })
    const leaders = (await leadersOf(ctx, wanted)).filter(({ userId }) => userId !== actor.userId)
    const people = new Set(leaders.map(({ userId }) => userId))
    if (people.size === 0) throw conflict('letterToNobody')
    const letterId = crypto.randomUUID()
    await tx.teamLetter.createMany({
      data: [
        {
          id: letterId,
          wojewodztwoCode: regionOf(actor),
          institutionId: actor.institutionId,
          authorId: actor.userId,
          authorName: `${actor.givenName} ${actor.familyName}`,
          subject,
          body,
          teams: wanted.length,
          recipients: people.size,
        },
      ],
    })
    await tx.teamLetterTeam.createMany({ data: wanted.map((teamId) => ({ letterId, teamId })) })
    // one letter a person, on the bell of the first of the teams that this person leads in an institution
    const first = new Map<string, Leader>()
    for (const one of leaders)
      if (!first.has(`${one.userId} ${one.institutionId}`))
        first.set(`${one.userId} ${one.institutionId}`, one)
    for (const one of first.values()) await tell(ctx, [one], { kind: 'team.letter', teamId: one.teamId })
    await mailStaff(ctx, [...people], { subject, body })
    return { letterId, recipients: people.size, teams: wanted.length }
  },
  audit: ({ letterId, recipients, teams }) => ({
    subjectKind: 'teamLetter',
    subjectIds: [letterId],
    reason: `${teams} / ${recipients}`,
  }),
})

export type LetterRow = {
  readonly id: string
  readonly subject: string
  readonly body: string
  readonly author: string
  readonly at: Date
  readonly teams: number
  readonly recipients: number
}

const rowOf = (row: {
  id: string
  subject: string
  body: string
  authorName: string
  sentAt: Date
  teams: number
  recipients: number
}): LetterRow => ({
  id: row.id,
  subject: row.subject,
  body: row.body,
  author: row.authorName,
  at: row.sentAt,
  teams: row.teams,
  recipients: row.recipients,
})

/** What was written to leaders, newest first: the coordinator reads all of the region, an animator the own. */
export const listLetters = defineQuery({
  name: 'letter.list',
  input: z.strictObject({ cursor: cursor() }),
  subject: anySubject,
  run: async ({ tx }, { cursor: at }) => {
    const order = direction(at, 'desc')
    const side = order === 'asc' ? 'gt' : 'lt'
    const beyond = at
      ? {
          OR: [
            { sentAt: { [side]: new Date(at.value) } },
            { sentAt: new Date(at.value), id: { [side]: at.id } },
          ],
        }
      : {}
    const found = await tx.teamLetter.findMany({
      where: beyond,
      orderBy: [{ sentAt: order }, { id: order }],
      take: pageSize + 1,
    })
    const page = pageOf(found, pageSize, at, (row) => ({ value: row.sentAt.toISOString(), id: row.id }))
    return { ...page, rows: page.rows.map(rowOf) }
  },
  audit: 'notPersonal',
})

/** What the ROPS wrote to the leaders of this team. */
export const lettersToTeam = defineQuery({
  name: 'letter.ofTeam',
  input: z.strictObject({ teamId: uuid() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async ({ tx }, { teamId }): Promise<LetterRow[]> => {
    const rows = await tx.teamLetter.findMany({
      where: { to: { some: { teamId } } },
      orderBy: [{ sentAt: 'desc' }, { id: 'asc' }],
      take: 100,
    })
    return rows.map(rowOf)
  },
  audit: 'notPersonal',
})
