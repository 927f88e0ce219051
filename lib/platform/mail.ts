import { createTransport } from 'nodemailer'
import { asSystem } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'

type Letter = { id: string; recipient: string; subject: string; body: string; attempts: number }
type Server = { readonly url: string; readonly from: string }

const batch = 20
/** How often the queue is asked when nothing was due, in milliseconds. */
const pause = 15_000
/** A mail server that does not answer must not hold the letters longer than the claim of five minutes lasts. */
const patience = 10_000

/** What may be logged of a failure: codes only. A server's own words repeat the address. */
export const failureOf = (error: unknown): { code: string; answer: number | null; forGood: boolean } => {
  const { code, responseCode } = (typeof error === 'object' && error !== null ? error : {}) as {
    code?: unknown
    responseCode?: unknown
  }
  const answer = typeof responseCode === 'number' ? responseCode : null
  return {
    code: typeof code === 'string' ? code : 'unknown',
    answer,
    // only a refusal of this letter; a refused sign-in or connection is the server's and will be mended there
    forGood: (code === 'EENVELOPE' || code === 'EMESSAGE') && answer !== null && answer >= 500,
  }
}

const claim = (): Promise<Letter[]> =>
  asSystem('mail', (tx) => tx.$queryRaw<Letter[]>`select * from app.claim_mail(${batch}::int)`)

const markSent = (id: string) =>
  asSystem('mail', (tx) => tx.$executeRaw`select app.mark_mail_sent(${id}::uuid)`)

const markFailed = async (id: string, forGood: boolean): Promise<boolean> => {
  const [row] = await asSystem(
    'mail',
    (tx) => tx.$queryRaw<{ gave_up: boolean }[]>`select app.mail_failed(${id}::uuid, ${forGood}) as gave_up`,
  )
  return row?.gave_up ?? false
}

/** Sends what is due now over one connection. Gives how many letters were due. */
export const sendDueMail = async ({ url, from }: Server): Promise<number> => {
  const letters = await claim()
  if (letters.length === 0) return 0
  const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience }
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...timeouts,
  })
  try {
    for (const { id, recipient, subject, body, attempts } of letters)
      try {
        // the id makes a letter recognisable that went out although its mark was lost
        await transport.sendMail({
          from,
          to: recipient,
          subject,
          text: body,
          messageId: `<${id}@kooperacja>`,
        })
        await markSent(id)
      } catch (error) {
        const { code, answer, forGood } = failureOf(error)
        const gaveUp = await markFailed(id, forGood)
        log[gaveUp ? 'error' : 'warn']({ letter: id, code, answer, attempts, gaveUp }, 'mail not sent')
      }
  } finally {
    transport.close()
  }
  return letters.length
}

/** Sends letters until the returned function is called; a fault of the database is logged and tried again. */
export const startMailSender = (server: Server): (() => void) => {
  let stopped = false
  const round = async (): Promise<void> => {
    let due = 0
    try {
      due = await sendDueMail(server)
    } catch (error) {
      log.error({ code: failureOf(error).code }, 'mail queue not read')
    }
    if (!stopped) setTimeout(() => void round(), due === batch ? 0 : pause).unref()
  }
  void round()
  return () => {
    stopped = true
  }
}
