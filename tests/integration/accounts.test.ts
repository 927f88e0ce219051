import { beforeAll, describe, expect, it } from 'vitest'
import * as people from '@/lib/people'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { insert, makeActor, makeInstitution, makeTeam, makeUser } from '@/tests/support/world'

useDatabase()

let ops: string
let admin: Actor
let animator: Actor

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS Próbny' })
  admin = await makeActor(ops, { role: 'admin_lokalny' })
  animator = await makeActor(await makeInstitution({ kind: 'rops' }), { role: 'animator' })
})

describe('invitations', () => {
  it('are seen and repaired by everybody who may invite there; by nobody else', async () => {
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    const { userId } = await people.invite.execute(animator, {
      institutionId: school,
      givenName: 'Ewa',
      familyName: 'Nowa',
      email: 'ewa.nowa@szkola.example',
      jobTitle: 'dyrektorka',
      address: 'pani',
      roles: ['decydent'],
      scope: 'Reprezentowanie szkoły',
      validTo: '31.12.2099',
    })
    const other = await makeActor(animator.institutionId, { role: 'animator' })
    const person = { institutionId: school, userId }
    const view = await people.readPerson.execute(other, person)
    expect([view.state, view.invitation !== null, view.may.resend]).toEqual(['invited', true, true])
    await people.resendInvitation.execute(other, person)
    const far = await makeActor(await makeInstitution({ kind: 'rops', seat: '2013072' }), {
      role: 'animator',
    })
    expect(await refusal(people.resendInvitation.execute(far, person))).toBe('notFound notFound')
    expect(await asActor(far, (tx) => tx.invitation.count({ where: { userId } }))).toBe(0)
    const iod = await makeActor(school, { role: 'iod' })
    expect((await people.readPerson.execute(iod, person)).state).toBe('invited')
  })

  it('of a ROPS whose administrator is lost are repaired by the operator, and of nobody else', async () => {
    const operator = await makeActor(await makeInstitution({ kind: 'uczelnia', level: 'kraj' }), {
      role: 'operator',
    })
    const { institutionId, userId } = await people.createRops.execute(operator, {
      wojewodztwo: '08',
      name: 'ROPS w Zielonej Górze',
      givenName: 'Olga',
      familyName: 'Pierwsza',
      email: 'olga@rops.example',
      jobTitle: 'informatyk',
    })
    const another = await makeActor(operator.institutionId, { role: 'operator' })
    await people.resendInvitation.execute(another, { institutionId, userId })
    const replacement = {
      institutionId,
      givenName: 'Ewa',
      familyName: 'Druga',
      email: 'ewa.druga@rops.example',
      jobTitle: 'informatyk',
      address: 'pani' as const,
      roles: ['admin_lokalny'],
      scope: 'Zakładanie kont',
      validTo: '31.12.2099',
    }
    await people.invite.execute(another, replacement)
    expect(
      await refusal(people.invite.execute(another, { ...replacement, roles: ['rops_koordynator'] })),
    ).toBe('forbidden roleNotYours')
    expect(await refusal(people.invite.execute(another, { ...replacement, institutionId: ops }))).toBe(
      'forbidden forbidden',
    )
  })
})

describe('the data of a person', () => {
  const change = (userId: string, over: object = {}) => ({
    institutionId: ops,
    userId,
    version: 1,
    givenName: 'Anna Maria',
    familyName: 'Nowak-Poprawna',
    email: '',
    jobTitle: 'starszy pracownik socjalny',
    address: 'pani' as const,
    phone: '17 856 10 10',
    ...over,
  })

  it('is corrected by who may invite here, once a version; the address only before the first sign-in', async () => {
    const { userId } = await people.invite.execute(admin, {
      institutionId: ops,
      givenName: 'Ana',
      familyName: 'Nowak',
      email: 'ana.nowak@gops.example',
      jobTitle: 'pracownik',
      address: 'pan',
      roles: ['wykonawca'],
      scope: 'Praca',
      validTo: '31.12.2099',
    })
    expect((await people.readPerson.execute(admin, { institutionId: ops, userId })).may.mendEmail).toBe(true)
    const right = change(userId, { email: 'anna.nowak@gops.example' })
    await people.mendPerson.execute(admin, right)
    expect(await refusal(people.mendPerson.execute(admin, right))).toBe('conflict stale')
    expect(await people.readPerson.execute(admin, { institutionId: ops, userId })).toMatchObject({
      name: 'Anna Maria Nowak-Poprawna',
      email: 'anna.nowak@gops.example',
      jobTitle: 'starszy pracownik socjalny',
      phone: '+48178561010',
      address: 'pani',
      state: 'invited',
    })
    const { rows } = await asOwner().query<{ recipient: string }>(
      `select recipient from outgoing_mail where recipient like 'an%nowak@gops.example' order by created_at`,
    )
    expect(rows.map((r) => r.recipient)).toEqual(['ana.nowak@gops.example', 'anna.nowak@gops.example'])
    const live = await asOwner().query(
      'select from invitation where user_id = $1 and used_at is null and revoked_at is null',
      [userId],
    )
    expect(live.rowCount).toBe(1)
    expect(
      await refusal(people.mendPerson.execute(admin, change(userId, { version: 2, email: admin.email }))),
    ).toBe('invalid invalid email')
    await insert('credential', { user_id: userId, password_hash: 'x' })
    const late = change(userId, { version: 2, email: 'inna@gops.example' })
    expect(await refusal(people.mendPerson.execute(admin, late))).toBe('invalid invalid email')
    expect((await people.readPerson.execute(admin, { institutionId: ops, userId })).may.mendEmail).toBe(false)
  })

  it('never changes hands: not by a partner of a common team, and no address past the first lock', async () => {
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    await makeTeam({ lead: ops, members: [school] })
    const partner = await makeActor(school, { role: 'decydent' })
    const userId = await makeUser(ops)
    // who simply works here was never invited: there is no link to send to another address
    const readdressed = change(userId, { email: 'inna.osoba@gops.example' })
    expect(await refusal(people.mendPerson.execute(admin, readdressed))).toBe('invalid invalid email')
    expect(await refusal(people.mendPerson.execute(partner, change(userId)))).toBe('forbidden forbidden')
    const write = (actor: Actor, data: object) =>
      asActor(actor, (tx) => tx.userAccount.updateMany({ where: { id: userId }, data }))
    expect((await write(partner, { email: 'zly@szkola.example' })).count).toBe(0)
    await insert('credential', { user_id: userId, password_hash: 'x' })
    await expect(write(admin, { email: 'zly@gops.example' })).rejects.toMatchObject({ code: 'P2039' })
    await expect(write(admin, { disabledAt: new Date() })).rejects.toMatchObject({ code: 'P2039' })
    const ended = await asActor(partner, (tx) =>
      tx.employment.updateMany({ where: { userId }, data: { jobTitle: 'nikt' } }),
    )
    expect(ended.count).toBe(0)
  })

  it('phone and form of address are the person’s own to change', async () => {
    const userId = await makeUser(ops)
    const self = { ...admin, userId }
    await people.mendOwnAccount.execute(self, { version: 1, phone: '600 100 200', address: 'pan' })
    expect(await people.readOwnAccount.execute(self, {})).toMatchObject({
      phone: '+48600100200',
      address: 'pan',
      version: 2,
    })
    expect(
      await refusal(people.mendOwnAccount.execute(self, { version: 2, phone: 'brak', address: 'pan' })),
    ).toBe('invalid invalid phone')
  })
})
