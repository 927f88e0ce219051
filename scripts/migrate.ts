import { embeddedAppRole } from '@/scripts/database/embedded'
import { migrate, roleOf } from '@/scripts/database/migrate'
import { runCommand, withOwnerUrl } from '@/scripts/database/owner'

/** `npm run db:migrate`: the database of the two URLs, else the embedded one. */
await runCommand(async () => {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl } = process.env
  if (ownerUrl && !appUrl)
    throw new Error(
      'DATABASE_URL is not set: the role of the app is named there and is granted what it needs.',
    )
  const applied = await withOwnerUrl((url) => migrate(url, appUrl ? roleOf(appUrl) : embeddedAppRole))
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
  return 0
})
