import { beforeAll, describe, expect, it } from 'vitest'
import * as people from '@/lib/people'
import { acceptInvitation, openInvitation } from '@/lib/people/invitations'
import { workingContexts } from '@/lib/people/sessions'
import { asActor } from '@/lib/platform/db'
import { Role } from '@/lib/platform/generated/prisma/enums'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, clockRuns, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  actorOf,
  giveRole,
  makeActor,
  makeCase,
  makeInstitution,
  makeTeam,
  makeUser,
} from '@/tests/support/world'

useDatabase()
beforeAll(clockRuns)

const newcomer = (institutionId: string, email: string, roles: string[]) => ({
  institutionId,
  givenName: 'Ewa',
  familyName: 'Nowa',
  email,
  jobTitle: 'pracownik socjalny',
  address: 'pani' as const,
  roles,
  scope: 'Praca socjalna',
  validTo: '31.12.2099',
})

const letterTo = async (email: string): Promise<string> => {
  const { rows } = await asOwner().query<{ body: string }>(
    'select body from outgoing_mail where recipient = $1 order by created_at desc limit 1',
    [email],
  )
  return /zaproszenie\/([\w-]+)/u.exec(rows[0]?.body ?? '')?.[1] ?? ''
}

describe('inviting a person', () => {
  let ops: string
  let admin: Actor
  beforeAll(async () => {
    ops = await makeInstitution({ name: 'GOPS Próbny' })
    admin = await makeActor(ops, { role: 'admin_lokalny' })
  })

  it('gives account, roles, authorisation and a link that works once; no work before it is used', async () => {
    const { userId } = await people.invite.execute(
      admin,
      newcomer(ops, ' Ewa.Nowa@Gops.example ', ['koordynator_rodziny', 'wykonawca']),
    )
    expect(await workingContexts(userId)).toEqual([])
    const token = await letterTo('ewa.nowa@gops.example')
    expect(await openInvitation(token)).toMatchObject({
      institutionName: 'GOPS Próbny',
      authorisationScope: 'Praca socjalna',
      authorisationTo: '2099-12-31',
      hasPassword: false,
    })
    expect(await acceptInvitation(token, 'dwanaście znaków')).toBe(userId)
    expect((await workingContexts(userId)).map((c) => c.roles)).toEqual([
      ['koordynator_rodziny', 'wykonawca'],
    ])
    expect(await refusal(acceptInvitation(token, 'dwanaście znaków'))).toBe('notFound invitationGone')
    const list = await people.listPeople.execute(admin, { institutionId: ops, former: false })
    expect(list.rows.find((r) => r.userId === userId)).toMatchObject({ name: 'Ewa Nowa', state: 'working' })
  })

  it('takes an account of old into a second institution, where nothing opens before the new invitation', async () => {
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    const head = await makeActor(school, { role: 'decydent' })
    const { userId } = await people.invite.execute(
      head,
      newcomer(school, 'ewa.nowa@gops.example', ['wykonawca']),
    )
    expect((await workingContexts(userId)).map((c) => c.institutionName)).toEqual(['GOPS Próbny'])
    expect((await openInvitation(await letterTo('ewa.nowa@gops.example')))?.hasPassword).toBe(true)
  })

  it('is taken back, and sent again with another link', async () => {
    const { userId } = await people.invite.execute(admin, newcomer(ops, 'jan@gops.example', ['wykonawca']))
    const first = await letterTo('jan@gops.example')
    await people.revokeInvitation.execute(admin, { institutionId: ops, userId })
    expect(await openInvitation(first)).toBeNull()
    await people.resendInvitation.execute(admin, { institutionId: ops, userId })
    expect(await openInvitation(await letterTo('jan@gops.example'))).not.toBeNull()
    expect(await openInvitation(first)).toBeNull()
  })

  it('refuses roles that are not the giver’s to give, and people of other institutions', async () => {
    const head = await makeActor(ops, { role: 'decydent' })
    expect(
      await refusal(people.invite.execute(head, newcomer(ops, 'x@gops.example', ['admin_lokalny']))),
    ).toBe('forbidden roleNotYours')
    const other = await makeInstitution()
    expect(
      await refusal(people.invite.execute(admin, newcomer(other, 'x@gops.example', ['wykonawca']))),
    ).toBe('forbidden forbidden')
    expect(await refusal(people.listPeople.execute(admin, { institutionId: other, former: false }))).toBe(
      'forbidden forbidden',
    )
    expect(await refusal(people.invite.execute(admin, newcomer(ops, 'nie-adres', [])))).toBe(
      'invalid invalid email roles',
    )
  })

  it('never leaves a control without an end', async () => {
    const userId = await makeUser(ops)
    const control = { institutionId: ops, userId, role: 'audytor' }
    expect(await refusal(people.appoint.execute(admin, { ...control, endsOn: '' }))).toBe(
      'invalid invalid endsOn',
    )
    await people.appoint.execute(admin, { ...control, endsOn: '31.12.2099' })
    const view = await people.readPerson.execute(admin, { institutionId: ops, userId })
    expect(view.roles).toMatchObject([{ role: 'audytor', to: '2099-12-31', mayEnd: true }])
    await people.endRole.execute(admin, { institutionId: ops, userId, assignmentId: view.roles[0]?.id ?? '' })
    expect((await people.readPerson.execute(admin, { institutionId: ops, userId })).roles).toEqual([])
  })
})

describe('the two locks on roles', () => {
  it('agree: the database lets in what the table gives, and of roles without team and case nothing else', async () => {
    const own = await makeInstitution()
    const rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    const far = await makeInstitution({ seat: '2013072' })
    const council = await makeInstitution({ kind: 'rada_gminy' })
    const charity = await makeInstitution({ kind: 'ngo' })
    const teamId = await makeTeam({ lead: own, members: [school] })
    const givers = [
      await makeActor(own, { role: 'admin_lokalny' }),
      await makeActor(own, { role: 'decydent' }),
      await makeActor(own, { role: 'koordynator_rodziny' }),
      await makeActor(own, { role: 'wykonawca' }),
      await makeActor(own, { role: 'iod' }),
      await makeActor(rops, { role: 'animator' }),
      await makeActor(rops, { role: 'rops_koordynator' }),
      await makeActor(own, { role: 'koordynator_zespolu', teamId }),
      await makeActor(charity, { role: 'admin_lokalny' }),
      await makeActor(rops, { role: 'admin_lokalny' }),
    ]
    for (const actor of givers)
      for (const institutionId of [own, school, far, rops, council, charity]) {
        const { rows } = await asOwner().query<{ kind_key: string; wojewodztwo_code: string }>(
          'select kind_key, wojewodztwo_code from institution where id = $1',
          [institutionId],
        )
        const place = {
          institutionId,
          kindKey: rows[0]?.kind_key ?? '',
          wojewodztwoCode: rows[0]?.wojewodztwo_code ?? '',
          inCoordinatedTeam: institutionId === school || institutionId === own,
        }
        const table = people.rolesToGive(actor, place)
        const database = await asActor(
          actor,
          (tx) =>
            tx.$queryRaw<{ role: Role }[]>`
            select r as role from unnest(enum_range(null::role)) r where app.may_grant(r, ${institutionId}::uuid, null, null)`,
        )
        const allowed = database.map((d) => d.role)
        expect(allowed.sort(), `${actor.assignments[0]?.role} at ${place.kindKey}`).toEqual(table.sort())
      }
    expect(Object.values(Role).length).toBe(17)
  })

  it('a provider cannot write a role even past the first lock', async () => {
    const ops = await makeInstitution()
    const provider = await makeActor(ops, { role: 'wykonawca' })
    const write = asActor(provider, (tx) =>
      tx.roleAssignment.createMany({
        data: [
          {
            userId: provider.userId,
            institutionId: ops,
            role: 'lider_gminny',
            startsOn: new Date('2026-01-01'),
            grantedById: provider.userId,
          },
        ],
      }),
    )
    await expect(write).rejects.toMatchObject({ code: 'P2039' })
  })
})

describe('the end of an employment', () => {
  it('asks who takes over, hands over, and ends everything at once', async () => {
    const ops = await makeInstitution()
    const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
    const teamId = await makeTeam({ lead: ops, members: [pcpr] })
    const made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
    const head = await makeActor(ops, { role: 'lider_gminny' })
    const leaving = await makeUser(ops)
    const staying = await makeUser(ops)
    await giveRole(leaving, ops, { role: 'koordynator_rodziny', caseId: made.caseId })
    await giveRole(leaving, ops, { role: 'koordynator_zespolu', teamId })
    await asOwner().query(
      'update team_member set representative_id = $1 where team_id = $2 and institution_id = $3',
      [leaving, teamId, ops],
    )
    const view = await people.readPerson.execute(head, { institutionId: ops, userId: leaving })
    expect(view.holdings.map((h) => [h.kind, h.count, h.required])).toEqual([
      ['koordynator_rodziny', 1, true],
      ['koordynator_zespolu', 1, true],
      ['representative', 1, true],
    ])
    const end = (successors: Record<string, string>) =>
      people.endEmployment.execute(head, {
        institutionId: ops,
        userId: leaving,
        endsOn: '1.11.2026',
        reason: 'zmiana pracy',
        successors,
      })
    const keys = view.holdings.map((h) => h.key)
    expect(await refusal(end({}))).toBe(
      `invalid handOverFirst ${keys.map((k) => `successors.${k}`).join(' ')}`,
    )
    const stranger = await makeUser(pcpr)
    expect(await refusal(end(Object.fromEntries(keys.map((k) => [k, stranger]))))).toMatch(
      /^invalid invalid successors/,
    )
    await end(Object.fromEntries(keys.map((k) => [k, staying])))
    const live = await asOwner().query<{ user_id: string; role: string }>(
      'select user_id, role from role_assignment where institution_id = $1 and ended_at is null and user_id = any($2) order by role',
      [ops, [leaving, staying]],
    )
    expect(live.rows.map((r) => [r.user_id === staying, r.role])).toEqual([
      [true, 'koordynator_zespolu'],
      [true, 'koordynator_rodziny'],
      // the seat of a representative comes with its role
      [true, 'decydent'],
    ])
    expect(await workingContexts(leaving)).toEqual([])
  })

  it('is not for oneself', async () => {
    const ops = await makeInstitution()
    const head = await makeActor(ops, { role: 'admin_lokalny' })
    const own = { institutionId: ops, userId: head.userId, endsOn: '1.11.2026', reason: 'x', successors: {} }
    expect(await refusal(people.endEmployment.execute(head, own))).toBe('conflict notYourself')
  })
})

describe('a new region', () => {
  it('gets its ROPS and first administrator from the operator, once', async () => {
    const platform = await makeInstitution({ kind: 'uczelnia', level: 'kraj', seat: '1465011' })
    const operator = await makeActor(platform, { role: 'operator' })
    const rops = {
      wojewodztwo: '16',
      name: 'ROPS w Opolu',
      givenName: 'Olga',
      familyName: 'Pierwsza',
      email: 'olga@rops.example',
      jobTitle: 'informatyk',
    }
    const { institutionId, userId } = await people.createRops.execute(operator, rops)
    await acceptInvitation(await letterTo('olga@rops.example'), 'długie hasło 1')
    const olga = await actorOf(userId, institutionId)
    const { userId: second } = await people.invite.execute(
      olga,
      newcomer(institutionId, 'adam@rops.example', ['animator']),
    )
    expect(second).not.toBe(userId)
    expect(await refusal(people.createRops.execute(operator, { ...rops, email: 'b@rops.example' }))).toBe(
      'conflict ropsExists',
    )
  })
})
