import { beforeAll, describe, expect, it } from 'vitest'
import * as people from '@/lib/people'
import { expiredContexts, workingContexts } from '@/lib/people/sessions'
import { asActor, asSystem } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { giveRole, makeActor, makeInstitution, makeTeam, makeUser } from '@/tests/support/world'

useDatabase()

let ops: string
let admin: Actor
let animator: Actor

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS Próbny' })
  admin = await makeActor(ops, { role: 'admin_lokalny' }, { givenName: 'Adam', familyName: 'Prowadzący' })
  animator = await makeActor(await makeInstitution({ kind: 'rops' }), { role: 'animator' })
})

/** A worker of the OPS whose authorisation ends so many days from today. */
const worker = async (days: number): Promise<string> => {
  const userId = await makeUser(ops)
  await giveRole(userId, ops, { role: 'koordynator_rodziny' })
  await asOwner().query(
    `insert into authorisation (user_id, institution_id, scope, valid_from, valid_to, acknowledged_at)
     values ($1, $2, 'Praca socjalna', '2025-01-01', app.today() + $3::int, now())`,
    [userId, ops, days],
  )
  return userId
}

const rolesSeen = async (userId: string): Promise<number> =>
  asActor({ userId, institutionId: ops }, async (tx) => {
    const rows = await tx.$queryRaw<{ role: string }[]>`select role::text from app.my_assignments()`
    return rows.length
  })

const passDay = () => asSystem('deadlines', (tx) => tx.$executeRaw`select app.tell_authorisations_that_end()`)

const told = async (userId: string): Promise<string[]> =>
  (
    await asOwner().query<{ kind: string }>(
      'select kind from notification where user_id = $1 order by kind',
      [userId],
    )
  ).rows.map((r) => r.kind)

describe('a named authorisation', () => {
  it('holds on its last day and not the day after; then the person is told whom to ask', async () => {
    const last = await worker(0)
    expect([await rolesSeen(last), (await workingContexts(last)).length]).toEqual([1, 1])
    const after = await worker(-1)
    expect([await rolesSeen(after), await workingContexts(after)]).toEqual([0, []])
    expect(await expiredContexts(after)).toMatchObject([
      { institutionName: 'GOPS Próbny', renewers: 'Adam Prowadzący' },
    ])
    expect(await expiredContexts(last)).toEqual([])
  })

  it('is renewed by a head or by the region, never for oneself; the person acknowledges the new one', async () => {
    const userId = await worker(-10)
    const renew = (actor: Actor, change: object = {}) =>
      people.renewAuthorisation.execute(actor, {
        institutionId: ops,
        userId,
        scope: 'Praca socjalna w terenie',
        validTo: '31.12.2099',
        ...change,
      })
    expect(await refusal(renew(admin, { validTo: '1.11.2025' }))).toBe('invalid invalid validTo')
    expect(await refusal(renew(admin, { userId: admin.userId }))).toBe('conflict notYourAuthorisation')
    const stranger = await makeActor(await makeInstitution(), { role: 'admin_lokalny' })
    expect(await refusal(renew(stranger))).toBe('notFound notFound')
    const before = await people.readPerson.execute(admin, { institutionId: ops, userId })
    expect(before.authorisation?.expired).toBe(true)
    await renew(animator)
    const view = await people.readPerson.execute(admin, { institutionId: ops, userId })
    expect(view.authorisation).toMatchObject({
      scope: 'Praca socjalna w terenie',
      to: '2099-12-31',
      acknowledged: false,
      expired: false,
    })
    expect([view.state, await rolesSeen(userId)]).toEqual(['working', 1])
    expect(await told(userId)).toEqual(['authorisation.renewed'])
    const self = { ...admin, userId }
    const own = await people.readOwnAccount.execute(self, {})
    const authorisationId = own.authorisation?.id ?? ''
    expect(await refusal(people.acknowledgeAuthorisation.execute(admin, { authorisationId }))).toBe(
      'notFound notFound',
    )
    await people.acknowledgeAuthorisation.execute(self, { authorisationId })
    expect((await people.readOwnAccount.execute(self, {})).authorisation?.acknowledged).toBe(true)
  })

  it('comes with every invitation of who works here already', async () => {
    const userId = await worker(-10)
    const { rows } = await asOwner().query<{ email: string }>(
      'select email from user_account where id = $1',
      [userId],
    )
    await people.invite.execute(admin, {
      institutionId: ops,
      givenName: 'Anna',
      familyName: 'Próbna',
      email: rows[0]?.email ?? '',
      jobTitle: 'pracownik',
      address: 'pani',
      roles: ['specjalista'],
      scope: 'Praca z dziećmi',
      validTo: '31.12.2098',
    })
    const view = await people.readPerson.execute(admin, { institutionId: ops, userId })
    expect(view.authorisation).toMatchObject({ scope: 'Praca z dziećmi', to: '2098-12-31' })
    expect((await workingContexts(userId))[0]?.roles).toEqual(['koordynator_rodziny', 'specjalista'])
  })

  it('is told of thirty days before its end, to the person and to who renews it, not every day', async () => {
    const later = await worker(31)
    const soon = await worker(30)
    const renewed = await worker(30)
    await asOwner().query(
      `insert into authorisation (user_id, institution_id, scope, valid_from, valid_to)
       values ($1, $2, 'Nowe', '2026-01-01', app.today() + 300)`,
      [renewed, ops],
    )
    await asOwner().query('delete from notification')
    await asOwner().query(`update authorisation set reminded_on = '2026-01-01' where user_id <> all ($1)`, [
      [later, soon, renewed],
    ])
    await passDay()
    await passDay()
    expect(await told(later)).toEqual([])
    expect(await told(renewed)).toEqual([])
    expect(await told(soon)).toEqual(['authorisation.ending'])
    expect(await told(admin.userId)).toEqual(['authorisation.endingOther'])
    const { rows } = await people.listPeople.execute(admin, { institutionId: ops, former: false })
    const shown = rows
      .filter((r) => [later, soon].includes(r.userId))
      .map((r) => r.authorisationEnds !== null)
    expect(shown.sort()).toEqual([false, true])
  })

  it('is neither written for oneself nor rewritten past the first lock', async () => {
    const row = (userId: string, institutionId: string) => ({
      userId,
      institutionId,
      scope: 'Wszystko',
      issuedById: admin.userId,
      validFrom: new Date('2026-01-01'),
    })
    const add = (userId: string, institutionId: string) =>
      asActor(admin, (tx) => tx.authorisation.createMany({ data: [row(userId, institutionId)] }))
    await expect(add(admin.userId, ops)).rejects.toMatchObject({ code: 'P2039' })
    const partner = await makeInstitution({ kind: 'szkola_podstawowa' })
    await makeTeam({ lead: ops, members: [partner] })
    await expect(add(await makeUser(partner), partner)).rejects.toMatchObject({ code: 'P2039' })
    const userId = await worker(3)
    const self = { userId, institutionId: ops }
    const moved = await asActor(self, (tx) =>
      tx.authorisation.updateMany({ where: { userId }, data: { validTo: null } }),
    )
    expect(moved.count).toBe(0)
    expect((await add(userId, ops)).count).toBe(1)
  })
})
