import { beforeAll, describe, expect, it } from 'vitest'
import { caseFacts } from '@/lib/cases/facts'
import { now, today } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { decide } from '@/lib/policy/decide'
import { useDatabase } from '@/tests/support/database'
import {
  actorOf,
  consent,
  giveRole,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
  makeUser,
  withdraw,
} from '@/tests/support/world'

useDatabase()

type Made = Awaited<ReturnType<typeof makeCase>>

/** What the second lock shows this person of the case. */
const seen = (actor: Actor, made: Made) =>
  asActor(actor, async (tx) => ({
    case: await tx.familyCase.count({ where: { id: made.caseId } }),
    family: await tx.family.count({ where: { id: made.familyId } }),
    persons: await tx.person.count(),
    identities: await tx.personIdentity.count(),
    needs: (await tx.need.findMany({ where: { caseId: made.caseId }, orderBy: { needKey: 'asc' } })).map(
      (n) => n.category,
    ),
    consents: await tx.consent.count({ where: { caseId: made.caseId } }),
  }))

/** What the first lock says of the same. */
const policySays = (actor: Actor, made: Made): Promise<boolean> =>
  asActor(actor, async (tx) => {
    const ctx = { tx, actor, now: now(), today: today() }
    return caseFacts(ctx, made.caseId).then(
      (facts) => decide(actor, 'case.read', facts).allowed,
      () => false,
    )
  })

describe('three roles, two institutions, one consent', () => {
  let ops: string
  let school: string
  let made: Made
  let mother: string
  let consentId: string
  let coordinator: Actor
  let specialist: Actor
  let councillor: Actor
  let stranger: Actor

  beforeAll(async () => {
    ops = await makeInstitution({ name: 'GOPS Świlcza' })
    school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
    const council = await makeInstitution({ name: 'Rada Gminy', kind: 'rada_gminy' })
    const team = await makeTeam({ lead: ops, members: [school, council] })
    made = await makeCase({ teamId: team, owner: ops })
    mother = await makePerson(made)
    const row = {
      case_id: made.caseId,
      team_id: team,
      owner_institution_id: ops,
      person_id: mother,
      created_by_id: mother,
    }
    await insert('need', { ...row, need_key: 'a_ubostwo', category: 'BYT' })
    await insert('need', { ...row, need_key: 'b_szkola', category: 'EDUKACJA' })
    await insert('need', { ...row, need_key: 'c_zdrowie', category: 'ZDROWIE' })
    coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
    specialist = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
    councillor = await makeActor(council, { role: 'radny' })
    stranger = await makeActor(school, { role: 'specjalista' })
    await joinCase(made, school)
  })

  const all = {
    case: 1,
    family: 1,
    persons: 1,
    identities: 1,
    needs: ['BYT', 'EDUKACJA', 'ZDROWIE'],
    consents: 0,
  }
  const nothing = { case: 0, family: 0, persons: 0, identities: 0, needs: [], consents: 0 }

  it('shows the family coordinator of the owner everything, before any consent', async () => {
    expect(await seen(coordinator, made)).toEqual(all)
    expect(await policySays(coordinator, made)).toBe(true)
  })

  it('shows the school nothing before consent, although it takes part and has an assigned specialist', async () => {
    expect(await seen(specialist, made)).toEqual(nothing)
    expect(await policySays(specialist, made)).toBe(false)
  })

  it('opens to the school exactly the categories of the consent', async () => {
    consentId = await consent(made, mother, school, ['PODSTAWOWE', 'EDUKACJA'])
    expect(await seen(specialist, made)).toEqual({ ...all, needs: ['EDUKACJA'], consents: 0 })
    expect(await policySays(specialist, made)).toBe(true)
  })

  it('shows a colleague of the same school who is not assigned nothing', async () => {
    expect(await seen(stranger, made)).toEqual(nothing)
    expect(await policySays(stranger, made)).toBe(false)
  })

  it('never shows a councillor of the team a person or a case', async () => {
    expect(await seen(councillor, made)).toEqual(nothing)
    expect(await policySays(councillor, made)).toBe(false)
    const teams = await asActor(councillor, (tx) => tx.team.count())
    expect(teams).toBe(1)
  })

  it('closes everything to the school at once when the consent is withdrawn', async () => {
    await withdraw(consentId)
    expect(await seen(specialist, made)).toEqual(nothing)
    expect(await policySays(specialist, made)).toBe(false)
    expect(await seen(coordinator, made)).toEqual({ ...all, consents: 1 })
  })

  it('gives no row to nobody: a session without a person, an id of another institution', async () => {
    const nobody = { userId: '00000000-0000-4000-8000-000000000000', institutionId: ops }
    const rows = await asActor(nobody, (tx) => tx.familyCase.count())
    const borrowed = await asActor({ userId: coordinator.userId, institutionId: school }, (tx) =>
      tx.familyCase.count(),
    )
    expect({ rows, borrowed }).toEqual({ rows: 0, borrowed: 0 })
  })

  it('never lets roles of two institutions act together', async () => {
    const userId = await makeUser(school)
    await giveRole(userId, school, { role: 'wykonawca' })
    await giveRole(userId, ops, { role: 'lider_gminny' })
    expect((await seen(await actorOf(userId, school), made)).case).toBe(0)
    expect((await seen(await actorOf(userId, ops), made)).case).toBe(1)
  })

  it("asks consent of the owner's own people too for what falls under art. 9", async () => {
    const leader = await makeActor(ops, { role: 'lider_gminny' })
    expect((await seen(leader, made)).needs).toEqual(['BYT', 'EDUKACJA'])
    await consent(made, mother, ops, ['PODSTAWOWE', 'ZDROWIE'])
    expect((await seen(leader, made)).needs).toEqual(['BYT', 'EDUKACJA', 'ZDROWIE'])
  })
})

describe('what concerns the whole family', () => {
  it('is open only when every person who takes part opened it', async () => {
    const ops = await makeInstitution()
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    const made = await makeCase({ teamId: await makeTeam({ lead: ops, members: [school] }), owner: ops })
    const mother = await makePerson(made)
    const father = await makePerson(made, { givenName: 'Jan', relation: 'ojciec' })
    const row = {
      case_id: made.caseId,
      team_id: made.teamId,
      owner_institution_id: ops,
      created_by_id: mother,
    }
    await insert('need', { ...row, need_key: 'cala_rodzina', category: 'EDUKACJA' })
    await insert('need', { ...row, person_id: mother, need_key: 'matka', category: 'EDUKACJA' })
    await joinCase(made, school)
    const specialist = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
    const keys = async () =>
      (await asActor(specialist, (tx) => tx.need.findMany({ orderBy: { needKey: 'asc' } }))).map(
        (n) => n.needKey,
      )

    await consent(made, mother, school, ['PODSTAWOWE', 'EDUKACJA'])
    expect(await keys()).toEqual(['matka'])
    await consent(made, father, school, ['PODSTAWOWE', 'EDUKACJA'])
    expect(await keys()).toEqual(['cala_rodzina', 'matka'])
  })

  it('counts the narrower scope where guardians are in conflict', async () => {
    const ops = await makeInstitution()
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    const made = await makeCase({ teamId: await makeTeam({ lead: ops, members: [school] }), owner: ops })
    const mother = await makePerson(made)
    const father = await makePerson(made, { givenName: 'Jan', relation: 'ojciec' })
    const spec = {
      givenName: 'Staś',
      bornOn: '2016-05-09',
      relation: 'dziecko',
      guardians: [mother, father],
      conflict: true,
    }
    const child = await makePerson(made, spec)
    await joinCase(made, school)
    const specialist = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
    const sees = () => asActor(specialist, (tx) => tx.person.count({ where: { id: child } }))

    await consent(made, child, school, ['PODSTAWOWE'], mother)
    expect(await sees()).toBe(0)
    await consent(made, child, school, ['PODSTAWOWE'], father)
    expect(await sees()).toBe(1)
  })
})
