import { beforeAll, describe, expect, test } from 'vitest'
import { editFamily, editIdentity, readFamily, readIdentities, revealNumber } from '@/lib/families'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusedFields } from '@/tests/support/refusal'
import { joinCase, makeActor, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useDatabase()

let made: Awaited<ReturnType<typeof makeCase>>
let mother: string
let coordinator: Actor
let stranger: Actor
let school: Actor
let team: string

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS Świlcza' })
  const place = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
  const far = await makeInstitution({ name: 'GOPS Inny' })
  team = await makeTeam({ lead: ops, members: [place] })
  made = await makeCase({ teamId: team, owner: ops, status: 'awaitingConsent' })
  mother = await makePerson(made, { relation: 'head' })
  await joinCase(made, place)
  coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  school = await makeActor(place, { role: 'specjalista', caseId: made.caseId })
  stranger = await makeActor(far, { role: 'lider_gminny' })
})

const blank = {
  phone: '',
  contactNote: '',
  livesTogether: 'on',
  takesPart: 'on',
  guardianIds: [],
  underGuardianship: '',
  guardianConflict: '',
  courtDecision: '',
}
const child = {
  ...blank,
  givenName: 'Kuba',
  familyName: 'Próbny',
  relationKey: 'child',
  bornOn: '',
  pesel: '',
}
const add = (...added: Record<string, unknown>[]) =>
  editFamily.execute(coordinator, { caseId: made.caseId, added, mended: [] })

const member = async (givenName: string) => {
  const family = await readFamily.execute(coordinator, { caseId: made.caseId })
  const found = family.members.find((m) => m.givenName === givenName)
  if (!found) throw new Error(`no ${givenName}`)
  return found
}

describe('members', () => {
  test('a child is added with its PESEL; the table holds neither the number nor a part of it', async () => {
    await add({ ...child, pesel: '12250943217', guardianIds: [mother] })
    const kuba = await member('Kuba')
    expect(kuba).toMatchObject({ relation: 'Dziecko', minor: true, takesPart: true, guardianIds: [mother] })
    const identities = await readIdentities.execute(coordinator, { caseId: made.caseId })
    expect(identities.find((i) => i.personId === kuba.personId)).toMatchObject({
      bornOn: '2012-05-09',
      peselMasked: '••••••••217',
    })
    const { rows } = await asOwner().query<{ raw: string }>(
      `select row_to_json(i)::text as raw from person_identity i where person_id = $1`,
      [kuba.personId],
    )
    expect(rows[0]?.raw).toContain('"pesel_sealed":"v1.')
    expect(rows[0]?.raw).not.toContain('12250943217')
    expect(rows[0]?.raw).not.toContain('943217')
    const reads = await asOwner().query(
      `select from audit_event where action = 'identity.reveal' and subject_ids @> array[$1::uuid]`,
      [kuba.personId],
    )
    expect(reads.rowCount).toBe(0)
    expect(await revealNumber.execute(coordinator, { caseId: made.caseId, personId: kuba.personId })).toEqual(
      {
        personId: kuba.personId,
        what: 'pesel',
        number: '12250943217',
      },
    )
    const after = await asOwner().query(
      `select kind, actor_id from audit_event where action = 'identity.reveal' and subject_ids @> array[$1::uuid]`,
      [kuba.personId],
    )
    expect(after.rows).toEqual([{ kind: 'read', actor_id: coordinator.userId }])
  })

  test.each([
    ['a wrong checksum', { pesel: '20070803628' }, { 'added.0.pesel': 'pesel.checksum' }],
    [
      'PESEL and birth date that disagree',
      { pesel: '02070803628', bornOn: '1.01.2002' },
      { 'added.0.bornOn': 'bornOnPesel' },
    ],
    ['31 February', { bornOn: '31.02.2012' }, { 'added.0.bornOn': 'date.noSuchDay' }],
    ['a birth in the future', { bornOn: '1.01.2090' }, { 'added.0.bornOn': 'dateFuture' }],
    ['a birth 226 years ago', { bornOn: '1.01.1800' }, { 'added.0.bornOn': 'dateLongAgo' }],
    [
      'a name that is markup',
      { givenName: '<b>x</b>', bornOn: '1.01.2012' },
      { 'added.0.givenName': 'nameLetters' },
    ],
    ['a name of digits', { familyName: '123', bornOn: '1.01.2012' }, { 'added.0.familyName': 'nameLetters' }],
    ['no birth date at all', {}, { 'added.0.bornOn': 'bornOnNeeded' }],
    [
      'a relation that is not in the dictionary',
      { bornOn: '1.01.2012', relationKey: 'x' },
      { 'added.0.relationKey': 'choose' },
    ],
    ['somebody already there', { pesel: '12250943217' }, { 'added.0.pesel': 'alreadyMember' }],
    [
      'a guardian of an adult',
      { bornOn: '1.01.1990', guardianIds: ['mother'] },
      { 'added.0.guardianIds': 'guardianOfAdult' },
    ],
    [
      'a conflict of one guardian',
      { bornOn: '1.01.2015', guardianIds: ['mother'], guardianConflict: 'on' },
      { 'added.0.guardianConflict': 'conflictOfTwo' },
    ],
  ])('%s is refused beside its field', async (_name, change: Record<string, unknown>, expected) => {
    const guardianIds = change.guardianIds ? [mother] : []
    expect(await refusedFields(add({ ...child, ...change, guardianIds }))).toEqual(expected)
  })

  test('a person whom the unit knows by PESEL is joined, not written twice', async () => {
    const other = await makeCase({ teamId: team, owner: made.owner, status: 'awaitingConsent' })
    const colleague = await makeActor(made.owner, { role: 'koordynator_rodziny', caseId: other.caseId })
    const { personIds } = await editFamily.execute(colleague, {
      caseId: other.caseId,
      added: [{ ...child, pesel: '85031412347', relationKey: 'head' }],
      mended: [],
    })
    const joined = await add({ ...child, givenName: 'Jan', pesel: '85031412347', relationKey: 'partner' })
    expect(joined.personIds).toEqual(personIds)
  })

  test('a form sent twice writes one person', async () => {
    const zosia = { ...child, givenName: 'Zosia', bornOn: '1.02.2015', guardianIds: [mother] }
    const sent = await Promise.allSettled([add(zosia), add(zosia)])
    expect(sent.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(await refusedFields(add(zosia))).toEqual({ 'added.0.givenName': 'alreadyThere' })
  })

  test('a correction of an older version is refused', async () => {
    const kuba = await member('Kuba')
    const mended = {
      ...blank,
      personId: kuba.personId,
      givenName: 'Jakub',
      familyName: 'Próbny',
      relationKey: 'child',
      version: kuba.version,
      guardianIds: [mother],
      leftOn: '',
    }
    const save = () => editFamily.execute(coordinator, { caseId: made.caseId, added: [], mended: [mended] })
    await save()
    expect(await member('Jakub')).toMatchObject({ version: 2 })
    expect(await refusedFields(save())).toBe('stale')
  })

  test('the kept PESEL and a new birth date must agree', async () => {
    const { personId } = await member('Jakub')
    const edit = (bornOn: string) =>
      editIdentity.execute(coordinator, {
        caseId: made.caseId,
        personId,
        version: 1,
        bornOn,
        pesel: '',
        removePesel: '',
        documentKind: '',
        document: '',
        removeDocument: '',
        bankAccount: '',
        removeBankAccount: '',
        sex: '',
        diedOn: '',
        street: 'ul. Zmyślona 1',
        postcode: '36072',
        city: 'Świlcza',
      })
    expect(await refusedFields(edit('10.05.2012'))).toEqual({ bornOn: 'bornOnPesel' })
    await edit('9.05.2012')
    const identities = await readIdentities.execute(coordinator, { caseId: made.caseId })
    expect(identities.find((i) => i.personId === personId)).toMatchObject({ postcode: '36-072', version: 2 })
  })
})

describe('others', () => {
  test('a stranger finds nothing, by any door', async () => {
    const one = { caseId: made.caseId, personId: mother }
    expect(await refusedFields(readFamily.execute(stranger, { caseId: made.caseId }))).toBe('notFound')
    expect(await refusedFields(readIdentities.execute(stranger, { caseId: made.caseId }))).toBe('notFound')
    expect(await refusedFields(revealNumber.execute(stranger, one))).toBe('notFound')
    expect(
      await refusedFields(
        editFamily.execute(stranger, {
          caseId: made.caseId,
          added: [{ ...child, bornOn: '1.01.2012' }],
          mended: [],
        }),
      ),
    ).toBe('notFound')
  })

  test('an institution that takes part finds nothing before consent', async () => {
    expect(await refusedFields(readFamily.execute(school, { caseId: made.caseId }))).toBe('notFound')
  })
})
