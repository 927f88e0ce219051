import { beforeEach, describe, expect, it } from 'vitest'
import { answerByLink, lineByLink, proveLink, sendLineLink, takeBackLineLink } from '@/lib/baskets'
import { asActor, asSystem } from '@/lib/platform/db'
import { lineRow, makeLine } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import { linkTo, partner, proved } from '@/tests/support/line-link'
import { refusal } from '@/tests/support/refusal'
import { child, clinic, coordinator, head, leader, made, useScene } from '@/tests/support/scenes/basket'
import { consent, withdraw } from '@/tests/support/world'

useScene()

let lineId: string
let consentId: string

beforeEach(async () => {
  await asOwner().query('delete from sign_in_attempt')
  consentId = await consent(made, child, clinic, ['PODSTAWOWE', 'EDUKACJA'])
  lineId = await makeLine(made, { provider: clinic, createdBy: coordinator.userId, persons: [child] })
})

const at = '192.0.2.9'
const another = (code: string): string => (code === '00000000' ? '11111111' : '00000000')
const accept = { ...partner, version: 1, answer: 'accept' as const }
const whyEnded = async (): Promise<unknown> =>
  (
    await asOwner().query<{ ended_why: string | null }>(
      'select ended_why from line_link where line_id = $1 order by sent_at desc limit 1',
      [lineId],
    )
  ).rows[0]?.ended_why

describe('the code', () => {
  it('is tried five times: then the link is dead for the right one too, and the coordinator is told', async () => {
    const { token, code } = await linkTo(coordinator, lineId)
    for (let n = 0; n < 5; n += 1)
      expect(await refusal(proveLink({ token, code: another(code), address: at }))).toBe('invalid link.wrong')
    await asOwner().query('delete from sign_in_attempt')
    expect(await refusal(proveLink({ token, code, address: at }))).toBe('invalid link.wrong')
    expect(await whyEnded()).toBe('tries')
    const { rows } = await asOwner().query('select kind from notification where user_id = $1', [
      coordinator.userId,
    ])
    expect(rows).toEqual([{ kind: 'line.linkBlocked' }])
  })

  it('of another link does not open this one', async () => {
    const first = await linkTo(coordinator, lineId)
    const other = await makeLine(made, { provider: clinic, createdBy: coordinator.userId, persons: [child] })
    const second = await linkTo(coordinator, other)
    expect(await refusal(proveLink({ token: first.token, code: second.code, address: at }))).toBe(
      'invalid link.wrong',
    )
  })

  it('is limited by address, over all links', async () => {
    const { token, code } = await linkTo(coordinator, lineId)
    await asOwner().query(
      `insert into sign_in_attempt (email, address, ok) select 'x' || n, $1, false from generate_series(1, 50) n`,
      [at],
    )
    expect(await refusal(proveLink({ token, code, address: at }))).toBe('limited signInAddressLimited')
    expect(await refusal(proveLink({ token, code, address: '192.0.2.10' }))).toBe('allowed')
  })
})

describe('nothing is said before the code', () => {
  it('a link that never was, is dead or has another code: one and the same refusal, and no line', async () => {
    const { token, code } = await linkTo(coordinator, lineId)
    const never = refusal(proveLink({ token: 'zgadywany', code, address: at }))
    const wrong = refusal(proveLink({ token, code: another(code), address: at }))
    expect([await never, await wrong]).toEqual(['invalid link.wrong', 'invalid link.wrong'])
    await takeBackLineLink.execute(coordinator, { lineId })
    expect(await refusal(proveLink({ token, code, address: at }))).toBe('invalid link.wrong')
    expect(await lineByLink(token, '')).toBeNull()
    expect(await lineByLink(token, code)).toBeNull()
    expect(await lineByLink('zgadywany', 'zgadywany')).toBeNull()
    expect(await refusal(answerByLink(token, code, accept))).toBe('conflict link.gone')
  })

  it('the database says nothing past its functions', async () => {
    await linkTo(coordinator, lineId)
    const bare = (sql: string) =>
      asSystem('line-link', (tx) => tx.$queryRawUnsafe(sql)).then(
        (rows) => rows,
        (error: unknown) => (/permission denied/u.test(String(error)) ? 'denied' : String(error)),
      )
    expect(await bare('select * from line_link_secret')).toBe('denied')
    expect(await bare('select * from line_link')).toEqual([])
    expect(await bare(`select app.line_answerable('${lineId}'::uuid)`)).toBe('denied')
    expect(await bare(`select app.proved_link('a', 'b')`)).toBe('denied')
    expect(await bare(`update line_link set ended_at = null, ended_why = null`)).toBe('denied')
  })
})

describe('a link', () => {
  it('works for one answer', async () => {
    const { token, pass } = await proved(coordinator, lineId)
    await answerByLink(token, pass, accept)
    expect(await refusal(answerByLink(token, pass, { ...accept, version: 2, answer: 'decline' }))).toBe(
      'invalid invalid reasonKey',
    )
    expect(
      await refusal(
        answerByLink(token, pass, { ...accept, version: 2, answer: 'decline', reasonKey: 'brak_miejsc' }),
      ),
    ).toBe('conflict link.gone')
    expect(await lineByLink(token, pass)).toBeNull()
    expect(await lineRow(lineId)).toMatchObject({ status: 'accepted' })
  })

  it('works for seven days, and its pass for half an hour', async () => {
    const { token, pass } = await proved(coordinator, lineId)
    await asOwner().query(`update line_link_secret set pass_until = now() - interval '1 second'`)
    expect(await lineByLink(token, pass)).toBeNull()
    const again = await linkTo(coordinator, lineId)
    const { rows } = await asOwner().query(
      'select expires_at - sent_at as days from line_link where line_id = $1 and ended_at is null',
      [lineId],
    )
    expect(rows[0]?.days).toMatchObject({ days: 7 })
    await asOwner().query(
      `update line_link set expires_at = now() - interval '1 second' where line_id = $1`,
      [lineId],
    )
    expect(await refusal(proveLink({ token: again.token, code: again.code, address: at }))).toBe(
      'invalid link.wrong',
    )
  })

  it('closes at once with a withdrawn consent, and a consent given later does not wake it', async () => {
    const { token, pass } = await proved(coordinator, lineId)
    const other = await linkTo(
      coordinator,
      await makeLine(made, { provider: clinic, createdBy: coordinator.userId, persons: [child] }),
    )
    expect(await lineByLink(token, pass)).not.toBeNull()
    await withdraw(consentId)
    expect(await lineByLink(token, pass)).toBeNull()
    expect(await refusal(answerByLink(token, pass, accept))).toBe('conflict link.gone')
    expect(await refusal(proveLink({ token: other.token, code: other.code, address: at }))).toBe(
      'invalid link.wrong',
    )
    expect(await whyEnded()).toBe('closed')
    await consent(made, child, clinic, ['PODSTAWOWE', 'EDUKACJA'])
    expect(await lineByLink(token, pass)).toBeNull()
    expect(await lineRow(lineId)).toMatchObject({ status: 'proposed', version: 1 })
  })

  it('opens its own line alone: the pass of one is nothing for another', async () => {
    const other = await makeLine(made, { provider: clinic, createdBy: coordinator.userId, persons: [child] })
    const first = await proved(coordinator, lineId)
    const second = await proved(coordinator, other)
    expect(await lineByLink(first.token, second.pass)).toBeNull()
    expect(await refusal(answerByLink(second.token, first.pass, accept))).toBe('conflict link.gone')
    // an id slipped into the form is no field of the answer
    expect(await refusal(answerByLink(first.token, first.pass, { ...accept, lineId: other }))).toMatch(
      /^invalid/u,
    )
    await answerByLink(first.token, first.pass, accept)
    expect(await lineRow(other)).toMatchObject({ status: 'proposed', version: 1 })
  })

  it('takes no step that the machine does not know, past the use case either', async () => {
    const { token, pass } = await proved(coordinator, lineId)
    const { hashToken } = await import('@/lib/platform/tokens')
    const jump = asSystem(
      'line-link',
      (
        tx,
      ) => tx.$queryRaw`select app.answer_by_link(${hashToken(token)}, ${hashToken(pass)}, 1, 'proposed', 'delivered',
        null, null, 'Jan Sowa', 'sołtys')`,
    )
    await expect(jump).rejects.toThrow('no such answer')
    expect(await lineRow(lineId)).toMatchObject({ status: 'proposed' })
  })

  it('is sent and taken back by who works on the case for its owner, and by nobody else', async () => {
    const email = 'obcy@example.pl'
    for (const actor of [head, leader]) {
      expect(await refusal(sendLineLink.execute(actor, { lineId, email }))).not.toBe('allowed')
      expect(await refusal(takeBackLineLink.execute(actor, { lineId }))).not.toBe('allowed')
      await expect(
        asActor(
          actor,
          (tx) => tx.$queryRaw`select app.send_line_link(${lineId}::uuid, ${email}, 'a', 'b', 'c', 'd')`,
        ),
      ).rejects.toThrow('not of this case')
    }
    const { rows } = await asOwner().query('select 1 from outgoing_mail where recipient = $1', [email])
    expect(rows).toEqual([])
  })

  it('is seen by the owner, not by the institution that is asked', async () => {
    await linkTo(coordinator, lineId)
    const seen = (actor: typeof head) => asActor(actor, (tx) => tx.lineLink.count({ where: { lineId } }))
    expect([await seen(coordinator), await seen(head)]).toEqual([1, 0])
  })
})
