import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SchemaFile } from '@/scripts/database/engine'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const migrationsFolder = join(root, 'prisma/migrations')
const schemaFolder = 'prisma/schema'

/** The schema as it stands in the work tree. */
export const presentSchema = (): SchemaFile[] =>
  readdirSync(join(root, schemaFolder))
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({
      path: join(root, schemaFolder, name),
      content: readFileSync(join(root, schemaFolder, name), 'utf8'),
    }))

/** All migrations in order, as the engine wants them. */
export const migrationList = () => ({
  baseDir: migrationsFolder,
  lockfile: {
    path: 'migration_lock.toml',
    content: readFileSync(join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
  },
  shadowDbInitScript: '',
  migrationDirectories: readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
})
