import { z } from 'zod'
import { needTypes } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { optional, prose, uuid, version } from '@/lib/platform/input'
import { anySubject, type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'
import type { TransferStatus } from '@/lib/transfers/state'

/** An offer as the receiving team sees it: how many people and which ordinary difficulties, nobody's name. */
export type TransferOffer = {
  readonly id: string
  readonly toTeamId: string
  readonly toInstitutionId: string
  readonly team: string
  readonly fromTeam: string
  readonly fromGmina: string | null
  readonly fromInstitution: string
  readonly askedBy: string | null
  readonly phone: string | null
  readonly status: TransferStatus
  readonly movedOn: IsoDate
  readonly dueOn: IsoDate
  readonly requestedAt: Date
  readonly answeredAt: Date | null
  readonly answerNote: string | null
  /** Null: the offer is over, and with it what was told of the family. */
  readonly persons: number | null
  readonly children: number | null
  readonly needs: readonly string[]
  readonly newCaseId: string | null
  readonly version: number
}

type Row = Omit<TransferOffer, 'movedOn' | 'dueOn' | 'needs'> & {
  movedOn: Date
  dueOn: Date
  needKeys: string[]
  ownerInstitutionId: string
}

const offerRows = ({ tx }: Context): Promise<Row[]> => tx.$queryRaw<Row[]>`
  select id, to_team_id as "toTeamId", to_institution_id as "toInstitutionId", owner_institution_id as "ownerInstitutionId",
    team, from_team as "fromTeam", from_gmina as "fromGmina", from_institution as "fromInstitution", asked_by as "askedBy",
    phone, status, moved_on as "movedOn", due_on as "dueOn", requested_at as "requestedAt", answered_at as "answeredAt",
    answer_note as "answerNote", persons, children, need_keys as "needKeys", new_case_id as "newCaseId", version
  from app.transfer_offers()`

const offerOf = ({ needKeys, ownerInstitutionId: _owner, ...row }: Row): TransferOffer => ({
  ...row,
  movedOn: fromDbDate(row.movedOn),
  dueOn: fromDbDate(row.dueOn),
  needs: needTypes()
    .filter(({ key }) => needKeys.includes(key))
    .map(({ namePl }) => namePl),
})

/** Families that other teams offer to the own one, those that wait first. */
export const listOffers = defineQuery({
  name: 'transfer.offers',
  input: z.strictObject({}),
  subject: anySubject,
  run: async (ctx): Promise<TransferOffer[]> => (await offerRows(ctx)).map(offerOf),
  audit: (offers) => ({ subjectKind: 'transfer', subjectIds: offers.map(({ id }) => id) }),
})

const offerSubject = async (ctx: Context, { transferId }: { transferId: string }) => {
  const row = (await offerRows(ctx)).find(({ id }) => id === transferId)
  if (!row) throw notFound()
  return { teamId: row.toTeamId, institutionId: row.toInstitutionId, offer: row }
}

/** The receiving team says yes, or no with a reason. A yes opens nothing yet: names pass with the family's consent. */
export const answerTransfer = defineCommand({
  name: 'transfer.answer',
  input: z.strictObject({
    transferId: uuid(),
    version: version(),
    answer: z.enum(['accept', 'decline'], { error: 'choose' }),
    note: optional(prose(1000)),
  }),
  subject: offerSubject,
  run: async ({ tx }, { transferId, version: seen, answer, note }) => {
    if (answer === 'decline' && !note) throw invalid({ note: 'required' })
    const [row] = await tx.$queryRaw<{ outcome: string | null }[]>`
      select app.answer_transfer(${transferId}::uuid, ${seen}::int, ${answer === 'accept'}, ${note}) as outcome`
    if (!row?.outcome) throw notFound()
    if (row.outcome !== 'ok') throw conflict(row.outcome)
    return { accepted: answer === 'accept' }
  },
  audit: (_r, { transferId }, { teamId, offer }) => ({
    subjectKind: 'transfer',
    subjectIds: [transferId],
    teamId,
    ownerInstitutionId: offer.ownerInstitutionId,
  }),
})
