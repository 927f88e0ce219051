import { beforeAll, describe, expect, it } from 'vitest'
import { accessLog, caseLooks, duplicateSearches } from '@/lib/audit'
import { checkDuplicates, readCase } from '@/lib/cases'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { consentRegister, readConsentFile } from '@/lib/privacy'
import { asOwner, clockRuns, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  consent,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
  withdraw,
} from '@/tests/support/world'

useDatabase()

let made: Awaited<ReturnType<typeof makeCase>>
let ops: string
let school: string
let mother: string
let number: string
let officer: Actor
let coordinator: Actor
let teacher: Actor

const everything = { kind: 'all' as const, number: '', who: '', from: '', to: '', cursor: '' }
const list = (change: Record<string, string> = {}, actor = officer) =>
  consentRegister.execute(actor, { only: 'all', ...change } as never)

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
  made = await makeCase({ teamId: await makeTeam({ lead: ops, members: [school] }), owner: ops })
  mother = await makePerson(made, { givenName: 'Zofia', familyName: 'Wrzosek', relation: 'head' })
  await asOwner().query('update case_person set main = true where person_id = $1', [mother])
  const child = await makePerson(made, { givenName: 'Staś', familyName: 'Wrzosek', bornOn: '2016-05-09' })
  await joinCase(made, school)
  await withdraw(await consent(made, mother, school, ['PODSTAWOWE', 'EDUKACJA']))
  await consent(made, child, school, ['PODSTAWOWE'], mother)
  await insert('legal_basis_record', {
    case_id: made.caseId,
    team_id: made.teamId,
    person_id: mother,
    institution_id: ops,
    category: 'ZDROWIE',
    basis: 'UPS100',
    note: 'SEKRET',
    starts_on: '2026-09-01',
    recorded_by_id: mother,
  })
  const { rows } = await asOwner().query<{ number: string }>('select number from family_case where id = $1', [
    made.caseId,
  ])
  number = rows[0]?.number ?? ''
  officer = await makeActor(ops, { role: 'iod' })
  coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  teacher = await makeActor(
    school,
    { role: 'specjalista', caseId: made.caseId },
    { givenName: 'Ewa', familyName: 'Nauczycielska' },
  )
})

describe('the register of consents', () => {
  it('counts by case number, and shows no name', async () => {
    const { rows, next } = await list()
    expect(rows).toEqual([
      {
        id: made.caseId,
        number,
        status: 'diagnosis',
        openedOn: '2026-09-01',
        granted: 1,
        refused: 0,
        withdrawn: 1,
        expired: 0,
        bases: 1,
        institutions: 1,
        persons: 2,
        withoutClause: 2,
      },
    ])
    expect(next).toBe(null)
  })

  it('finds by number, by withdrawal and by a missing clause', async () => {
    const quiet = await makeCase({ teamId: made.teamId, owner: ops })
    const found = async (change: Record<string, string>) => (await list(change)).rows.map((r) => r.id)
    expect(await found({ number })).toEqual([made.caseId])
    expect(await found({ number: '%' })).toEqual([])
    expect(await found({ only: 'withdrawn' })).toEqual([made.caseId])
    expect(await found({ only: 'clause' })).toEqual([made.caseId])
    expect((await found({})).sort()).toEqual([made.caseId, quiet.caseId].sort())
  })

  it('is of the own unit alone, and for the officer alone', async () => {
    const far = await makeActor(await makeInstitution({ seat: '2013072' }), { role: 'iod' })
    const ofSchool = await makeActor(school, { role: 'iod' })
    for (const other of [far, ofSchool]) {
      expect((await list({}, other)).rows).toEqual([])
      expect(await refusal(readConsentFile.execute(other, { caseId: made.caseId }))).toBe('notFound notFound')
    }
    expect(await refusal(list({}, coordinator))).toBe('forbidden forbidden')
    expect(await refusal(readConsentFile.execute(coordinator, { caseId: made.caseId }))).toBe(
      'notFound notFound',
    )
  })

  it('opens one case: who answered as a number, what was given to whom, when it was withdrawn', async () => {
    const file = await readConsentFile.execute(officer, { caseId: made.caseId })
    expect(file.persons).toEqual([
      { no: 1, minor: false, takesPart: true, leftOn: null },
      { no: 2, minor: true, takesPart: true, leftOn: null },
    ])
    expect(
      file.consents
        .map((c) => [
          c.person,
          c.signer,
          c.standing,
          c.givenOn,
          c.withdrawnChannel,
          c.scope.map((s) => s.category),
        ])
        .sort(),
    ).toEqual([
      [1, 'self', 'withdrawn', '2026-09-10', 'paper', ['PODSTAWOWE', 'EDUKACJA']],
      [2, 'guardian', 'granted', '2026-09-10', null, ['PODSTAWOWE']],
    ])
    expect(file.consents[0]?.scope[0]?.institution).toBe('SP Trzciana')
    expect(file.bases.map((b) => [b.person, b.institution, b.category, b.basis])).toEqual([
      [1, 'GOPS Świlcza', 'ZDROWIE', 'UPS100'],
    ])
    expect(file.institutions.map((i) => i.name)).toEqual(['SP Trzciana'])
    for (const secret of ['Wrzosek', 'Zofia', 'Staś', 'SEKRET', '2016-05-09', mother])
      expect(JSON.stringify(file)).not.toContain(secret)
  })

  it('opens no row of a person or a case to the officer', async () => {
    const rows = await asActor(officer, async (tx) => [
      await tx.familyCase.count(),
      await tx.person.count(),
      await tx.casePerson.count(),
      await tx.need.count(),
    ])
    expect(rows).toEqual([0, 0, 0, 0])
  })
})

describe('the access log', () => {
  it('says who saw this family: by the number of the case, by person, by institution, by day', async () => {
    await readCase.execute(coordinator, { caseId: made.caseId })
    await readCase.execute(teacher, { caseId: made.caseId })
    const found = async (change: Record<string, string>) =>
      (await accessLog.execute(officer, { ...everything, ...change })).rows
        .filter((l) => l.action === 'case.read')
        .map((l) => [l.person === 'Ewa Nauczycielska' ? 'teacher' : 'colleague', l.institution])
    expect((await found({ number })).sort()).toEqual([
      ['colleague', 'GOPS Świlcza'],
      ['teacher', 'SP Trzciana'],
    ])
    expect(await found({ who: 'nauczycielska' })).toEqual([['teacher', 'SP Trzciana']])
    expect(await found({ who: 'trzciana' })).toEqual([['teacher', 'SP Trzciana']])
    expect(await found({ number, to: '1.01.2020' })).toEqual([])
    expect(await found({ number: '0000000/2026/1' })).toEqual([])
  })

  it('names somebody whom the reader meets nowhere else', async () => {
    const stranger = await makeActor(
      await makeInstitution({ seat: '2013072' }),
      { role: 'ekspert' },
      { givenName: 'Lucyna', familyName: 'Grabiec' },
    )
    await insert('audit_event', {
      actor_id: stranger.userId,
      institution_id: stranger.institutionId,
      action: 'consultation.read',
      kind: 'read',
      case_id: made.caseId,
      owner_institution_id: ops,
    })
    const ofOfficer = await accessLog.execute(officer, { ...everything, who: 'grabiec' })
    expect(ofOfficer.rows.map((l) => [l.person, l.caseNumber])).toEqual([['Lucyna Grabiec', number]])
    const ofCoordinator = await caseLooks.execute(coordinator, { caseId: made.caseId, cursor: '' })
    expect(ofCoordinator.rows.map((l) => l.person)).toContain('Lucyna Grabiec')
    const names = await asActor(
      teacher,
      (tx) => tx.$queryRaw<unknown[]>`
      select * from app.names_in_log(${[stranger.userId]}::uuid[])`,
    )
    expect(names).toEqual([])
  })

  it('pages without losing or repeating a row', async () => {
    await asOwner().query(
      `insert into audit_event (actor_id, institution_id, action, kind, owner_institution_id, at)
       select $1, $2, 'line.list', 'read', $2, '2025-01-01' from generate_series(1, 150)`,
      [coordinator.userId, ops],
    )
    const old = { ...everything, from: '1.01.2025', to: '2.01.2025' }
    const first = await accessLog.execute(officer, old)
    const second = await accessLog.execute(officer, { ...old, cursor: first.next ?? '' })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([100, 50, null])
    expect(new Set([...first.rows, ...second.rows].map((l) => l.id)).size).toBe(150)
    const back = await accessLog.execute(officer, { ...old, cursor: second.previous ?? '' })
    expect(back.rows.map((l) => l.id)).toEqual(first.rows.map((l) => l.id))
  })
})

describe('searches for duplicates', () => {
  it('are seen by the officers of both institutions, by the one that was found without the number', async () => {
    await clockRuns()
    const other = await makeInstitution({ name: 'GOPS Obcy', seat: '2013072' })
    const theirs = await makeCase({ teamId: await makeTeam({ lead: other }), owner: other })
    await makePerson(theirs, { givenName: 'Zofia', familyName: 'Wrzosek' })
    await asOwner().query(`update family_case set status = 'submitted' where id = $1`, [made.caseId])
    const asker = await makeActor(
      ops,
      { role: 'koordynator_zespolu', teamId: made.teamId },
      { givenName: 'Anna', familyName: 'Pytająca' },
    )
    await checkDuplicates.execute(asker, { caseId: made.caseId, reason: 'przed kwalifikacją' })
    const seen = async (actor: Actor) =>
      (await duplicateSearches.execute(actor, {})).rows.map(({ id: _id, at: _at, ...row }) => row)
    const row = {
      person: 'Anna Pytająca',
      institution: 'GOPS Świlcza',
      reason: 'przed kwalifikacją',
      found: true,
    }
    expect(await seen(officer)).toEqual([{ ...row, number }])
    expect(await seen(await makeActor(other, { role: 'iod' }))).toEqual([{ ...row, number: null }])
    expect(await seen(await makeActor(school, { role: 'iod' }))).toEqual([])
    expect(await refusal(duplicateSearches.execute(coordinator, {}))).toBe('forbidden forbidden')
  })
})
