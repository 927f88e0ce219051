import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type KeyRing, parseKeyRing } from '@/lib/platform/crypto'
import { checkKeys } from '@/scripts/database/keys'
import { dataFolder, runCommand, withClient, withOwnerUrl } from '@/scripts/database/owner'
import { isUnfinished, resealAll, withNewKey } from '@/scripts/database/rotate'

const batch = 500

type Kept = { readonly ring: KeyRing; readonly add: () => KeyRing }

/** The embedded ring lies in keys.json; the new key is on the disk, beside all older ones, before anything uses it. */
const embeddedRing = (): Kept => {
  const file = join(dataFolder(), 'keys.json')
  if (!existsSync(file)) throw new Error(`${file} is missing: nothing can be opened without the keys.`)
  const secrets = JSON.parse(readFileSync(file, 'utf8')) as { keys: string }
  const ring = parseKeyRing(secrets.keys)
  return {
    ring,
    add: () => {
      const next = withNewKey(ring)
      writeFileSync(`${file}.new`, JSON.stringify({ ...secrets, keys: JSON.stringify(next) }), {
        mode: 0o600,
      })
      renameSync(`${file}.new`, file)
      return next
    },
  }
}

/** The ring of a real installation is in the environment, which only its administrator changes. */
const ownRing = (): Kept => {
  const ring = parseKeyRing(process.env.KOOPERACJA_KEYS)
  return {
    ring,
    add: () => {
      throw new Error(
        `Every value carries ${ring.current}, the current key. To rotate: npm run -s keys:rotate -- --add prints the ring with a new key; set it as KOOPERACJA_KEYS, restart the app, run keys:rotate again.`,
      )
    },
  }
}

await runCommand(async () => {
  const { values } = parseArgs({ options: { add: { type: 'boolean', default: false } } })
  const own = Boolean(process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL)
  const kept = own ? ownRing() : embeddedRing()
  if (values.add) {
    if (!own)
      throw new Error('--add is for a ring in KOOPERACJA_KEYS; the embedded one is rotated without it.')
    console.log(JSON.stringify(withNewKey(kept.ring)))
    return 0
  }
  return withOwnerUrl(async (ownerUrl) => {
    await checkKeys(ownerUrl, JSON.stringify(kept.ring))
    return withClient(ownerUrl, async (client) => {
      const ring = (await isUnfinished(client, kept.ring)) ? kept.ring : kept.add()
      console.log(`Sealing with ${ring.current} …`)
      const done = await resealAll(client, ring, { batch, progress: (n) => console.log(`  ${n}`) })
      console.log(
        `${done} values sealed anew; every value carries ${ring.current}. Older keys still open old backups.`,
      )
      return 0
    })
  })
})
