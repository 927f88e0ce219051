import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/policy/actor'
import { createReferral, mendReferral, readReferral } from '@/lib/referrals'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { coordinator, leader, ops, teamId, useStages } from '@/tests/support/scenes/case-stages'
import { giveRole, insert, makeActor, makeInstitution, makeUser } from '@/tests/support/world'

useStages()

let teacher: Actor
let school: string

beforeEach(async () => {
  school = await makeInstitution({ kind: 'szkola_podstawowa' })
  await insert('team_member', {
    team_id: teamId,
    institution_id: school,
    joined_on: '2024-01-01',
    signed_on: '2024-01-01',
  })
  teacher = await makeActor(school, { role: 'specjalista' })
})

const row = (givenName: string, change: object = {}) => ({
  givenName,
  familyName: 'Wrzosek',
  relationKey: 'head',
  bornOn: '',
  pesel: '',
  phone: '',
  ...change,
})

const send = async (people: object[]): Promise<{ id: string; caseId: string }> => {
  const sent = await createReferral.execute(teacher, {
    id: randomUUID(),
    teamId,
    subject: 'family',
    familyLabel: 'Rodzina Wrzosków',
    reasonKeys: ['ubostwo'],
    situation: '',
    exhaustedMeans: 'Rozmowy',
    legalBasis: 'UPS100',
    preConsentOn: '',
    violence: 'no',
    people,
    submit: 'on',
  } as never)
  return { id: sent.id, caseId: sent.caseId ?? '' }
}

type Change = { people?: object[]; reasonKeys?: string[]; familyLabel?: string; version?: number }

const mend = async (id: string, change: Change, actor: Actor = coordinator) => {
  const view = await readReferral.execute(leader, { id })
  return mendReferral.execute(actor, {
    id,
    version: view.version,
    familyLabel: view.familyLabel,
    reasonKeys: view.reasonKeys,
    situation: view.situation ?? '',
    exhaustedMeans: view.exhaustedMeans ?? '',
    people: view.people.map(rowOf),
    ...change,
  } as never)
}

const rowOf = (p: Awaited<ReturnType<typeof readReferral.execute>>['people'][number]) => ({
  id: p.id,
  givenName: p.givenName,
  familyName: p.familyName,
  relationKey: p.relationKey,
  bornOn: p.bornOn ?? '',
  phone: p.phone ?? '',
  pesel: '',
  removePesel: '',
})

const rowsOf = async (id: string) => (await readReferral.execute(leader, { id })).people.map(rowOf)

/** The persons of the case as the database keeps them, by position. */
const persons = async (caseId: string) =>
  (
    await asOwner().query(
      `select p.given_name || ' ' || p.family_name as name, i.born_on::text as born, i.pesel_hash is not null as pesel,
              m.relation_key as relation, cp.main, cardinality(cp.guardian_ids) as guardians
       from case_person cp join person p on p.id = cp.person_id join person_identity i on i.person_id = p.id
       join family_case c on c.id = cp.case_id join family_member m on m.person_id = p.id and m.family_id = c.family_id
       where cp.case_id = $1 order by m.position`,
      [caseId],
    )
  ).rows

const mother = { pesel: '85031412347' }
const son = { relationKey: 'child', bornOn: '02.05.2020' }

describe('a sent referral', () => {
  test('is put right with the persons of the case, as long as nobody works with the family', async () => {
    const { id, caseId } = await send([row('Mrata', mother), row('Staś', son)])
    const [first, second] = await rowsOf(id)
    await mend(id, {
      familyLabel: 'Rodzina Wrzosek',
      people: [
        { ...first, givenName: 'Marta' },
        { ...second, bornOn: '03.05.2019' },
        row('Ola', { relationKey: 'child', bornOn: '1.01.2022' }),
      ],
    })
    expect(await persons(caseId)).toEqual([
      { name: 'Marta Wrzosek', born: '1985-03-14', pesel: true, relation: 'head', main: true, guardians: 0 },
      {
        name: 'Staś Wrzosek',
        born: '2019-05-03',
        pesel: false,
        relation: 'child',
        main: false,
        guardians: 1,
      },
      { name: 'Ola Wrzosek', born: '2022-01-01', pesel: false, relation: 'child', main: false, guardians: 1 },
    ])
    const { rows } = await asOwner().query(
      `select f.label, (select count(*)::int from legal_basis_record b where b.case_id = c.id and b.ended_at is null) as bases
       from family f join family_case c on c.family_id = f.id where c.id = $1`,
      [caseId],
    )
    // three persons, basics and the category of the one reason
    expect(rows).toEqual([{ label: 'Rodzina Wrzosek', bases: 6 }])
  })

  test('loses a person who was written by mistake, with everything that stood about that person', async () => {
    const { id, caseId } = await send([row('Marta', mother), row('Obcy', son)])
    const [first, second] = await rowsOf(id)
    await mend(id, { people: [first ?? {}, { ...second, remove: 'on' }] })
    expect((await persons(caseId)).map((p) => p.name)).toEqual(['Marta Wrzosek'])
    const left = await asOwner().query(`select from person where given_name = 'Obcy'`)
    expect(left.rowCount).toBe(0)
    expect(await refusal(mend(id, { people: [{ ...first, remove: 'on' }] }))).toBe(
      'invalid invalid people.0.givenName',
    )
  })

  test('changes its reasons, and the needs and the disclosed categories follow', async () => {
    const { id, caseId } = await send([row('Marta', mother)])
    await mend(id, { reasonKeys: ['bezrobocie', 'alkoholizm_narkomania'] })
    const { rows } = await asOwner().query<{ needs: string[]; open: string[] }>(
      `select array(select need_key from need where case_id = $1 order by 1) as needs,
              array(select category::text from legal_basis_record where case_id = $1 and ended_at is null order by 1) as open`,
      [caseId],
    )
    expect(rows[0]?.needs).toEqual(['alkoholizm_narkomania', 'bezrobocie'])
    expect(rows[0]?.open).toEqual(['PODSTAWOWE', 'PRACA', 'PSYCHIKA_UZALEZNIENIA'])
  })

  test('takes a number off, and never lets it disagree with the birth date', async () => {
    const { id, caseId } = await send([row('Marta', mother)])
    const [first] = await rowsOf(id)
    expect(await refusal(mend(id, { people: [{ ...first, bornOn: '1.01.1990' }] }))).toBe(
      'invalid invalid people.0.bornOn',
    )
    await mend(id, { people: [{ ...first, bornOn: '1.01.1990', removePesel: 'on' }] })
    expect(await persons(caseId)).toMatchObject([{ born: '1990-01-01', pesel: false }])
    await mend(id, { people: [{ ...first, bornOn: '', pesel: '85031412347' }] })
    expect(await persons(caseId)).toMatchObject([{ born: '1985-03-14', pesel: true }])
  })

  test('is for the coordinator of the team and the leader, until the qualification, and on what they saw', async () => {
    const { id, caseId } = await send([row('Marta', mother)])
    const worker = await makeActor(ops, { role: 'koordynator_rodziny' })
    expect(await refusal(mend(id, {}, teacher))).toBe('forbidden forbidden')
    expect(await refusal(mend(id, {}, worker))).toBe('notFound notFound')
    await mend(id, {}, leader)
    expect(await refusal(mend(id, { version: 2 }))).toBe('conflict stale')
    await asOwner().query(`update family_case set status = 'qualified' where id = $1`, [caseId])
    expect(await refusal(mend(id, {}))).toBe('conflict wrongState')
    expect((await readReferral.execute(leader, { id })).may['referral.mend']).toBe(false)
  })

  test('gives no row of another sheet away', async () => {
    const mine = await send([row('Marta', mother)])
    const other = await send([row('Zofia', { bornOn: '1.02.1980' })])
    const [theirs] = await rowsOf(other.id)
    expect(await refusal(mend(mine.id, { people: [theirs ?? {}] }))).toBe('notFound notFound')
    expect((await persons(other.caseId)).map((p) => p.name)).toEqual(['Zofia Wrzosek'])
  })
})

describe('a number that the owner knows', () => {
  test('joins the same person: by surname, or by given name and birthday', async () => {
    const first = await send([row('Marta', mother)])
    const again = await send([row('Marta', { ...mother, familyName: 'Nowak' })])
    const { rows } = await asOwner().query<{ n: number }>(
      `select count(distinct person_id)::int as n from case_person where case_id = any ($1)`,
      [[first.caseId, again.caseId]],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  test('never brings a stranger into the family: a mistyped number stays on the sheet alone', async () => {
    const first = await send([row('Marta', mother)])
    const other = await send([row('Zofia', { ...mother, familyName: 'Lis' })])
    expect(await persons(other.caseId)).toMatchObject([{ name: 'Zofia Lis', pesel: false }])
    expect((await readReferral.execute(leader, { id: other.id })).people[0]?.hasPesel).toBe(true)
    expect(await persons(first.caseId)).toMatchObject([{ name: 'Marta Wrzosek', pesel: true }])
  })

  test('lets a person of another case be: the row that meant somebody else gets a person of its own', async () => {
    const first = await send([row('Marta', mother)])
    const again = await send([row('Marta', mother)])
    const [joined] = await rowsOf(again.id)
    await mend(again.id, {
      people: [{ ...joined, givenName: 'Zofia', familyName: 'Lis', bornOn: '1.01.1970', removePesel: 'on' }],
    })
    expect(await persons(again.caseId)).toMatchObject([
      { name: 'Zofia Lis', born: '1970-01-01', pesel: false },
    ])
    expect(await persons(first.caseId)).toMatchObject([
      { name: 'Marta Wrzosek', born: '1985-03-14', pesel: true },
    ])
  })
})

test('a leader of another unit does not find the sheet', async () => {
  const { id } = await send([row('Marta', mother)])
  const far = await makeInstitution({ seat: '2013072' })
  const userId = await makeUser(far)
  await giveRole(userId, far, { role: 'lider_gminny' })
  const stranger = await makeActor(far, { role: 'lider_gminny' })
  expect(await refusal(mend(id, {}, stranger))).toBe('notFound notFound')
})
