import { z } from 'zod'
import { aboutMeeting, demandStage, meetingFacts } from '@/lib/meetings/facts'
import { invalid } from '@/lib/platform/errors'
import { optional, personName, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

export type Seat = { readonly representative: string | null; readonly deputy: string | null }

/** Who speaks for each party, by its institution. */
export const seatsOf = async ({ tx }: Context, teamId: string): Promise<ReadonlyMap<string, Seat>> => {
  const members = await tx.teamMember.findMany({
    where: { teamId, leftOn: null },
    select: { institutionId: true, representativeId: true, deputyId: true },
  })
  const ids = members.flatMap((m) => [m.representativeId, m.deputyId]).flatMap((id) => id ?? [])
  const users = await tx.userAccount.findMany({
    where: { id: { in: ids } },
    select: { id: true, givenName: true, familyName: true },
  })
  const name = new Map(users.map((u) => [u.id, `${u.givenName} ${u.familyName}`]))
  return new Map(
    members.map((m) => [
      m.institutionId,
      {
        representative: name.get(m.representativeId ?? '') ?? null,
        deputy: name.get(m.deputyId ?? '') ?? null,
      },
    ]),
  )
}

const partyInput = z.strictObject({
  id: uuid(),
  came: z.enum(['nobody', 'representative', 'deputy', 'other'], { error: 'choose' }),
  name: optional(personName(120)),
})

/** Who came for each party: its representative, the deputy, or somebody else by name. */
export const recordAttendance = defineCommand({
  name: 'meeting.attend',
  input: z.strictObject({ meetingId: uuid(), parties: z.array(partyInput).max(200) }),
  subject: meetingFacts,
  run: async (ctx, { parties }, facts) => {
    demandStage(facts.row.status, 'attend')
    const meetingId = facts.row.id
    const rows = await ctx.tx.meetingParty.findMany({ where: { meetingId } })
    const seats = await seatsOf(ctx, facts.row.teamId)
    for (const [i, { id, came, name }] of parties.entries()) {
      const row = rows.find((r) => r.id === id)
      if (!row) throw invalid({ [`parties.${i}.came`]: 'choose' })
      const seat = seats.get(row.institutionId)
      const who = came === 'other' ? name : came === 'nobody' ? null : (seat?.[came] ?? name)
      if (came !== 'nobody' && !who) throw invalid({ [`parties.${i}.name`]: 'required' })
      await ctx.tx.meetingParty.updateMany({
        where: { id },
        data: { came: came === 'nobody' ? null : came, cameName: who },
      })
    }
    return { meetingId }
  },
  audit: aboutMeeting,
})
