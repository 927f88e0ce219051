import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { acceptInvitation, openInvitation } from '@/lib/people/invitations'
import { workingContexts } from '@/lib/people/sessions'
import { couldEver, may } from '@/lib/policy/decide'
import { asOwner, databaseUrl, useDatabase } from '@/tests/support/database'
import { actorOf } from '@/tests/support/world'

useDatabase()

const command = (args: readonly string[], env: Record<string, string | undefined> = {}) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/admin-create.ts', ...args], {
    env: {
      ...process.env,
      DATABASE_OWNER_URL: databaseUrl(),
      PUBLIC_URL: 'https://kooperacja.example',
      ...env,
    },
    encoding: 'utf8',
    input: '',
  })

const accounts = async (): Promise<string[]> =>
  (await asOwner().query<{ email: string }>('select email from user_account')).rows.map(({ email }) => email)

const anna = ['--email', 'Anna@Operator.example', '--name', 'Anna Maria Kowalska']

describe('npm run admin:create', () => {
  it.each([
    [[], {}, 'Usage: npm run admin:create'],
    [['--email', 'anna', '--name', 'Anna Kowalska'], {}, '--email: "anna" is not an e-mail address'],
    [['--email', 'a@b.example', '--name', 'Anna'], {}, '--name: write given name and family name'],
    [[...anna, '--role', 'radny'], {}, '--role: radny is not one of operator, ministerstwo'],
    [
      ['--email', 'a@b.example', '--renew'],
      {},
      '--email: a@b.example is neither an operator nor of the ministry',
    ],
    [[...anna, '--seat', '9999999'], {}, '--seat: 9999999 is not a unit of the territory in force'],
    [anna, { DATABASE_OWNER_URL: '' }, 'DATABASE_OWNER_URL is not set'],
    [anna, { PUBLIC_URL: '' }, 'PUBLIC_URL is not set'],
  ])('refuses %j %j', async (args, env, message) => {
    const done = command(args, env)
    expect(done.status).toBe(1)
    expect(done.stderr).toContain(message)
    expect(done.stdout).toBe('')
    expect(await accounts()).toEqual([])
  })

  it('makes an operator who comes in by the link', async () => {
    const done = command(anna)
    expect([done.status, done.stderr]).toEqual([0, ''])
    const token = /^https:\/\/kooperacja\.example\/zaproszenie\/([\w-]{43})$/mu.exec(done.stdout)?.[1] ?? ''
    expect(await openInvitation(token)).toMatchObject({
      email: 'anna@operator.example',
      givenName: 'Anna Maria',
      familyName: 'Kowalska',
      institutionName: 'Operator platformy',
      hasPassword: false,
    })
    const userId = await acceptInvitation(token, 'dostatecznie-dlugie-haslo-1')
    expect(await openInvitation(token)).toBeNull()
    const { rows } = await asOwner().query<{ id: string }>(
      `select id from institution where kind_key = 'operator'`,
    )
    const actor = await actorOf(userId, rows[0]?.id ?? '')
    expect(actor.assignments.map(({ role }) => role)).toEqual(['operator'])
    expect(actor.institutionKind).toBe('operator')
  })

  it('refuses the same address again, whatever its case', async () => {
    const done = command(['--email', 'ANNA@operator.example', '--name', 'Anna Kowalska'])
    expect([done.status, done.stderr]).toEqual([
      1,
      '--email: anna@operator.example has an account already; nothing was made\n',
    ])
  })

  it('a second operator works in the same body', async () => {
    expect(command(['--email', 'jan@operator.example', '--name', 'Jan Nowak']).status).toBe(0)
    const { rows } = await asOwner().query(
      `select count(distinct institution_id)::int as bodies, count(*)::int as operators from role_assignment`,
    )
    expect(rows).toEqual([{ bodies: 1, operators: 2 }])
  })

  it('a reader of the ministry comes in by the link, and sees the country alone', async () => {
    const done = command(['--email', 'mrips@gov.example', '--name', 'Jan Nowak', '--role', 'ministerstwo'])
    expect([done.status, done.stderr]).toEqual([0, ''])
    const token = /zaproszenie\/([\w-]{43})$/mu.exec(done.stdout)?.[1] ?? ''
    expect(await openInvitation(token)).toMatchObject({
      institutionName: 'Ministerstwo',
      authorisationScope: 'Przeglądanie statystyki kraju, bez dostępu do danych osób, rodzin i spraw.',
    })
    const userId = await acceptInvitation(token, 'dostatecznie-dlugie-haslo-2')
    // the command runs by the real clock, the tests' database on a day of its own
    await asOwner().query(`update role_assignment set starts_on = '2026-01-01' where user_id = $1`, [userId])
    const [context] = await workingContexts(userId)
    expect(context?.roles).toEqual(['ministerstwo'])
    const actor = await actorOf(userId, context?.institutionId ?? '')
    expect([may(actor, 'figures.country', {}), couldEver(actor, 'team.read')]).toEqual([true, false])
  })

  it('an authorisation that ran out is renewed for a year, and the person works again', async () => {
    await asOwner().query(`update authorisation set valid_to = '2026-01-01'
      where user_id = (select id from user_account where email = 'mrips@gov.example')`)
    const { rows } = await asOwner().query<{ id: string }>(
      `select id from user_account where email = 'mrips@gov.example'`,
    )
    const userId = rows[0]?.id ?? ''
    expect(await workingContexts(userId)).toEqual([])
    const done = command(['--email', 'MRIPS@gov.example', '--renew'], { PUBLIC_URL: '' })
    expect([done.status, done.stderr]).toEqual([0, ''])
    expect((await workingContexts(userId)).length).toBe(1)
  })
})
