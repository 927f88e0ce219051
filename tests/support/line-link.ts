import { proveLink, sendLineLink } from '@/lib/baskets'
import type { Actor } from '@/lib/policy/actor'
import { asOwner } from '@/tests/support/database'

/** Who answers without an account. */
export const partner = { name: 'Jan Sowa', function: 'sołtys', reasonKey: '', note: '' }

/** Sends a link and reads the letter, as the partner would. */
export const linkTo = async (coordinator: Actor, lineId: string) => {
  const { code } = await sendLineLink.execute(coordinator, { lineId, email: 'poradnia@example.pl' })
  const { rows } = await asOwner().query<{ recipient: string; subject: string; body: string }>(
    'select recipient, subject, body from outgoing_mail order by created_at desc, id limit 1',
  )
  const letter = rows[0] ?? { recipient: '', subject: '', body: '' }
  return { token: /odpowiedz\/([\w-]+)/u.exec(letter.body)?.[1] ?? '', code, letter }
}

/** The same with the code proved. */
export const proved = async (coordinator: Actor, lineId: string) => {
  const { token, code } = await linkTo(coordinator, lineId)
  return { token, pass: await proveLink({ token, code, address: '192.0.2.7' }) }
}
