import { createServer, type Socket } from 'node:net'

export type SmtpServer = {
  readonly url: string
  /** Whole messages that were taken, headers and body. */
  readonly taken: { readonly from: string; readonly to: string; readonly data: string }[]
  /** What to answer to RCPT TO of an address, instead of taking it. */
  readonly refuse: Map<string, string>
  readonly close: () => Promise<void>
}

const conversation = (socket: Socket, server: Pick<SmtpServer, 'taken' | 'refuse'>): void => {
  let [from, to, data, inData, rest] = ['', '', '', false, '']
  const say = (line: string) => socket.write(`${line}\r\n`)
  const addressIn = (line: string) => /<([^>]*)>/u.exec(line)?.[1] ?? ''
  const hear = (line: string): void => {
    if (inData && line === '.') {
      inData = false
      server.taken.push({ from, to, data })
      say('250 taken')
    } else if (inData) data += `${line}\n`
    else if (/^(EHLO|HELO)/iu.test(line)) say('250 here')
    else if (/^MAIL/iu.test(line)) {
      from = addressIn(line)
      say('250 ok')
    } else if (/^RCPT/iu.test(line)) {
      to = addressIn(line)
      say(server.refuse.get(to) ?? '250 ok')
    } else if (/^DATA/iu.test(line)) {
      data = ''
      inData = true
      say('354 go on')
    } else say(/^QUIT/iu.test(line) ? '221 bye' : '250 ok')
  }
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
  socket.on('error', () => undefined)
  say('220 test')
}

/** A mail server in this process, on a free port: an outside service, so it may be played. */
export const startSmtp = async (): Promise<SmtpServer> => {
  const taken: SmtpServer['taken'] = []
  const refuse: SmtpServer['refuse'] = new Map()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    conversation(socket, { taken, refuse })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuse,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
