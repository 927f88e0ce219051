import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@/scripts/database/embedded'
import { changesSince } from '@/scripts/database/engine'
import { migrationsFolder, presentSchema } from '@/scripts/database/files'
import { migrate, roleOf } from '@/scripts/database/migrate'
import { runCommand } from '@/scripts/database/owner'

/** What the schema says beyond the migrations, found out on an empty database of its own in which all of them ran. */
const difference = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'kooperacja-migration-'))
  const cluster = await startEmbedded(folder, { temporary: true })
  try {
    await migrate(cluster.ownerUrl, roleOf(cluster.appUrl))
    return await changesSince(cluster.ownerUrl, presentSchema())
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

await runCommand(async () => {
  const name = process.argv[2]
  if (!name || !/^[a-z][a-z0-9_]*$/u.test(name))
    throw new Error('Usage: npm run db:migration -- name_in_snake_case')
  const sql = await difference()
  if (sql === '') {
    console.log('The migrations already amount to prisma/schema; nothing was written.')
    return 0
  }
  const stamp = new Date().toISOString().replace(/\D/gu, '').slice(0, 14)
  const folder = join(migrationsFolder, `${stamp}_${name}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), sql)
  console.log(
    `${folder}/migration.sql\nRead it, add policies (select app.protect('table')) and commit it together with prisma/schema.`,
  )
  return 0
})
