import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { demoPeople } from '@/prisma/seed'
import { idOf } from '@/prisma/seed/demo/world'
import { freePort } from '@/scripts/database/embedded'
import { openEmbedded } from '@/scripts/installation'
import { startNext } from '@/scripts/next-server'
import { measure, type Target } from '@/tests/bench/load'
import { makeCrowd } from '@/tests/support/crowd'

/** A page that works half as fast as the emptiest one is slow; BENCH_CASES sets the size of the country. */
const least = 0.5
const crowd = Number(process.env.BENCH_CASES ?? 20_000)

const waitFor = async (url: string): Promise<void> => {
  for (let tries = 0; tries < 240; tries += 1) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`${url} does not answer`)
}

const cookiesOf = (response: Response): string[] =>
  response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')

/** The session cookie of a demo person, by the same sign-in that the form uses. */
const signIn = async (base: string, email: string): Promise<string> => {
  const person = demoPeople.find((one) => one.email === email)
  if (!person) throw new Error(`no demo person ${email}`)
  const first = await fetch(`${base}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: cookiesOf(first).join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ csrfToken, email, password: person.password, json: 'true' }),
  })
  const session = cookiesOf(answer).find((cookie) => cookie.includes('session-token='))
  if (!session) throw new Error(`${email} was not signed in (${answer.status})`)
  return session
}

const grow = async (ownerUrl: string): Promise<void> => {
  if (crowd === 0) return
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await makeCrowd(owner, crowd).finally(() => owner.end())
}

const folder = mkdtempSync(join(tmpdir(), 'kooperacja-bench-'))
const port = await freePort()
const base = `http://localhost:${port}`
const installation = await openEmbedded(folder, port)
let failed = false
try {
  await grow(installation.ownerUrl)
  const next = startNext(port, installation.env)
  try {
    await waitFor(`${base}/api/health`)
    const cookie = await signIn(base, 'koordynatorka.rodziny@demo.example')
    const caseId = idOf('case', 'swilcza-14')
    const targets: readonly Target[] = [
      // the frame and an empty search box: no other page of a signed-in person asks less
      { name: 'emptiest page', url: `${base}/szukaj` },
      { name: 'own list', url: `${base}/sprawy` },
      { name: 'case page', url: `${base}/sprawy/${caseId}` },
      { name: 'basket', url: `${base}/sprawy/${caseId}/koszyk` },
    ]
    const speeds = await measure(targets, cookie)
    const empty = speeds.get('emptiest page')?.perSecond ?? 0
    console.log(`\n${crowd + 1560} cases; ratios are answers a second against the emptiest signed-in page\n`)
    for (const [name, { perSecond, medianMs }] of speeds) {
      const ratio = perSecond / empty
      const slow = !(ratio >= least)
      failed ||= slow
      console.log(
        `${name.padEnd(16)} ${perSecond.toFixed(0).padStart(5)} a second  ${medianMs.toFixed(0).padStart(4)} ms  ratio ${ratio.toFixed(2)}${slow ? `  BELOW ${least}` : ''}`,
      )
    }
  } finally {
    next.kill('SIGTERM')
  }
} finally {
  await installation.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
