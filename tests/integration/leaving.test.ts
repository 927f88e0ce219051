import { describe, expect, it } from 'vitest'
import { endInstitution } from '@/lib/institutions'
import * as people from '@/lib/people'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  giveRole,
  insert,
  makeActor,
  makeCase,
  makeInstitution,
  makeTeam,
  makeUser,
} from '@/tests/support/world'

useDatabase()

type End = { userId: string; institutionId: string; endsOn?: string; successors?: Record<string, string> }

const end = (actor: Actor, { endsOn = '1.11.2026', successors = {}, ...who }: End) =>
  refusal(people.endEmployment.execute(actor, { ...who, endsOn, successors, reason: 'zmiana pracy' }))

const liveRoles = async (userId: string): Promise<string[]> =>
  (
    await asOwner().query<{ role: string }>(
      'select role::text from role_assignment where user_id = $1 and ended_at is null order by 1',
      [userId],
    )
  ).rows.map((r) => r.role)

const lineFor = async (provider: string, responsible: string, teamId: string, status: string) => {
  const made = await makeCase({ teamId, owner: provider, status: 'inProgress' })
  const id = crypto.randomUUID()
  await insert('basket_line', {
    id,
    case_id: made.caseId,
    team_id: teamId,
    owner_institution_id: provider,
    service_key: 'praca_socjalna',
    category: 'RELACJE',
    provider_institution_id: provider,
    responsible_user_id: responsible,
    starts_on: '2026-10-01',
    status,
    status_since: '2026-10-01',
    created_by_id: responsible,
  })
  return id
}

const responsibleOf = async (lineId: string): Promise<unknown> =>
  (await asOwner().query('select responsible_user_id from basket_line where id = $1', [lineId])).rows[0]
    ?.responsible_user_id

describe('the only head of a house', () => {
  it('is let go by the region, which then can end the institution; not while somebody else heads it', async () => {
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    const rops = await makeInstitution({ kind: 'rops' })
    const animator = await makeActor(rops, { role: 'animator' })
    const coordinator = await makeActor(rops, { role: 'rops_koordynator' })
    const far = await makeActor(await makeInstitution({ kind: 'rops', seat: '2013072' }), {
      role: 'rops_koordynator',
    })
    const head = await makeActor(school, { role: 'decydent' })
    const who = { userId: head.userId, institutionId: school }
    expect(await end(head, who)).toBe('conflict notYourself')
    expect(await end(far, who)).toBe('notFound notFound')
    const second = await makeActor(school, { role: 'admin_lokalny' })
    expect(await end(animator, who)).toBe('forbidden forbidden')
    await asOwner().query('update user_account set disabled_at = now() where id = $1', [second.userId])
    expect((await people.readPerson.execute(animator, who)).may.end).toBe(true)
    expect(await end(animator, who)).toBe('allowed')
    expect(await liveRoles(head.userId)).toEqual([])
    await asOwner().query('update employment set ends_on = app.today() where user_id = $1', [second.userId])
    expect(
      await refusal(
        endInstitution.execute(coordinator, { institutionId: school, version: 1, endedOn: '1.11.2026' }),
      ),
    ).toBe('allowed')
  })

  it('is replaced by who was invited and has not come yet: a head only counts when it can come in', async () => {
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    const ops = await makeInstitution()
    const teamId = await makeTeam({ lead: ops, members: [school] })
    const animator = await makeActor(await makeInstitution({ kind: 'rops' }), { role: 'animator' })
    const head = await makeActor(school, { role: 'decydent' })
    await asOwner().query(
      'update team_member set representative_id = $1 where team_id = $2 and institution_id = $3',
      [head.userId, teamId, school],
    )
    const { userId } = await people.invite.execute(animator, {
      institutionId: school,
      givenName: 'Ewa',
      familyName: 'Nowa',
      email: 'nowa.dyrektor@szkola.example',
      jobTitle: 'dyrektorka',
      address: 'pani',
      roles: ['decydent'],
      scope: 'Reprezentowanie szkoły',
      validTo: '31.12.2099',
    })
    const who = { userId: head.userId, institutionId: school }
    expect(await end(animator, who)).toBe(`invalid handOverFirst successors.representative:${teamId}`)
    expect(await end(animator, { ...who, successors: { [`representative:${teamId}`]: userId } })).toBe(
      'allowed',
    )
    const { rows } = await asOwner().query<{ representative_id: string }>(
      'select representative_id from team_member where team_id = $1 and institution_id = $2',
      [teamId, school],
    )
    expect(rows).toEqual([{ representative_id: userId }])
  })

  it('in a ROPS its coordinator ends an employment, with the teams of an animator handed over', async () => {
    const rops = await makeInstitution({ kind: 'rops' })
    const teamId = await makeTeam({ lead: await makeInstitution() })
    const coordinator = await makeActor(rops, { role: 'rops_koordynator' })
    const animator = await makeActor(rops, { role: 'animator', teamId })
    const next = await makeUser(rops)
    const who = { userId: animator.userId, institutionId: rops }
    const view = await people.readPerson.execute(coordinator, who)
    expect(view.holdings.map((h) => [h.kind, h.required])).toEqual([['animator', false]])
    expect(await end(coordinator, { ...who, successors: { [`animator:${teamId}`]: next } })).toBe('allowed')
    expect([await liveRoles(animator.userId), await liveRoles(next)]).toEqual([[], ['animator']])
  })
})

describe('a hand-over', () => {
  it('leaves finished services with who delivered them, and goes to who can deliver', async () => {
    const ops = await makeInstitution()
    const teamId = await makeTeam({ lead: ops })
    const head = await makeActor(ops, { role: 'decydent' })
    const leaving = await makeUser(ops)
    const successor = await makeUser(ops)
    const running = await lineFor(ops, leaving, teamId, 'inProgress')
    const finished = await lineFor(ops, leaving, teamId, 'delivered')
    const who = { userId: leaving, institutionId: ops, successors: { [`line:${teamId}`]: successor } }
    expect(await end(head, who)).toBe(`invalid invalid successors.line:${teamId}`)
    await giveRole(successor, ops, { role: 'wykonawca' })
    expect(await end(head, who)).toBe('allowed')
    expect([await responsibleOf(running), await responsibleOf(finished)]).toEqual([successor, leaving])
  })

  it('never makes one person social worker and assistant of one gmina', async () => {
    const ops = await makeInstitution()
    const teamId = await makeTeam({ lead: ops })
    const head = await makeActor(ops, { role: 'lider_gminny' })
    const leaving = await makeUser(ops)
    const assistant = await makeUser(ops)
    const made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
    const other = await makeCase({ teamId, owner: ops, status: 'inProgress' })
    await giveRole(leaving, ops, { role: 'koordynator_rodziny', caseId: made.caseId })
    await giveRole(assistant, ops, { role: 'asystent_rodziny', caseId: other.caseId })
    const key = `koordynator_rodziny:${teamId}`
    const who = { userId: leaving, institutionId: ops }
    expect(await end(head, { ...who, successors: { [key]: assistant } })).toBe(
      `invalid invalid successors.${key}`,
    )
    const past = asActor(
      head,
      (tx) => tx.$executeRaw`
        select app.hand_over(${leaving}::uuid, ${ops}::uuid, 'koordynator_rodziny', ${teamId}::uuid, ${assistant}::uuid)`,
    )
    await expect(past).rejects.toThrow()
    expect(await end(head, { ...who, successors: { [key]: await makeUser(ops) } })).toBe('allowed')
  })

  it('is not of a day before the employment began', async () => {
    const ops = await makeInstitution()
    const head = await makeActor(ops, { role: 'decydent' })
    const userId = await makeUser(ops)
    expect(await end(head, { userId, institutionId: ops, endsOn: '31.12.2023' })).toBe(
      'invalid invalid endsOn',
    )
  })
})
