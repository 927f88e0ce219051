import { describe, expect, test } from 'vitest'
import { readCase } from '@/lib/cases'
import {
  deliverClauses,
  endBasis,
  listConsents,
  publishClause,
  readClauses,
  recordBasis,
} from '@/lib/consents'
import { freeze, today } from '@/lib/platform/clock'
import type { Actor } from '@/lib/policy/actor'
import { asOwner } from '@/tests/support/database'
import { dayAfter } from '@/tests/support/day'
import { refusedFields } from '@/tests/support/refusal'
import {
  clinic,
  coordinator,
  forBoth,
  forSchool,
  gaps,
  made,
  mother,
  nurse,
  ops,
  record,
  said,
  school,
  seenBy,
  teacher,
  useScene,
} from '@/tests/support/scenes/consents'
import { insert, makeActor, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useScene()

describe('children', () => {
  const signed = (personId: string, signer: string) => said({ personId, signer })

  test('one guardian signs; on the eighteenth birthday it is over', async () => {
    const eve = await asOwner().query<{ on: string; past: string }>(
      `select (app.today() + 1 - interval '18 years')::date::text as on, (app.today() - interval '18 years')::date::text as past`,
    )
    const child = await makePerson(made, {
      bornOn: eve.rows[0]?.on ?? '',
      relation: 'child',
      guardians: [mother],
    })
    await record([said(), signed(child, mother)])
    expect(await gaps()).toEqual([])
    expect((await seenBy(teacher)) as string[]).toContain(child)
    const { rows } = await asOwner().query<{ same: boolean; ends: boolean }>(
      `select c.valid_to = app.today() as same, g.ends_on = app.today() as ends
       from consent c join case_grant g on g.consent_id = c.id where c.person_id = $1 limit 1`,
      [child],
    )
    expect(rows).toEqual([{ same: true, ends: true }])
    // a day later by the database's own clock: the same as if the birthday were today
    await asOwner().query(`update case_grant set ends_on = app.today() - 1 where person_id = $1`, [child])
    expect((await seenBy(teacher)) as string[]).not.toContain(child)
    freeze(dayAfter)
    expect(await gaps()).toEqual([{ person: child, reason: 'expired', signers: [child] }])
  })

  test('guardians in conflict: both sign, the narrower scope counts', async () => {
    const father = await makePerson(made, { givenName: 'Marek', relation: 'formerPartner', takesPart: false })
    const child = await makePerson(made, {
      bornOn: '2017-03-14',
      relation: 'child',
      guardians: [mother, father],
      conflict: true,
    })
    await record([said(), signed(child, mother)], forBoth())
    expect(await gaps()).toEqual([{ person: child, reason: 'otherGuardian', signers: [father] }])
    expect((await seenBy(teacher)) as string[]).not.toContain(child)
    expect((await readCase.execute(coordinator, { caseId: made.caseId })).next.missing).toEqual(['consents'])
    await record(
      [said({ personId: child, signer: father, answer: 'exceptions', scope: forSchool() })],
      forBoth(),
    )
    expect(await gaps()).toEqual([])
    expect((await readCase.execute(coordinator, { caseId: made.caseId })).next.missing).toEqual([])
    expect((await seenBy(teacher)) as string[]).toContain(child)
    expect((await seenBy(nurse)) as string[]).not.toContain(child)
    const view = await listConsents.execute(coordinator, { caseId: made.caseId })
    expect(view.persons.find((p) => p.personId === child)).toMatchObject({
      until: '2035-03-13',
      conflict: true,
    })
    expect(view.persons.find((p) => p.personId === child)?.slots).toHaveLength(2)
  })

  test('a conflict of guardians is over at eighteen; under guardianship it is not', async () => {
    const father = await makePerson(made, { givenName: 'Marek', relation: 'formerPartner', takesPart: false })
    const grown = await makePerson(made, {
      bornOn: '2008-01-02',
      relation: 'child',
      guardians: [mother, father],
      conflict: true,
    })
    await record([said(), said({ personId: grown, signer: grown })])
    expect(await gaps()).toEqual([])
    expect((await seenBy(teacher)) as string[]).toContain(grown)
    const missing = async () => (await readCase.execute(coordinator, { caseId: made.caseId })).next.missing
    expect(await missing()).toEqual([])
    await asOwner().query('update case_person set under_guardianship = true where person_id = $1', [grown])
    expect((await seenBy(teacher)) as string[]).not.toContain(grown)
    expect(await missing()).toEqual(['consents'])
  })

  test('a person who left the case is seen by no other institution', async () => {
    const father = await makePerson(made, { givenName: 'Marek', relation: 'partner' })
    await record([said(), said({ personId: father, signer: father })])
    expect((await seenBy(teacher)) as string[]).toContain(father)
    await asOwner().query('update case_person set left_on = app.today() where person_id = $1', [father])
    expect(await seenBy(teacher)).toEqual([mother])
    expect((await seenBy(coordinator)) as string[]).toContain(father)
    // and a consent of theirs alone keeps no case open
    await asOwner().query('update case_person set left_on = app.today() where person_id = $1', [mother])
    expect(await seenBy(teacher)).toBe('notFound')
  })

  test('a child without a guardian cannot be signed for', async () => {
    const child = await makePerson(made, { bornOn: '2017-03-14', relation: 'child' })
    expect(await refusedFields(record([signed(child, mother)]))).toEqual({
      'answers.0.signer': 'guardianNeeded',
    })
    expect(await gaps()).toContainEqual({ person: child, reason: 'noGuardian', signers: [] })
  })
})

describe('the information clause', () => {
  const deliver = (caseId: string, actor: Actor, personId: string) =>
    deliverClauses.execute(actor, {
      caseId,
      personIds: [personId],
      deliveredOn: '11.09.2026',
      channel: 'paper',
    })

  test('is published by the head of the own institution, as a new version each time', async () => {
    const place = await makeInstitution({ name: 'GOPS Nowy' })
    const fresh = await makeCase({
      teamId: await makeTeam({ lead: place }),
      owner: place,
      status: 'qualified',
    })
    const person = await makePerson(fresh)
    const worker = await makeActor(place, { role: 'koordynator_rodziny', caseId: fresh.caseId })
    const head = await makeActor(place, { role: 'lider_gminny' })
    expect(await refusedFields(deliver(fresh.caseId, worker, person))).toBe('noClause')
    const publish = (actor: Actor, institutionId: string) =>
      publishClause.execute(actor, {
        institutionId,
        body: 'Administratorem danych jest…',
        validFrom: today(),
      })
    expect(await refusedFields(publish(worker, place))).toBe('forbidden')
    expect(await refusedFields(publish(head, ops))).toBe('forbidden')
    expect(await publish(head, place)).toEqual({ versionNo: 1 })
    await deliver(fresh.caseId, worker, person)
    expect(await publish(head, place)).toEqual({ versionNo: 2 })
    const { versions } = await readClauses.execute(worker, { institutionId: place })
    expect(versions.map((v) => [v.versionNo, v.inForce])).toEqual([
      [2, true],
      [1, false],
    ])
  })
})

describe('a basis in law', () => {
  const basis = (categories: string[], institutionId = school) =>
    recordBasis.execute(coordinator, {
      caseId: made.caseId,
      personId: '',
      institutionId,
      categories: categories as never,
      basis: 'OBOWIAZEK_PRAWNY',
      note: 'art. 572 KPC',
      startsOn: '10.09.2026',
      endsOn: '',
    })

  test('opens without consent and closes when it ends', async () => {
    expect(await refusedFields(basis(['EDUKACJA']))).toEqual({ categories: 'basicFirst' })
    await basis(['PODSTAWOWE', 'EDUKACJA'])
    expect(await seenBy(teacher)).toEqual([mother])
    const { bases } = await listConsents.execute(coordinator, { caseId: made.caseId })
    for (const { id } of bases) await endBasis.execute(coordinator, { caseId: made.caseId, basisId: id })
    expect(await seenBy(teacher)).toBe('notFound')
  })
})

describe('what the family is asked for', () => {
  test('comes from the reasons of the referral and who can answer them', async () => {
    for (const [need_key, category] of [
      ['ubostwo', 'FINANSE'],
      ['choroba', 'ZDROWIE'],
    ])
      await insert('need', {
        case_id: made.caseId,
        team_id: made.teamId,
        owner_institution_id: ops,
        need_key,
        category,
        created_by_id: mother,
      })
    const { proposal, institutions } = await listConsents.execute(coordinator, { caseId: made.caseId })
    expect(institutions.map((i) => [i.name, i.owner])).toEqual([
      ['GOPS Świlcza', true],
      ['Przychodnia', false],
      ['SP Trzciana', false],
    ])
    const of = (id: string) => proposal.filter((p) => p.institutionId === id).map((p) => p.category)
    // the owner's own tasks need no consent, its sensitive categories do
    expect(of(ops)).toEqual(['PODSTAWOWE', 'ZDROWIE'])
    expect(of(clinic)).toEqual(['PODSTAWOWE', 'ZDROWIE'])
  })
})
