import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { z } from 'zod'
import { addMonths } from '@/lib/calendar'
import { fold } from '@/lib/format/fold'
import { installedPeople } from '@/lib/messages/pl/operator'
import { newPersonInput } from '@/lib/people'
import { authorisationMonths, invitationDays } from '@/lib/people/invite'
import { now, today } from '@/lib/platform/clock'
import { newToken } from '@/lib/platform/tokens'
import { inTransaction } from '@/scripts/database/owner'

/** Roles that nobody in the product gives: who runs the platform, and who reads the country's figures. */
export const installedRoles = ['operator', 'ministerstwo'] as const
export type InstalledRole = (typeof installedRoles)[number]

export type Wanted = {
  email: string
  name: string
  role: InstalledRole
  institution?: string
  seat?: string
  publicUrl: string
}

/** The country's bodies sit in the capital unless told otherwise. */
const defaultSeat = '1465011'

/** Checks what was typed; throws an Error that names the option. */
const personOf = ({ email, name }: Pick<Wanted, 'email' | 'name'>) => {
  const words = name.trim().split(/\s+/u)
  const familyName = words.at(-1) ?? ''
  const parsed = z
    .strictObject(newPersonInput)
    .safeParse({ email, givenName: words.slice(0, -1).join(' '), familyName })
  if (parsed.success) return parsed.data
  const at = parsed.error.issues[0]?.path[0]
  throw new Error(
    at === 'email'
      ? `--email: "${email}" is not an e-mail address`
      : '--name: write given name and family name, as in --name "Anna Kowalska"',
  )
}

/** The body of that kind (its key is the role's); made when there is none yet. Gives its id. */
const bodyOf = async (client: Client, { role, institution, seat }: Wanted): Promise<string> => {
  const { rows } = await client.query<{ id: string }>(
    'select id from institution where kind_key = $1 and ended_on is null order by created_at limit 1',
    [role],
  )
  if (rows[0]) return rows[0].id
  const kind = await client.query<{ name_pl: string; level: string }>(
    'select name_pl, level from institution_kind where key = $1',
    [role],
  )
  const [body] = kind.rows
  if (!body) throw new Error('The database has no reference data yet: run npm start once.')
  const seatCode = seat ?? defaultSeat
  const place = await client.query('select from territory_unit where code = $1 and valid_to is null', [
    seatCode,
  ])
  if (place.rowCount === 0) throw new Error(`--seat: ${seatCode} is not a unit of the territory in force`)
  const id = randomUUID()
  const name = institution?.trim() || (body.name_pl.split(' (')[0] ?? body.name_pl)
  await client.query(
    `insert into institution (id, name, name_folded, kind_key, level, seat_code, wojewodztwo_code)
     values ($1, $2, $3, $6, $4, $5, left($5, 2))`,
    [id, name, fold(name), body.level, seatCode, role],
  )
  return id
}

type Hired = { userId: string; institutionId: string; role: InstalledRole }

const authorise = (client: Client, { userId, institutionId, role }: Hired) =>
  client.query(
    'insert into authorisation (user_id, institution_id, scope, valid_from, valid_to) values ($1, $2, $3, $4, $5)',
    [userId, institutionId, installedPeople[role].scope, today(), addMonths(today(), authorisationMonths)],
  )

const record = (client: Client, action: string, { userId, institutionId }: Hired) =>
  client.query(
    `insert into audit_event (institution_id, action, kind, subject_kind, subject_ids)
     values ($1, $2, 'write', 'user', array[$3::uuid])`,
    [institutionId, action, userId],
  )

/** Employment, role, authorisation and a one-time link, whose token is given back and stored nowhere. */
const hire = async (client: Client, hired: Hired): Promise<string> => {
  const { userId, institutionId, role } = hired
  const { token, tokenHash } = newToken()
  await client.query(
    'insert into employment (user_id, institution_id, job_title, starts_on) values ($1, $2, $3, $4)',
    [userId, institutionId, installedPeople[role].jobTitle, today()],
  )
  await client.query(
    'insert into role_assignment (user_id, institution_id, role, starts_on) values ($1, $2, $3, $4)',
    [userId, institutionId, role, today()],
  )
  await authorise(client, hired)
  await client.query(
    'insert into invitation (user_id, institution_id, token_hash, expires_at) values ($1, $2, $3, $4)',
    [userId, institutionId, tokenHash, new Date(now().getTime() + invitationDays * 86_400_000)],
  )
  await record(client, 'admin.create', hired)
  return token
}

/**
 * Makes an operator or a reader of the ministry: account, employment, role, named authorisation and a one-time link, as
 * an invitation would. Gives the link. Throws when the address already has an account.
 */
export const createAdministrator = (client: Client, wanted: Wanted): Promise<string> => {
  const { email, givenName, familyName } = personOf(wanted)
  return inTransaction(client, async () => {
    const taken = await client.query('select from user_account where email = $1', [email])
    if (taken.rowCount) throw new Error(`--email: ${email} has an account already; nothing was made`)
    const institutionId = await bodyOf(client, wanted)
    const userId = randomUUID()
    await client.query(
      `insert into user_account (id, email, given_name, family_name, name_folded) values ($1, $2, $3, $4, $5)`,
      [userId, email, givenName, familyName, fold(`${givenName} ${familyName}`)],
    )
    const token = await hire(client, { userId, institutionId, role: wanted.role })
    return new URL(`/zaproszenie/${token}`, wanted.publicUrl).href
  })
}

/**
 * A new named authorisation for somebody made on this command line: nobody in the product could issue it to the only
 * operator or to the ministry. Gives its last day; throws when nobody of these roles has the address.
 */
export const renewAdministrator = (client: Client, email: string): Promise<string> =>
  inTransaction(client, async () => {
    const { rows } = await client.query<{ user_id: string; institution_id: string; role: InstalledRole }>(
      `select r.user_id, r.institution_id, r.role::text as role
       from role_assignment r join user_account u on u.id = r.user_id
       where u.email = lower($1) and r.role::text = any ($2) and r.ended_at is null`,
      [email.trim(), installedRoles],
    )
    if (rows.length === 0) throw new Error(`--email: ${email} is neither an operator nor of the ministry`)
    for (const { user_id: userId, institution_id: institutionId, role } of rows) {
      const hired = { userId, institutionId, role }
      await authorise(client, hired)
      await record(client, 'admin.renew', hired)
    }
    return addMonths(today(), authorisationMonths)
  })
