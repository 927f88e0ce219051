import { createHash } from 'node:crypto'
import { addCalendarDays } from '@/lib/calendar'
import { fold } from '@/lib/format/fold'
import type { Staff } from '@/prisma/seed/demo/people'
import { idOf, type World } from '@/prisma/seed/demo/world'
import { demoTokens } from '@/prisma/seed/demo-tokens'

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const newcomer = { given: 'Weronika', family: 'Dudzic', email: 'gops.swilcza.nowa@demo.example' }

/** Somebody who was invited and has not come yet: account and authorisation wait for the first sign-in. */
const addNewcomer = (world: World, gops: Staff, expiresAt: string): void => {
  const userId = idOf('user', newcomer.email)
  const place = { user_id: userId, institution_id: gops.institution.id }
  world.add('user_account', {
    id: userId,
    email: newcomer.email,
    given_name: newcomer.given,
    family_name: newcomer.family,
    name_folded: fold(`${newcomer.given} ${newcomer.family}`),
    address: 'pani',
    is_sample: true,
  })
  world.add('employment', {
    id: idOf('employment', newcomer.email),
    ...place,
    job_title: 'asystent rodziny',
    starts_on: world.today,
  })
  world.add('role_assignment', {
    id: idOf('assignment', newcomer.email),
    ...place,
    role: 'asystent_rodziny',
    starts_on: world.today,
    granted_by_id: gops.head,
  })
  world.add('authorisation', {
    id: idOf('authorisation', newcomer.email),
    ...place,
    scope: 'Dane osób i rodzin, z którymi pracuje asystent rodziny, w zakresie przydzielonych spraw',
    issued_by_id: gops.head,
    valid_from: world.today,
    valid_to: addCalendarDays(world.today, 365),
  })
  world.add('invitation', {
    id: idOf('invitation', newcomer.email),
    ...place,
    token_hash: hashOf(demoTokens.invitation),
    created_by_id: gops.head,
    expires_at: expiresAt,
  })
}

/** The two doors that open by a link alone: an invitation that waits, and a forgotten password asked for just now. */
export const addLinks = (world: World, people: ReadonlyMap<string, Staff>, now: Date): void => {
  const gops = people.get('gops_swilcza')
  if (!gops) return
  addNewcomer(world, gops, new Date(now.getTime() + 7 * 86_400_000).toISOString())
  world.add('password_reset', {
    id: idOf('password-reset', 'demo'),
    user_id: gops.socialWorkers.at(-1),
    token_hash: hashOf(demoTokens.passwordReset),
    expires_at: new Date(now.getTime() + 3_600_000).toISOString(),
  })
}
