import { parseArgs } from 'node:util'
import { invitationDays } from '@/lib/people/invite'
import {
  createAdministrator,
  type InstalledRole,
  installedRoles,
  renewAdministrator,
} from '@/scripts/administrator'
import { runCommand, withClient } from '@/scripts/database/owner'

const usage = `Usage: npm run admin:create -- --email ADDRESS --name "GIVEN FAMILY" [--role ${installedRoles.join('|')}] [--institution NAME] [--seat CODE]
       npm run admin:create -- --email ADDRESS --renew`

const needed = (name: 'DATABASE_OWNER_URL' | 'PUBLIC_URL', why: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: ${why}.`)
  return value
}

const roleOf = (wanted: string): InstalledRole => {
  const role = installedRoles.find((r) => r === wanted)
  if (!role) throw new Error(`--role: ${wanted} is not one of ${installedRoles.join(', ')}`)
  return role
}

await runCommand(async () => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      email: text,
      name: text,
      role: { ...text, default: 'operator' },
      institution: text,
      seat: text,
      renew: { type: 'boolean', default: false },
    },
  })
  const { email, name, institution, seat, renew } = values
  if (!email || !(name || renew)) throw new Error(usage)
  const role = roleOf(values.role)
  const ownerUrl = needed(
    'DATABASE_OWNER_URL',
    'people of the platform are made as the owner of the database of a real installation',
  )
  if (!name) {
    const until = await withClient(ownerUrl, (client) => renewAdministrator(client, email))
    console.log(`The authorisation of <${email}> holds until ${until}.`)
    return 0
  }
  const publicUrl = needed('PUBLIC_URL', 'the link needs the address people use')
  const link = await withClient(ownerUrl, (client) =>
    createAdministrator(client, { email, name, role, institution, seat, publicUrl }),
  )
  const made = role === 'operator' ? 'Operator' : 'Reader of the ministry'
  console.log(
    `${made} ${name} <${email}> was made. One-time link, valid ${invitationDays} days, shown only here:\n${link}`,
  )
  return 0
})
