import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mailbox } from '@/lib/people/mailbox'
import { failureOf, sendDueMail, startMailSender } from '@/lib/platform/mail'
import { asOwner, useDatabase } from '@/tests/support/database'
import { type SmtpServer, startSmtp } from '@/tests/support/smtp'
import { insert } from '@/tests/support/world'

useDatabase()

const from = 'kooperacja@rops.example'
let smtp: SmtpServer

const letter = async (recipient: string, age = '0 minutes'): Promise<string> => {
  const id = randomUUID()
  await insert('outgoing_mail', {
    id,
    recipient,
    subject: 'Zażółć',
    body: 'https://k.example/zaproszenie/abc',
  })
  await asOwner().query('update outgoing_mail set created_at = now() - $2::interval where id = $1', [id, age])
  return id
}

const stateOf = async (id: string) =>
  (
    await asOwner().query(
      `select attempts, body, sent_at is not null as sent, given_up_at is not null as given_up,
         round(extract(epoch from next_try_at - now()) / 60)::int as minutes from outgoing_mail where id = $1`,
      [id],
    )
  ).rows[0]

const letTimePass = () =>
  asOwner().query(`update outgoing_mail set next_try_at = now() - interval '1 second' where sent_at is null`)
const send = () => sendDueMail({ url: smtp.url, from })

beforeAll(async () => {
  smtp = await startSmtp()
})
afterAll(() => smtp.close())
beforeEach(async () => {
  await asOwner().query('delete from outgoing_mail')
  smtp.taken.length = 0
  smtp.refuse.clear()
})

describe('letters that wait', () => {
  it('go out once, oldest first, and take their one-time link with them', async () => {
    const second = await letter('jan@gops.example')
    const first = await letter('anna@gops.example', '1 hour')
    expect((await mailbox()).map(({ recipient }) => recipient)).toEqual([
      'jan@gops.example',
      'anna@gops.example',
    ])
    expect(await send()).toBe(2)
    expect(smtp.taken.map((m) => [m.from, m.to])).toEqual([
      [from, 'anna@gops.example'],
      [from, 'jan@gops.example'],
    ])
    expect(smtp.taken[0]?.data).toContain('https://k.example/zaproszenie/abc')
    expect(smtp.taken[0]?.data).toMatch(/^Subject: =\?UTF-8\?/mu)
    expect(smtp.taken[0]?.data).toContain(`Message-ID: <${first}@kooperacja>`)
    expect(await stateOf(first)).toMatchObject({ sent: true, body: '' })
    expect(await stateOf(second)).toMatchObject({ sent: true, body: '' })
    expect(await send()).toBe(0)
    expect(smtp.taken).toHaveLength(2)
    expect(await mailbox()).toEqual([])
  })

  it('two senders at once never send one letter twice', async () => {
    for (let n = 0; n < 30; n += 1) await letter(`osoba${n}@gops.example`)
    const due = await Promise.all([send(), send()])
    expect(due.sort()).toEqual([10, 20])
    expect(new Set(smtp.taken.map(({ to }) => to)).size).toBe(30)
    expect(smtp.taken).toHaveLength(30)
  })
})

describe('what fails', () => {
  it('is tried again after 1, 2, 4 minutes while others go out', async () => {
    const slow = await letter('pelna@gops.example', '1 hour')
    await letter('anna@gops.example')
    smtp.refuse.set('pelna@gops.example', '451 try later')
    await send()
    expect(smtp.taken.map(({ to }) => to)).toEqual(['anna@gops.example'])
    expect(await stateOf(slow)).toMatchObject({ attempts: 1, minutes: 1, sent: false, given_up: false })
    expect(await send()).toBe(0)
    for (const [attempts, minutes] of [
      [2, 2],
      [3, 4],
    ]) {
      await letTimePass()
      await send()
      expect(await stateOf(slow)).toMatchObject({ attempts, minutes })
    }
    smtp.refuse.clear()
    await letTimePass()
    await send()
    expect(await stateOf(slow)).toMatchObject({ attempts: 4, sent: true })
  })

  it('waits at most six hours and is given up after a week', async () => {
    const id = await letter('pelna@gops.example', '6 days')
    smtp.refuse.set('pelna@gops.example', '451 try later')
    await asOwner().query('update outgoing_mail set attempts = 20')
    await send()
    expect(await stateOf(id)).toMatchObject({ minutes: 360, given_up: false })
    await asOwner().query(`update outgoing_mail set created_at = now() - interval '8 days'`)
    await letTimePass()
    await send()
    expect(await stateOf(id)).toMatchObject({ given_up: true, sent: false, body: '' })
    await letTimePass()
    expect(await send()).toBe(0)
  })

  it('is given up at once when the server refuses the address for good', async () => {
    const id = await letter('nikt@gops.example')
    smtp.refuse.set('nikt@gops.example', '550 no such user nikt@gops.example')
    await send()
    expect(await stateOf(id)).toMatchObject({ attempts: 1, given_up: true })
  })

  it('keeps every letter while the mail server is away', async () => {
    const id = await letter('anna@gops.example')
    const away = await startSmtp()
    await away.close()
    expect(await sendDueMail({ url: away.url, from })).toBe(1)
    expect(await stateOf(id)).toMatchObject({ attempts: 1, minutes: 1, given_up: false, sent: false })
  })

  it('is logged by codes, never with the address that the server repeats', () => {
    const error = Object.assign(new Error("Can't send mail - 550 no such user nikt@gops.example"), {
      code: 'EENVELOPE',
      responseCode: 550,
      response: '550 no such user nikt@gops.example',
      rejected: ['nikt@gops.example'],
    })
    expect(failureOf(error)).toEqual({ code: 'EENVELOPE', answer: 550, forGood: true })
    expect(failureOf(Object.assign(new Error('x'), { code: 'EAUTH', responseCode: 535 }))).toMatchObject({
      forGood: false,
    })
    expect(failureOf('x')).toEqual({ code: 'unknown', answer: null, forGood: false })
  })
})

it('the sender of the server empties the queue by itself', async () => {
  await letter('anna@gops.example')
  const stop = startMailSender({ url: smtp.url, from })
  await expect.poll(() => smtp.taken.map(({ to }) => to), { timeout: 10_000 }).toEqual(['anna@gops.example'])
  stop()
})
