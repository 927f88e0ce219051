import { beforeEach, describe, expect, test } from 'vitest'
import { editFamily, editIdentity, readFamily, readIdentities, removeMember } from '@/lib/families'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  consent,
  insert,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

useDatabase()

let made: Awaited<ReturnType<typeof makeCase>>
let ops: string
let mother: string
let father: string
let coordinator: Actor
let birthday = 10

beforeEach(async () => {
  ops = await makeInstitution()
  made = await makeCase({ teamId: await makeTeam({ lead: ops }), owner: ops })
  mother = await makePerson(made, { givenName: 'Maria', relation: 'head' })
  // another birthday each time: the same name and birthday would be the same person of an earlier test's case
  birthday += 1
  father = await makePerson(made, {
    givenName: 'Jan',
    relation: 'partner',
    bornOn: `1984-03-${birthday}`,
  })
  await asOwner().query('update case_person set main = true where person_id = $1', [mother])
  coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
})

const members = async () =>
  (await readFamily.execute(coordinator, { caseId: made.caseId })).members.map((m) => [
    m.givenName,
    m.relationKey,
    m.main,
  ])

const mended = (personId: string, givenName: string, change: object) => ({
  personId,
  version: 1,
  givenName,
  familyName: 'Próbna',
  relationKey: 'partner',
  livesTogether: 'on',
  takesPart: 'on',
  guardianIds: [],
  leftOn: '',
  ...change,
})
const edit = (row: object) =>
  editFamily.execute(coordinator, { caseId: made.caseId, added: [], mended: [row] } as never)
const add = (row: object) =>
  editFamily.execute(coordinator, {
    caseId: made.caseId,
    mended: [],
    added: [
      { relationKey: 'child', bornOn: '', takesPart: 'on', livesTogether: 'on', guardianIds: [], ...row },
    ],
  } as never)
const identity = async (personId: string) =>
  (await readIdentities.execute(coordinator, { caseId: made.caseId })).find((i) => i.personId === personId)

describe('the main person', () => {
  test('is another one after a word of the coordinator; who stood there can leave then', async () => {
    expect(await refusal(edit(mended(mother, 'Maria', { leftOn: '1.11.2026' })))).toBe(
      'invalid invalid mended.0.leftOn',
    )
    await edit(mended(father, 'Jan', { main: 'on' }))
    expect(await members()).toEqual([
      ['Jan', 'head', true],
      ['Maria', 'partner', false],
    ])
    await edit(mended(mother, 'Maria', { leftOn: '1.11.2026' }))
    expect(await refusal(edit(mended(father, 'Jan', { version: 2, leftOn: '1.11.2026' })))).toBe(
      'invalid invalid mended.0.leftOn',
    )
  })

  test('is not the main person of another open case of the gmina', async () => {
    const other = await makeCase({ teamId: made.teamId, owner: ops, status: 'inProgress' })
    await insert('case_person', {
      case_id: other.caseId,
      team_id: other.teamId,
      person_id: father,
      main: true,
    })
    expect(await refusal(edit(mended(father, 'Jan', { main: 'on' })))).toBe('invalid invalid mended.0.main')
    await asOwner().query(`update family_case set status = 'closed' where id = $1`, [other.caseId])
    await edit(mended(father, 'Jan', { main: 'on' }))
    expect((await members())[0]).toEqual(['Jan', 'head', true])
  })
})

describe('a person entered by mistake', () => {
  const remove = (personId: string, actor = coordinator) =>
    removeMember.execute(actor, { caseId: made.caseId, personId })

  test('is gone from the case, the family and the house, and signs for nobody', async () => {
    const wrong = await makePerson(made, { givenName: 'Obcy', relation: 'guardian' })
    const child = await makePerson(made, {
      givenName: 'Staś',
      bornOn: '2016-05-09',
      guardians: [wrong, mother],
    })
    await remove(wrong)
    expect((await members()).map(([name]) => name)).toEqual(['Maria', 'Jan', 'Staś'])
    const { rows } = await asOwner().query(
      `select (select count(*)::int from person where id = $1) as person,
              (select count(*)::int from person_identity where person_id = $1) as identity,
              (select guardian_ids from case_person where person_id = $2) as guardians`,
      [wrong, child],
    )
    expect(rows).toEqual([{ person: 0, identity: 0, guardians: [mother] }])
  })

  test('stays known to the house when another case knows the person too', async () => {
    const other = await makeCase({ teamId: made.teamId, owner: ops })
    await insert('case_person', { case_id: other.caseId, team_id: other.teamId, person_id: father })
    await remove(father)
    const { rows } = await asOwner().query('select case_id from case_person where person_id = $1', [father])
    expect(rows).toEqual([{ case_id: other.caseId }])
  })

  test('stays where the case tells more: first place, an answer about consent, a need, a service', async () => {
    expect(await refusal(remove(mother))).toBe('conflict memberHasStory')
    await consent(made, father, ops, ['PODSTAWOWE'])
    expect(await refusal(remove(father))).toBe('conflict memberHasStory')
    const child = await makePerson(made, { givenName: 'Staś', bornOn: '2016-05-09' })
    await insert('need', {
      case_id: made.caseId,
      team_id: made.teamId,
      owner_institution_id: ops,
      person_id: child,
      need_key: 'ubostwo',
      category: 'BYT',
      created_by_id: child,
    })
    expect(await refusal(remove(child))).toBe('conflict memberHasStory')
  })

  test('is taken out by the family coordinator alone', async () => {
    const assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId })
    const stranger = await makeActor(await makeInstitution(), { role: 'koordynator_rodziny' })
    expect(await refusal(remove(father, assistant))).toBe('forbidden forbidden')
    expect(await refusal(remove(father, stranger))).toBe('notFound notFound')
  })
})

describe('a number', () => {
  const change = (personId: string, values: object) =>
    editIdentity.execute(coordinator, {
      caseId: made.caseId,
      personId,
      version: 1,
      bornOn: '',
      pesel: '',
      removePesel: '',
      documentKind: '',
      document: '',
      removeDocument: '',
      bankAccount: '',
      removeBankAccount: '',
      sex: '',
      diedOn: '',
      street: '',
      postcode: '',
      city: '',
      ...values,
    })

  test('that is wrong is taken off; the birth date stays', async () => {
    await asOwner().query(`update person_identity set born_on = null where person_id = $1`, [mother])
    await change(mother, { pesel: '85031412347' })
    await change(mother, { version: 2, removePesel: 'on' })
    expect(await identity(mother)).toMatchObject({ peselMasked: null, bornOn: '1985-03-14', version: 3 })
    await change(father, { bornOn: '14.03.1985', pesel: '85031412347' })
    expect(await identity(father)).toMatchObject({ peselMasked: '••••••••347' })
  })

  test('of somebody with another name is refused when a person is added', async () => {
    const other = await makeCase({ teamId: made.teamId, owner: ops })
    const worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId: other.caseId })
    await editFamily.execute(worker, {
      caseId: other.caseId,
      mended: [],
      added: [
        {
          givenName: 'Kuba',
          familyName: 'Lis',
          relationKey: 'head',
          bornOn: '',
          pesel: '12250943217',
          takesPart: 'on',
          livesTogether: 'on',
          guardianIds: [],
        },
      ],
    } as never)
    const typo = { givenName: 'Ola', familyName: 'Próbna', pesel: '12250943217' }
    expect(await refusal(add(typo))).toBe('invalid invalid added.0.pesel')
    await add({ givenName: 'Kuba', familyName: 'Próbny', pesel: '12250943217' })
    const { rows } = await asOwner().query(`select count(*)::int as n from person where given_name = 'Kuba'`)
    expect(rows).toEqual([{ n: 1 }])
  })
})
