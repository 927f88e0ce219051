import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registeredUseCases } from '@/lib/policy/usecase'

/** Every file of lib that defines use cases, found by reading, so that none can be forgotten here. */
const definers = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : definers(path)
    return /\.ts$/u.test(path) &&
      !/\.test\.ts$/u.test(path) &&
      /= define(Command|Query)\(/u.test(readFileSync(path, 'utf8'))
      ? [path]
      : []
  })

/** Loads all of them and gives the registry. */
export const allUseCases = async () => {
  for (const path of definers('lib')) await import(`@/${path.replace(/\.ts$/u, '')}`)
  return registeredUseCases().toSorted((a, b) => a.name.localeCompare(b.name))
}

if (process.argv[1]?.endsWith('list-usecases.ts')) {
  const list = (await allUseCases()).map(({ name, kind }) => ({ name, kind, permission: name }))
  console.log(JSON.stringify(list, null, 2))
}
