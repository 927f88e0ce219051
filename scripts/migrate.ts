import { migrate, roleOf } from '@/scripts/database/migrate'

const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl } = process.env
if (!ownerUrl || !appUrl) {
  console.error(
    'db:migrate needs DATABASE_OWNER_URL (owner of the database) and DATABASE_URL (role of the app).',
  )
  process.exit(1)
}
const applied = await migrate(ownerUrl, roleOf(appUrl))
console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
process.exit(0)
