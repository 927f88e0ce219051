import { z } from 'zod'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, notFound } from '@/lib/platform/errors'
import { line, prose, uuid } from '@/lib/platform/input'
import type { Facts } from '@/lib/policy/decide'
import { type Context, defineCommand } from '@/lib/policy/usecase'

type CaseOfHold = Facts & { readonly institutionId: string; readonly id: string; readonly team: string }

const ofHeld = ({ id, team, institutionId }: CaseOfHold) => ({
  subjectKind: 'case',
  subjectIds: [id],
  caseId: id,
  teamId: team,
  ownerInstitutionId: institutionId,
})

/** The officer reads no row of a case: of this number the id, if the case is the own unit's. */
const byNumber = async ({ tx, actor }: Context, { number }: { number: string }): Promise<CaseOfHold> => {
  const [row] = await tx.$queryRaw<
    { id: string; team_id: string }[]
  >`select * from app.case_to_hold(${number})`
  if (row) return { institutionId: actor.institutionId, id: row.id, team: row.team_id }
  throw notFound()
}

/** Keeps the files of a case out of destruction (a dispute, a control, a request of the person). */
export const setHold = defineCommand({
  name: 'hold.set',
  input: z.strictObject({ number: line(40), reason: prose(500) }),
  subject: byNumber,
  run: async ({ tx, actor, today }, { reason }, facts) => {
    if (await tx.legalHold.count({ where: { caseId: facts.id, endedAt: null } }))
      throw conflict('alreadyHeld')
    await tx.legalHold.createMany({
      data: [
        {
          caseId: facts.id,
          teamId: facts.team,
          ownerInstitutionId: actor.institutionId,
          reason,
          setById: actor.userId,
          startsOn: toDbDate(today),
        },
      ],
    })
  },
  audit: (_r, _i, facts) => ofHeld(facts),
})

const byHold = async ({ tx }: Context, { holdId }: { holdId: string }): Promise<CaseOfHold> => {
  const row = await tx.legalHold.findUnique({ where: { id: holdId } })
  if (!row) throw notFound()
  return { institutionId: row.ownerInstitutionId, id: row.caseId, team: row.teamId }
}

export const endHold = defineCommand({
  name: 'hold.end',
  input: z.strictObject({ holdId: uuid() }),
  subject: byHold,
  run: async ({ tx, now }, { holdId }) => {
    const ended = await tx.legalHold.updateMany({
      where: { id: holdId, endedAt: null },
      data: { endedAt: now },
    })
    if (ended.count !== 1) throw conflict('stale')
  },
  audit: (_r, _i, facts) => ofHeld(facts),
})
