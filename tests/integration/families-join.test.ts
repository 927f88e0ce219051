import { beforeAll, describe, expect, test } from 'vitest'
import { editFamily, joinFamily, readFamily } from '@/lib/families'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusedFields } from '@/tests/support/refusal'
import { twoFamilies } from '@/tests/support/scenes/two-families'
import {
  actorOf,
  consent,
  giveRole,
  joinCase,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

useDatabase()

type Made = Awaited<ReturnType<typeof makeCase>>

let made: Made
let other: Made
let coordinator: Actor
let colleague: Actor
let assistant: Actor
let school: Actor
let ops: string
let schoolId: string

beforeAll(async () => {
  ;({ ops, schoolId, made, other, coordinator, colleague, assistant, school } = await twoFamilies())
  await makePerson(made, { givenName: 'Ewa', relation: 'head' })
})

describe('one person in several families', () => {
  const join = (more: Record<string, string>, actor = coordinator) =>
    joinFamily.execute(actor, {
      caseId: made.caseId,
      pesel: '',
      familyName: '',
      bornOn: '',
      relationKey: 'otherRelative',
      livesTogether: '',
      since: '',
      ...more,
    })
  let dawny: string

  beforeAll(async () => {
    dawny = await makePerson(other, {
      givenName: 'Marek',
      familyName: 'Dawny',
      relation: 'head',
      bornOn: '1979-04-04',
    })
    await asOwner().query('update family_member set starts_on = $1, ends_on = $2 where person_id = $3', [
      '2019-01-01',
      '2022-06-30',
      dawny,
    ])
  })

  test('somebody of the own unit is found by surname and birth date and joined', async () => {
    expect(await join({ familyName: 'Dawny', bornOn: '5.04.1979' })).toEqual({ known: 0, personIds: [] })
    expect(await join({ familyName: 'dawny', bornOn: '4.04.1979', since: '1.02.2023' })).toEqual({
      known: 1,
      personIds: [dawny],
    })
    const { rows } = await asOwner().query(
      `select reason, cardinality(subject_ids) as persons from audit_event where action = 'family.join' and kind = 'write' order by at`,
    )
    expect(rows).toEqual([
      { reason: 'nie znaleziono nikogo', persons: 0 },
      { reason: null, persons: 1 },
    ])
    expect(await refusedFields(join({ familyName: 'Dawny', bornOn: '4.04.1979' }))).toEqual({
      familyName: 'knownHere',
    })
    expect(await refusedFields(join({ familyName: 'Dawny' }))).toEqual({ bornOn: 'joinBy' })
    expect(await refusedFields(join({}))).toEqual({ pesel: 'joinBy' })
  })

  test('two who share surname and birthday: nobody is taken', async () => {
    await makePerson(other, { givenName: 'Ala', familyName: 'Bliźniak', bornOn: '2001-01-01' })
    await makePerson(other, { givenName: 'Ola', familyName: 'Bliźniak', bornOn: '2001-01-01' })
    expect(await join({ familyName: 'Bliźniak', bornOn: '1.01.2001' })).toEqual({ known: 2, personIds: [] })
  })

  test('people of another unit are not found, and only the family coordinator asks', async () => {
    const far = await makeInstitution({ name: 'GOPS Inny' })
    const theirs = await makeCase({ teamId: await makeTeam({ lead: far }), owner: far })
    await makePerson(theirs, { familyName: 'Daleka', bornOn: '1970-07-07' })
    expect(await join({ familyName: 'Daleka', bornOn: '7.07.1970' })).toEqual({ known: 0, personIds: [] })
    expect(await refusedFields(join({ familyName: 'Dawny', bornOn: '4.04.1979' }, assistant))).toBe(
      'forbidden',
    )
    const asked = (actor: Actor) =>
      asActor(
        actor,
        (tx) =>
          tx.$queryRaw`select id from app.unit_persons(${made.caseId}::uuid, null, 'Dawny', '1979-04-04'::date)`,
      )
    expect(await asked(assistant)).toEqual([])
    expect(await asked(colleague)).toEqual([])
  })

  test('the page says where else somebody belongs to who works there too, and to nobody else', async () => {
    const elsewhere = async (actor: Actor) =>
      (await readFamily.execute(actor, { caseId: made.caseId })).elsewhere
    expect(await elsewhere(coordinator)).toEqual([])
    await giveRole(coordinator.userId, ops, { role: 'asystent_rodziny', caseId: other.caseId })
    const both = await actorOf(coordinator.userId, ops)
    const there = {
      personId: dawny,
      label: 'Rodzina Dawna',
      caseId: other.caseId,
      startsOn: '2019-01-01',
      endsOn: '2022-06-30',
    }
    expect(await elsewhere(both)).toEqual([there])
    // the school takes part in both families, and somebody of each agreed, but Marek only in one
    await consent(made, dawny, schoolId, ['PODSTAWOWE'])
    await joinCase(other, schoolId)
    const wife = await makePerson(other, { givenName: 'Iza', relation: 'partner' })
    await consent(other, wife, schoolId, ['PODSTAWOWE'])
    await giveRole(school.userId, schoolId, { role: 'specjalista', caseId: other.caseId })
    const teacher = await actorOf(school.userId, schoolId)
    expect(await elsewhere(teacher)).toEqual([])
    await consent(other, dawny, schoolId, ['PODSTAWOWE'])
    expect(await elsewhere(teacher)).toEqual([there])
  })

  test('since when in the family: entered, and never after the day of leaving', async () => {
    const marek = async () =>
      (await readFamily.execute(coordinator, { caseId: made.caseId })).members.find(
        (m) => m.personId === dawny,
      )
    const before = await marek()
    expect(before?.since).toBe('2023-02-01')
    const mend = async (more: Record<string, string>) =>
      editFamily.execute(coordinator, {
        caseId: made.caseId,
        added: [],
        mended: [
          {
            personId: dawny,
            version: before?.version,
            givenName: 'Marek',
            familyName: 'Dawny',
            relationKey: 'otherRelative',
            phone: '',
            contactNote: '',
            takesPart: 'on',
            livesTogether: '',
            guardianIds: [],
            underGuardianship: '',
            guardianConflict: '',
            courtDecision: '',
            since: '',
            leftOn: '',
            main: '',
            ...more,
          },
        ],
      })
    expect(await refusedFields(mend({ leftOn: '1.01.2023' }))).toEqual({ 'mended.0.leftOn': 'relationOrder' })
    await mend({ since: '1.03.2023', leftOn: '1.04.2024' })
    expect([(await marek())?.since, (await marek())?.leftOn]).toEqual(['2023-03-01', '2024-04-01'])
  })
})
