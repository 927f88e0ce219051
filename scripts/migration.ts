import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noFilter, withEngine } from '@/scripts/database/engine'
import { migratedSchema, migrationsFolder, presentSchema } from '@/scripts/database/files'

const name = process.argv[2]
const ownerUrl = process.env.DATABASE_OWNER_URL
if (!name || !/^[a-z][a-z0-9_]*$/u.test(name) || !ownerUrl) {
  console.error('Usage: DATABASE_OWNER_URL=… npm run db:migration -- name_in_snake_case')
  process.exit(1)
}
const { stdout } = await withEngine(ownerUrl, presentSchema(), (engine) =>
  engine.diff({
    from: { tag: 'schemaDatamodel', files: migratedSchema() },
    to: { tag: 'schemaDatamodel', files: presentSchema() },
    script: true,
    exitCode: false,
    filters: noFilter,
  }),
)
const stamp = new Date().toISOString().replace(/\D/gu, '').slice(0, 14)
const folder = join(migrationsFolder, `${stamp}_${name}`)
mkdirSync(folder)
writeFileSync(join(folder, 'migration.sql'), stdout ?? '')
console.log(
  `${folder}/migration.sql\nRead it, add policies (select app.protect('table')) and commit it together with prisma/schema.`,
)
process.exit(0)
