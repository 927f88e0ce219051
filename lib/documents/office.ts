import { spawn } from 'node:child_process'
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { env } from '@/lib/platform/env'
import { conflict } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'

/** Is a LibreOffice named here (`SOFFICE_PATH`)? */
export const hasOffice = (): boolean => env().SOFFICE_PATH !== undefined

/** One after the other: an office takes half a gigabyte, and two of one profile would wait for each other for ever. */
let queue: Promise<unknown> = Promise.resolve()

const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const turn = queue.then(work, work)
  queue = turn.catch(() => undefined)
  return turn
}

const ownPlace = (folder: string): NodeJS.ProcessEnv => ({
  HOME: folder,
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LANG: 'C.UTF-8',
  NODE_ENV: 'production',
})

/** Runs the office in a group of its own, so that on time-out everything that it started ends with it. */
const run = (soffice: string, folder: string, files: readonly string[], timeout: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const what = ['--convert-to', 'pdf:writer_pdf_Export', '--outdir', folder, ...files]
    const child = spawn(soffice, [profile, '--headless', '--norestore', '--nolockcheck', ...what], {
      detached: true,
      stdio: 'ignore',
      // a home of its own: nothing of the server's is read or written
      env: ownPlace(folder),
    })
    const late = setTimeout(() => {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    }, timeout)
    child.once('error', (error) => {
      clearTimeout(late)
      reject(error)
    })
    child.once('exit', (code) => {
      clearTimeout(late)
      if (code === 0) resolve()
      else reject(new Error(`the office ended with ${code}`))
    })
  })

/**
 * Writes each DOCX as PDF by the office of `SOFFICE_PATH`, all in one run with a profile of its own that is thrown away.
 * Throws `conflict` with words for the person when the office is missing, fails, or is not done in time.
 */
export const toPdfInOffice = (docx: readonly Buffer[], timeout = 60_000): Promise<Buffer[]> =>
  inTurn(async () => {
    const soffice = env().SOFFICE_PATH
    if (!soffice) throw conflict('officeMissing')
    const folder = await mkdtemp(join(tmpdir(), 'kooperacja-office-'))
    try {
      await access(soffice)
      const names = docx.map((_, i) => join(folder, `dokument-${i}.docx`))
      for (const [i, name] of names.entries()) await writeFile(name, docx[i] ?? Buffer.alloc(0))
      await run(soffice, folder, names, timeout)
      return await Promise.all(names.map((name) => readFile(name.replace(/docx$/u, 'pdf'))))
    } catch (error) {
      log.error({ code: (error as { code?: unknown }).code ?? 'unknown' }, 'the office made no PDF')
      throw conflict('officeFailed')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
