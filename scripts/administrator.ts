import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { z } from 'zod'
import { addMonths } from '@/lib/calendar'
import { fold } from '@/lib/format/fold'
import { operatorMessages } from '@/lib/messages/pl/operator'
import { newPersonInput } from '@/lib/people'
import { newToken } from '@/lib/people/invitations'
import { authorisationMonths, invitationDays } from '@/lib/people/invite'
import { now, today } from '@/lib/platform/clock'
import { inTransaction } from '@/scripts/database/owner'

export type Wanted = { email: string; name: string; institution?: string; seat?: string; publicUrl: string }

/** The country's bodies sit in the capital unless told otherwise. */
const defaultSeat = '1465011'

/** Checks what was typed; throws an Error that names the option. */
const personOf = ({ email, name }: Wanted) => {
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

/** The body that runs the platform; made when there is none yet. Gives its id. */
const operatorInstitution = async (client: Client, { institution, seat }: Wanted): Promise<string> => {
  const { rows } = await client.query<{ id: string }>(
    `select id from institution where kind_key = 'operator' and ended_on is null order by created_at limit 1`,
  )
  if (rows[0]) return rows[0].id
  const kind = await client.query<{ name_pl: string; level: string }>(
    `select name_pl, level from institution_kind where key = 'operator'`,
  )
  const [operator] = kind.rows
  if (!operator) throw new Error('The database has no reference data yet: run npm start once.')
  const seatCode = seat ?? defaultSeat
  const place = await client.query('select from territory_unit where code = $1 and valid_to is null', [
    seatCode,
  ])
  if (place.rowCount === 0) throw new Error(`--seat: ${seatCode} is not a unit of the territory in force`)
  const id = randomUUID()
  const name = institution?.trim() || (operator.name_pl.split(' (')[0] ?? operator.name_pl)
  await client.query(
    `insert into institution (id, name, name_folded, kind_key, level, seat_code, wojewodztwo_code)
     values ($1, $2, $3, 'operator', $4, $5, left($5, 2))`,
    [id, name, fold(name), operator.level, seatCode],
  )
  return id
}

/**
 * Makes an operator: account, employment, role, named authorisation and a one-time link, as an invitation would.
 * Gives the link; it is stored nowhere. Throws when the address already has an account.
 */
export const createOperator = (client: Client, wanted: Wanted): Promise<string> => {
  const person = personOf(wanted)
  return inTransaction(client, async () => {
    const taken = await client.query('select from user_account where email = $1', [person.email])
    if (taken.rowCount) throw new Error(`--email: ${person.email} has an account already; nothing was made`)
    const institutionId = await operatorInstitution(client, wanted)
    const userId = randomUUID()
    const { token, tokenHash } = newToken()
    const day = today()
    await client.query(
      `insert into user_account (id, email, given_name, family_name, name_folded) values ($1, $2, $3, $4, $5)`,
      [
        userId,
        person.email,
        person.givenName,
        person.familyName,
        fold(`${person.givenName} ${person.familyName}`),
      ],
    )
    await client.query(
      'insert into employment (user_id, institution_id, job_title, starts_on) values ($1, $2, $3, $4)',
      [userId, institutionId, operatorMessages.jobTitle, day],
    )
    await client.query(
      `insert into role_assignment (user_id, institution_id, role, starts_on) values ($1, $2, 'operator', $3)`,
      [userId, institutionId, day],
    )
    await client.query(
      'insert into authorisation (user_id, institution_id, scope, valid_from, valid_to) values ($1, $2, $3, $4, $5)',
      [userId, institutionId, operatorMessages.scope, day, addMonths(day, authorisationMonths)],
    )
    await client.query(
      'insert into invitation (user_id, institution_id, token_hash, expires_at) values ($1, $2, $3, $4)',
      [userId, institutionId, tokenHash, new Date(now().getTime() + invitationDays * 86_400_000)],
    )
    await client.query(
      `insert into audit_event (institution_id, action, kind, subject_kind, subject_ids)
       values ($1, 'admin.create', 'write', 'user', array[$2::uuid])`,
      [institutionId, userId],
    )
    return new URL(`/zaproszenie/${token}`, wanted.publicUrl).href
  })
}
