import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { codeHash } from '@/lib/baskets/by-link'
import { type LineFacts, lineAudit, lineFacts } from '@/lib/baskets/facts'
import { lineLinkLetter } from '@/lib/messages/pl/letters'
import { env } from '@/lib/platform/env'
import { conflict } from '@/lib/platform/errors'
import { email, uuid } from '@/lib/platform/input'
import { newToken } from '@/lib/platform/tokens'
import { may } from '@/lib/policy/decide'
import { type Context, defineCommand } from '@/lib/policy/usecase'

type Sent = 'sent' | 'closed' | 'somebody' | 'often'

const freshCode = (): string => String(randomInt(0, 100_000_000)).padStart(8, '0')

const sendTo = async (ctx: Context, lineId: string, recipient: string): Promise<string> => {
  const { token, tokenHash } = newToken()
  const code = freshCode()
  const { subject, body } = lineLinkLetter(`${env().PUBLIC_URL}/odpowiedz/${token}`)
  const [row] = await ctx.tx.$queryRaw<{ outcome: Sent }[]>`
    select app.send_line_link(${lineId}::uuid, ${recipient}, ${tokenHash}, ${codeHash(tokenHash, code)}, ${subject}, ${body})
      as outcome`
  if (row?.outcome !== 'sent') throw conflict(`link.${row?.outcome ?? 'closed'}`)
  return code
}

/**
 * A one-time link by mail for an institution in which nobody could answer. The letter says nothing of the family and nothing
 * of the service; the code comes back to the coordinator once, to be told by telephone.
 */
export const sendLineLink = defineCommand({
  name: 'line.sendLink',
  input: z.strictObject({ lineId: uuid(), email: email() }),
  subject: (ctx, { lineId }): Promise<LineFacts> => lineFacts(ctx, lineId),
  run: async (ctx, input, facts) => ({
    lineId: facts.lineId,
    caseId: facts.caseId,
    code: await sendTo(ctx, facts.lineId, input.email),
  }),
  audit: (_result, _input, facts) => lineAudit(facts),
})

/** The link dies at once; a new one may be sent. */
export const takeBackLineLink = defineCommand({
  name: 'line.takeBackLink',
  input: z.strictObject({ lineId: uuid() }),
  subject: (ctx, { lineId }): Promise<LineFacts> => lineFacts(ctx, lineId),
  run: async (ctx, _input, facts) => {
    const [row] = await ctx.tx.$queryRaw<{ done: boolean }[]>`
      select app.take_back_line_link(${facts.lineId}::uuid) as done`
    if (!row?.done) throw conflict('link.gone')
    return { lineId: facts.lineId, caseId: facts.caseId }
  },
  audit: (_result, _input, facts) => lineAudit(facts),
})

/** Of a link what the coordinator asks: where it went, until when, whether it was opened, what became of it. */
const lastLink = async ({ tx, now }: Context, lineId: string) => {
  const row = await tx.lineLink.findFirst({ where: { lineId }, orderBy: { sentAt: 'desc' } })
  return (
    row && {
      recipient: row.recipient,
      sentAt: row.sentAt,
      expiresAt: row.expiresAt,
      openedAt: row.openedAt,
      endedWhy: row.endedWhy ?? (row.expiresAt <= now ? 'expired' : null),
    }
  )
}

/** The way out for a partner without an account: offered where a question waits and nobody there could answer it. */
export const linkOf = async (ctx: Context, facts: LineFacts) => {
  const { row } = facts
  const waits = facts.status === 'proposed' || facts.status === 'waitingList'
  const outside = facts.providerInstitutionId !== facts.ownerInstitutionId
  const allowed = may(ctx.actor, 'line.sendLink', facts)
  const [silent] =
    waits && outside && allowed
      ? await ctx.tx.$queryRaw<{ silent: boolean; email: string | null }[]>`
          select not app.somebody_answers(i.id, ${row.responsibleUserId}::uuid, ${row.ownerInstitutionId}::uuid) as silent, i.email
          from institution i where i.id = ${row.providerInstitutionId}::uuid`
      : []
  return {
    last: await lastLink(ctx, facts.lineId),
    maySend: silent?.silent ?? false,
    mayTakeBack: allowed,
    email: silent?.email ?? null,
  }
}
