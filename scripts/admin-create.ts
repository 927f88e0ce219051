import { parseArgs } from 'node:util'
import { invitationDays } from '@/lib/people/invite'
import { createOperator } from '@/scripts/administrator'
import { runCommand, withClient } from '@/scripts/database/owner'

const usage =
  'Usage: npm run admin:create -- --email ADDRESS --name "GIVEN FAMILY" [--institution NAME] [--seat CODE]'

const needed = (name: 'DATABASE_OWNER_URL' | 'PUBLIC_URL', why: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: ${why}.`)
  return value
}

await runCommand(async () => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { email: text, name: text, institution: text, seat: text } })
  const { email, name, institution, seat } = values
  if (!email || !name) throw new Error(usage)
  const ownerUrl = needed(
    'DATABASE_OWNER_URL',
    'the operator of a real installation is made as the owner of its database',
  )
  const publicUrl = needed('PUBLIC_URL', 'the link needs the address people use')
  const link = await withClient(ownerUrl, (client) =>
    createOperator(client, { email, name, institution, seat, publicUrl }),
  )
  console.log(
    `Operator ${name} <${email}> was made. One-time link, valid ${invitationDays} days, shown only here:\n${link}`,
  )
  return 0
})
