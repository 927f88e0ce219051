import { z } from 'zod'
import { isFinal, lineViews } from '@/lib/baskets'
import { bySubject, type CaseFacts, isOpen, ofCase } from '@/lib/cases'
import { serviceTypes } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { mayCarry } from '@/lib/plans'
import { fromDbDate } from '@/lib/platform/clock'
import { optional, line as text, uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { adultsMissing, transferPeople } from '@/lib/transfers/scope'
import { isLive, stageRefusal, type TransferStatus } from '@/lib/transfers/state'

/** A team that may take the family now. */
export type TransferTeam = {
  readonly id: string
  readonly name: string
  readonly gmina: string | null
  readonly powiat: string | null
  readonly institution: string
}

const teamsShown = 20

const teamsFor = ({ tx }: Context, caseId: string, words: string | null): Promise<TransferTeam[]> =>
  tx.$queryRaw<TransferTeam[]>`
    select id, name, gmina, powiat, institution from app.transfer_teams(${caseId}::uuid, ${words}) limit ${teamsShown}`

type NameRow = {
  id: string
  team: string | null
  institution: string
  requestedBy: string | null
  answeredBy: string | null
}

/** Names for the rows of transfers: institutions are public, a team of another gmina and its people are not. */
const namesOf = ({ tx }: Context, caseId: string): Promise<NameRow[]> => tx.$queryRaw<NameRow[]>`
  select x.id, i.name as institution, app.transfer_team_name(x.id) as team,
    u.given_name || ' ' || u.family_name as "requestedBy", app.transfer_answerer(x.id) as "answeredBy"
  from case_transfer x join institution i on i.id = x.to_institution_id
    left join user_account u on u.id = x.requested_by_id
  where x.case_id = ${caseId}::uuid`

/** Offers of this case, the newest first. */
const offersOf = async (ctx: Context, caseId: string) => {
  const rows = await ctx.tx.caseTransfer.findMany({ where: { caseId }, orderBy: { requestedAt: 'desc' } })
  const names = rows.length > 0 ? await namesOf(ctx, caseId) : []
  return rows.map((row) => {
    const name = names.find(({ id }) => id === row.id)
    return {
      id: row.id,
      status: row.status as TransferStatus,
      toInstitutionId: row.toInstitutionId,
      team: name?.team ?? null,
      institution: name?.institution ?? '',
      requestedBy: name?.requestedBy ?? null,
      answeredBy: name?.answeredBy ?? null,
      movedOn: fromDbDate(row.movedOn),
      dueOn: fromDbDate(row.dueOn),
      requestedAt: row.requestedAt,
      answeredAt: row.answeredAt,
      endedAt: row.endedAt,
      note: row.note,
      answerNote: row.answerNote,
      endReason: row.endReason,
      version: row.version,
    }
  })
}

export type CaseOffer = Awaited<ReturnType<typeof offersOf>>[number]

/** Services that are not over; those that may be handed over go on with their providers. */
const openLines = async (ctx: Context, facts: CaseFacts) => {
  const rows = await ctx.tx.basketLine.findMany({
    where: { caseId: facts.caseId },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
  const open = rows.filter((row) => !isFinal(row.status))
  return (await lineViews(ctx, open, facts)).map((view) => ({
    id: view.id,
    name: `${view.title ?? view.service}, ${view.provider.name}`,
    status: view.status,
    mayHand: mayCarry(view),
    carried: open.some((row) => row.id === view.id && row.carriedOn !== null),
  }))
}

export type TransferOrigin = {
  readonly team: string
  readonly institution: string
  readonly number: string
  readonly movedOn: IsoDate
  readonly passedOn: IsoDate
  readonly askedBy: string | null
  readonly phone: string | null
  readonly lines: readonly { service: string; provider: string; startsOn: IsoDate; endsOn: IsoDate | null }[]
}

/** For the team that took the family over: where it comes from, and which services go on there. */
const originOf = async ({ tx }: Context, caseId: string): Promise<TransferOrigin | null> => {
  const [row] = await tx.$queryRaw<{ origin: TransferOrigin | null }[]>`
    select app.transfer_origin(${caseId}::uuid) as origin`
  const names = new Map(serviceTypes().map((s) => [s.key, s.namePl]))
  return row?.origin
    ? {
        ...row.origin,
        lines: row.origin.lines.map((l) => ({ ...l, service: names.get(l.service) ?? l.service })),
      }
    : null
}

/** The handing over of this case: from where it came, to whom it is offered, what is still missing. */
export const readTransfer = defineQuery({
  name: 'transfer.read',
  input: z.strictObject({ caseId: uuid(), words: optional(text(80)) }),
  subject: bySubject,
  run: async (ctx, { caseId, words }, facts) => {
    const may = mayAll(
      ctx.actor,
      facts,
      'transfer.request',
      'transfer.withdraw',
      'transfer.pass',
      'consent.list',
    )
    const offers = await offersOf(ctx, caseId)
    const live = offers.find((offer) => isLive(offer.status)) ?? null
    const people = live ? await transferPeople(ctx, facts, live.toInstitutionId) : []
    const own = live?.toInstitutionId === facts.ownerInstitutionId
    const asking = may['transfer.request'] && live === null && isOpen(facts.status)
    const refusal = facts.subject === 'environment' ? 'transfer.environment' : stageRefusal[facts.status]
    return {
      today: ctx.today,
      open: isOpen(facts.status),
      refusal,
      offers,
      live,
      people,
      missing: own ? [] : adultsMissing(people).map(({ name }) => name),
      lines: live ? await openLines(ctx, facts) : [],
      teams: asking && refusal === null ? await teamsFor(ctx, caseId, words) : [],
      teamsShown,
      origin: await originOf(ctx, caseId),
      may: {
        request: asking && refusal === null,
        withdraw: may['transfer.withdraw'] && live !== null,
        pass: may['transfer.pass'] && live?.status === 'accepted',
        consents: may['consent.list'],
      },
    }
  },
  audit: ({ people }, _input, facts) =>
    people.length > 0
      ? { ...ofCase(facts), subjectKind: 'person', subjectIds: people.map(({ personId }) => personId) }
      : ofCase(facts),
})

export type TransferPage = Awaited<ReturnType<typeof readTransfer.execute>>
