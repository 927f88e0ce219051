import { beforeAll, describe, expect, test } from 'vitest'
import { addRelation, mendRelation, readRelations, removeMember, removeRelation } from '@/lib/families'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusedFields } from '@/tests/support/refusal'
import { twoFamilies } from '@/tests/support/scenes/two-families'
import { consent, insert, makeCase, makePerson } from '@/tests/support/world'

useDatabase()

type Made = Awaited<ReturnType<typeof makeCase>>

let made: Made
let ops: string
let team: string
let ewa: string
let adam: string
let zosia: string
let coordinator: Actor
let colleague: Actor
let school: Actor
let schoolId: string
let assistant: Actor

beforeAll(async () => {
  ;({ ops, schoolId, team, made, coordinator, colleague, assistant, school } = await twoFamilies())
  ewa = await makePerson(made, { givenName: 'Ewa', relation: 'head', bornOn: '1985-03-14' })
  adam = await makePerson(made, { givenName: 'Adam', relation: 'partner', bornOn: '1983-05-05' })
  zosia = await makePerson(made, {
    givenName: 'Zosia',
    relation: 'child',
    bornOn: '2014-02-02',
    guardians: [ewa],
  })
  await asOwner().query('update case_person set main = true where case_id = $1 and person_id = $2', [
    made.caseId,
    ewa,
  ])
})

const dates = { startsOn: '', ended: '', endsOn: '' }
const relate = (personId: string, kind: string, otherId: string, more: Record<string, string> = {}) =>
  addRelation.execute(coordinator, {
    caseId: made.caseId,
    personId,
    kind: kind as 'parent',
    otherId,
    ...dates,
    ...more,
  })

const told = async (actor: Actor = coordinator) => {
  const { persons, relations } = await readRelations.execute(actor, { caseId: made.caseId })
  const name = (id: string) => persons.find((p) => p.personId === id)?.givenName ?? '?'
  return relations.map(
    (r) => `${name(r.fromId)} ${r.kind}${r.ended ? ' ended' : ''} ${name(r.toId)}${r.id ? ' entered' : ''}`,
  )
}

const enteredId = async (kind: string): Promise<{ relationId: string; version: number }> => {
  const { relations } = await readRelations.execute(coordinator, { caseId: made.caseId })
  const found = relations.find((r) => r.kind === kind && r.id !== null)
  if (!found?.id) throw new Error(`no ${kind}`)
  return { relationId: found.id, version: found.version }
}

describe('relations', () => {
  test('what is known already is not typed; what is entered stands instead of it', async () => {
    expect(await told()).toEqual(['Ewa partner Adam', 'Ewa parent Zosia'])
    await relate(adam, 'stepparent', zosia, { startsOn: '1.06.2019' })
    await relate(ewa, 'partner', adam, { startsOn: '1.05.2019' })
    expect(await told()).toEqual([
      'Ewa partner Adam entered',
      'Adam stepparent Zosia entered',
      'Ewa parent Zosia',
    ])
  })

  test('ages and birthdays: of the living today', async () => {
    const { persons } = await readRelations.execute(coordinator, { caseId: made.caseId })
    expect(persons.map(({ givenName, age, diedOn, main }) => [givenName, age, diedOn, main])).toEqual([
      ['Ewa', 41, null, true],
      ['Adam', 43, null, false],
      ['Zosia', 12, null, false],
    ])
  })

  test('it ends with a date, is put right and taken out again', async () => {
    const partner = await enteredId('partner')
    const mend = (more: Record<string, string>) =>
      mendRelation.execute(coordinator, { caseId: made.caseId, ...partner, ...dates, ...more })
    expect(await refusedFields(mend({ startsOn: '1.06.2019', endsOn: '1.05.2019' }))).toEqual({
      endsOn: 'relationOrder',
    })
    await mend({ startsOn: '1.06.2019', endsOn: '1.05.2024' })
    expect(await told()).toContain('Ewa partner ended Adam entered')
    expect(await refusedFields(mend({}))).toBe('stale')
    await relate(ewa, 'partner', adam, { startsOn: '1.05.2026' })
    expect((await told()).filter((t) => t.includes('partner'))).toHaveLength(2)
    await removeRelation.execute(coordinator, { caseId: made.caseId, relationId: partner.relationId })
    const { rows } = await asOwner().query(
      `select action, subject_ids @> array[$1::uuid, $2::uuid] as both from audit_event
       where kind = 'write' and action like 'family.%' order by at desc limit 1`,
      [ewa, adam],
    )
    expect(rows).toEqual([{ action: 'family.unrelate', both: true }])
  })

  test.each([
    ['twice the same', () => relate(adam, 'stepparent', zosia), { otherId: 'relationThere' }],
    ['twice, told from the other side', () => relate(adam, 'partner', ewa), { otherId: 'relationThere' }],
    ['of oneself', () => relate(ewa, 'guardian', ewa), { otherId: 'relationSelf' }],
    ['a parent younger than the child', () => relate(zosia, 'parent', ewa), { otherId: 'parentYounger' }],
    [
      'each the step-parent of the other',
      () => relate(zosia, 'stepparent', adam),
      { otherId: 'relationReversed' },
    ],
    ['of a kind that does not exist', () => relate(ewa, 'boss', adam), { kind: 'choose' }],
    [
      'from a day that has not come',
      () => relate(ewa, 'sibling', adam, { startsOn: '1.01.2090' }),
      { startsOn: 'dateFuture' },
    ],
    ['with nobody of this case', () => relate(ewa, 'sibling', crypto.randomUUID()), { otherId: 'choose' }],
  ])('%s is refused beside its field', async (_name, work, expected) => {
    expect(await refusedFields(work())).toEqual(expected)
  })
})

describe('both locks', () => {
  const count = (actor: Actor) => asActor(actor, (tx) => tx.personRelation.count())

  test('an institution reads a relation when both persons agreed, not before', async () => {
    await consent(made, ewa, schoolId, ['PODSTAWOWE'])
    expect(await count(school)).toBe(0)
    expect((await readRelations.execute(school, { caseId: made.caseId })).persons).toHaveLength(1)
    const second = await consent(made, adam, schoolId, ['PODSTAWOWE'])
    expect(await count(school)).toBe(1)
    expect(await told(school)).toEqual(['Ewa partner Adam entered'])
    await asOwner().query(`update consent set status = 'withdrawn', withdrawn_at = now() where id = $1`, [
      second,
    ])
    expect(await count(school)).toBe(0)
  })

  test('the unit reads it by assignment; who has another case reads nothing', async () => {
    expect(await count(assistant)).toBe(2)
    expect(await count(colleague)).toBe(0)
  })

  test('past the use cases nobody but the family coordinator writes', async () => {
    const row = (actor: Actor) => ({
      ownerInstitutionId: ops,
      fromId: ewa,
      toId: zosia,
      kind: 'guardian',
      recordedById: actor.userId,
    })
    const { relationId } = await enteredId('stepparent')
    for (const actor of [assistant, school, colleague]) {
      await expect(
        asActor(actor, (tx) => tx.personRelation.createMany({ data: [row(actor)] })),
      ).rejects.toThrow('row-level security')
      expect(
        (await asActor(actor, (tx) => tx.personRelation.updateMany({ data: { ended: true } }))).count,
      ).toBe(0)
      await expect(
        asActor(actor, (tx) => tx.$queryRaw`select app.remove_relation(${relationId}::uuid)::text`),
      ).rejects.toThrow('not the coordinator')
    }
    await expect(
      asActor(coordinator, (tx) => tx.personRelation.updateMany({ data: { fromId: zosia } })),
    ).rejects.toThrow('a relation stays between its persons')
    await expect(
      asActor(coordinator, (tx) =>
        tx.personRelation.createMany({ data: [{ ...row(coordinator), ownerInstitutionId: schoolId }] }),
      ),
    ).rejects.toThrow('row-level security')
  })

  test('a person who is taken out as entered by mistake takes the relations along', async () => {
    const jan = await makePerson(made, { givenName: 'Jan', relation: 'otherRelative', bornOn: '1980-01-01' })
    await relate(jan, 'sibling', ewa)
    expect(await told()).toContain('Jan sibling Ewa entered')
    await removeMember.execute(coordinator, { caseId: made.caseId, personId: jan })
    expect((await asOwner().query('select from person_relation where from_id = $1', [jan])).rowCount).toBe(0)
  })
})

test('with the last case that two persons have in common their relation goes; in another it stays', async () => {
  const first = await makeCase({ teamId: team, owner: ops })
  const second = await makeCase({ teamId: team, owner: ops })
  const [a, b] = [await makePerson(first), await makePerson(first)]
  for (const person of [a, b])
    await insert('case_person', { case_id: second.caseId, team_id: team, person_id: person })
  await insert('person_relation', {
    owner_institution_id: ops,
    from_id: a,
    to_id: b,
    kind: 'sibling',
    recorded_by_id: coordinator.userId,
  })
  const left = async () =>
    (await asOwner().query('select from person_relation where from_id = $1', [a])).rowCount
  await asOwner().query('delete from case_person where case_id = $1 and person_id = $2', [first.caseId, a])
  expect(await left()).toBe(1)
  await asOwner().query('delete from case_person where case_id = $1 and person_id = $2', [second.caseId, b])
  expect(await left()).toBe(0)
})
