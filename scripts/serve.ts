import { once } from 'node:events'
import { join } from 'node:path'
import { parseEnv } from '@/lib/platform/env'
import { type Installation, openEmbedded, openOwn } from '@/scripts/installation'
import { startNext } from '@/scripts/next-server'

const port = Number(process.env.PORT ?? 3000)

/** Heard from the first moment on: a first start takes long, and a database must not be left behind without its app. */
const asked = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => asked.abort(new Error(`stopped by ${signal}`)))

/** Serves the built app on the opened installation until a signal comes. */
const serve = async (installation: Installation): Promise<number> => {
  const next = startNext(port, installation.env)
  asked.signal.addEventListener('abort', () => next.kill('SIGTERM'))
  if (asked.signal.aborted) next.kill('SIGTERM')
  void announce(installation)
  const [code] = (await once(next, 'exit')) as [number | null]
  await installation.close()
  return code ?? 0
}

const answers = async (url: string): Promise<boolean> => {
  for (let tries = 0; tries < 120; tries += 1) {
    const up = await fetch(url).then(
      (r) => r.ok,
      () => false,
    )
    if (up) return true
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return false
}

const announce = async ({ people }: Installation): Promise<void> => {
  if (!(await answers(`http://localhost:${port}/api/health`))) return
  console.log(`\nKooperacja: http://localhost:${port}\n`)
  if (people.length === 0) return
  console.log('Demo people (all invented), password of each in the last column:')
  for (const { roleName, name, email, password } of people)
    console.log(`  ${roleName.padEnd(34)} ${name.padEnd(24)} ${email.padEnd(38)} ${password}`)
}

const own = process.env.DATABASE_URL || process.env.DATABASE_OWNER_URL
try {
  parseEnv(process.env)
  const folder = process.env.KOOPERACJA_DATA ?? join(process.cwd(), '.data')
  process.exit(await serve(own ? await openOwn() : await openEmbedded(folder, port, asked.signal)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(asked.signal.aborted ? 130 : 1)
}
