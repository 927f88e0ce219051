import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type LineAction, type LineStatus, lineStep } from '@/lib/baskets/state'
import { declineReasons } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { searchHash } from '@/lib/platform/crypto'
import { asSystem } from '@/lib/platform/db'
import { AppError, conflict, invalid } from '@/lib/platform/errors'
import { line, optional, personName, prose, version, withoutControlsIn } from '@/lib/platform/input'
import { hashToken } from '@/lib/platform/tokens'

/** The hash under which the code of one link is kept: keyed, so that eight digits are not guessed from a stolen table. */
export const codeHash = (tokenHash: string, code: string): string =>
  searchHash(`${tokenHash} ${code.replace(/\D/gu, '')}`, 'link-code')

/** The one line that a link shows: what its provider would see of it, and nothing of the case around it. */
export type LineByLink = {
  readonly version: number
  readonly status: LineStatus
  readonly service: string
  readonly title: string | null
  readonly scope: string | null
  readonly place: string | null
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
  readonly frequency: string
  readonly quantity: number | null
  readonly unit: string
  readonly weekday: number | null
  readonly atTime: string | null
  readonly answerDueOn: IsoDate | null
  readonly requiresDecision: boolean
  /** the institution that is asked */
  readonly institution: string
  readonly persons: readonly string[]
  /** persons for whom it is but whose consent does not reach the institution */
  readonly hidden: number
  /** label of the family where the line is for all of it */
  readonly family: string | null
  readonly asker: {
    readonly name: string
    readonly institution: string
    readonly phone: string | null
  } | null
}

/**
 * Proves the code of a link and gives a pass for half an hour. One refusal for everything that may be wrong (no such link,
 * answered, taken back, expired, consent withdrawn, another code); throws `limited` when the address or the link must wait.
 */
export const proveLink = async (input: { token: string; code: string; address: string }): Promise<string> => {
  const tokenHash = hashToken(input.token)
  const pass = randomBytes(32).toString('base64url')
  const [row] = await asSystem(
    'line-link',
    (tx) => tx.$queryRaw<{ outcome: 'ok' | 'wrong' | 'limited' }[]>`
      select app.prove_line_link(${tokenHash}, ${codeHash(tokenHash, input.code)}, ${hashToken(pass)}, ${input.address}) as outcome`,
  )
  if (row?.outcome === 'limited') throw new AppError('limited', 'signInAddressLimited', {}, { minutes: 15 })
  if (row?.outcome !== 'ok') throw new AppError('invalid', 'link.wrong')
  return pass
}

/** The line behind a proved link, or null: never proved, half an hour ago, or the link died meanwhile. */
export const lineByLink = async (token: string, pass: string): Promise<LineByLink | null> => {
  const [row] = await asSystem(
    'line-link',
    (tx) => tx.$queryRaw<{ line: LineByLink | null }[]>`
      select app.line_by_link(${hashToken(token)}, ${hashToken(pass)}) as line`,
  )
  return row?.line ?? null
}

const outsideSteps = ['accept', 'decline', 'wait'] as const satisfies readonly LineAction[]
export type OutsideStep = (typeof outsideSteps)[number]

const conditionsOf = (view: LineByLink) => ({
  status: view.status,
  caseOpen: true, // the database shows no line of a case that does not run
  planInForce: false,
  requiresDecision: view.requiresDecision,
  decisionNumber: null,
  decisionOn: null,
  correctable: false,
})

/** Which answers the line takes now, by the same machine as for an account. */
export const outsideAnswers = (view: LineByLink): OutsideStep[] =>
  outsideSteps.filter((step) => lineStep(conditionsOf(view), step).ok)

const answerInput = z.strictObject({
  version: version(),
  answer: z.enum(outsideSteps, { error: 'choose' }),
  reasonKey: optional(z.string().refine((key) => declineReasons().some((r) => r.key === key), 'choose')),
  note: optional(prose(500)),
  name: personName(120),
  function: line(120),
})
export type OutsideAnswer = z.input<typeof answerInput>

const read = (raw: unknown) => {
  const parsed = answerInput.safeParse(withoutControlsIn(raw))
  if (!parsed.success)
    throw invalid(Object.fromEntries(parsed.error.issues.map((i) => [i.path.join('.'), i.message])))
  const answer = parsed.data
  if (answer.answer === 'decline' && !answer.reasonKey) throw invalid({ reasonKey: 'choose' })
  if (answer.answer === 'decline' && answer.reasonKey === 'inne' && !answer.note)
    throw invalid({ note: 'required' })
  return answer
}

/**
 * The answer of somebody without an account, who says who they are. The same steps and the same gate of consent as for an
 * account; of two answers at once one counts. Throws `conflict`: line.changed, link.gone, line.<refusal>.
 */
export const answerByLink = async (token: string, pass: string, raw: unknown): Promise<OutsideStep> => {
  const input = read(raw)
  const view = await lineByLink(token, pass)
  if (!view) throw conflict('link.gone')
  const step = lineStep(conditionsOf(view), input.answer)
  if (!step.ok) throw conflict(`line.${step.reason}`)
  const reason = input.answer === 'decline' ? input.reasonKey : null
  const [row] = await asSystem(
    'line-link',
    (tx) => tx.$queryRaw<{ outcome: 'done' | 'gone' | 'changed' }[]>`
      select app.answer_by_link(${hashToken(token)}, ${hashToken(pass)}, ${input.version}::int, ${view.status}, ${step.to[0]},
        ${reason}, ${input.note}, ${input.name}, ${input.function}) as outcome`,
  )
  if (row?.outcome === 'gone') throw conflict('link.gone')
  if (row?.outcome !== 'done') throw conflict('line.changed')
  return input.answer
}
