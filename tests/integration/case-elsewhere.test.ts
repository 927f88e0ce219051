import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkDuplicates, decideProposal, proposeDecision, readCase } from '@/lib/cases'
import type { CaseStatus } from '@/lib/platform/generated/prisma/enums'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  caseAt,
  coordinator,
  leader,
  statusOf,
  teamId,
  useStages,
  workerOf,
} from '@/tests/support/scenes/case-stages'
import { insert, makePerson } from '@/tests/support/world'

useStages()

/** The tests of this file share one gmina: each has a family of its own. */
let familyName: string
beforeEach(() => {
  familyName = `Wrzosek-${randomUUID().slice(0, 8)}`
})

type Person = { givenName?: string; pesel?: string; bornOn?: string }

/** A case whose main person is a record of its own with these data. */
const withMain = async (
  status: CaseStatus,
  { givenName = 'Jan', pesel, bornOn = '1990-01-02' }: Person = {},
) => {
  const made = await caseAt(status)
  const person = await makePerson(made, { givenName, familyName, bornOn })
  await asOwner().query('update case_person set main = true where person_id = $1', [person])
  if (pesel)
    await asOwner().query('update person_identity set pesel_hash = $2 where person_id = $1', [person, pesel])
  return { ...made, person }
}
const propose = (caseId: string) =>
  proposeDecision.execute(coordinator, { caseId, version: 1, kind: 'qualify', reasonKey: '', note: 'Tak' })
const decide = (caseId: string) =>
  decideProposal.execute(leader, { caseId, version: 1, accepted: 'yes', note: '' })

describe('one open case a person and gmina as its main person', () => {
  test('without a number the full name and the birth date tell; a twin has another name', async () => {
    await withMain('inProgress')
    expect(await refusal(propose((await withMain('screening')).caseId))).toBe('conflict mainElsewhere')
    expect(await propose((await withMain('screening', { givenName: 'Piotr' })).caseId)).toEqual({
      decided: false,
    })
    const other = await withMain('screening', { bornOn: '1990-01-03' })
    expect(await propose(other.caseId)).toEqual({ decided: false })
  })

  test('two different numbers are two people', async () => {
    await withMain('inProgress', { pesel: 'a'.repeat(64) })
    expect(await propose((await withMain('screening', { pesel: 'b'.repeat(64) })).caseId)).toEqual({
      decided: false,
    })
  })

  test('of two decisions at once one is too late', async () => {
    const both = [await withMain('screening'), await withMain('screening')]
    for (const { caseId } of both) await propose(caseId)
    const outcomes = await Promise.all(both.map(({ caseId }) => refusal(decide(caseId))))
    expect(outcomes.sort()).toEqual(['allowed', 'conflict mainElsewhere'])
    const statuses = await Promise.all(both.map(({ caseId }) => statusOf(caseId)))
    expect(statuses.sort()).toEqual(['qualified', 'screening'])
  })
})

describe('who decides is told', () => {
  test('that somebody of the family is in another open case', async () => {
    const running = await withMain('diagnosis')
    const fresh = await caseAt('screening')
    await insert('case_person', { case_id: fresh.caseId, team_id: teamId, person_id: running.person })
    const { number, others } = await readCase.execute(coordinator, { caseId: fresh.caseId })
    const { number: theirs } = await readCase.execute(coordinator, { caseId: running.caseId })
    expect(others).toEqual([
      { caseId: running.caseId, number: theirs, name: `Jan ${familyName}`, main: true },
    ])
    expect(number).not.toBe(theirs)
    await asOwner().query(`update family_case set status = 'closed' where id = $1`, [running.caseId])
    expect((await readCase.execute(leader, { caseId: fresh.caseId })).others).toEqual([])
  })

  test('what the search answered, also later, and only who may search', async () => {
    const { caseId } = await caseAt('submitted')
    await checkDuplicates.execute(coordinator, { caseId, reason: 'Nowe zgłoszenie' })
    const [search] = (await readCase.execute(coordinator, { caseId })).searches
    expect([search?.reason, search?.knownTo, search?.by]).toEqual([
      'Nowe zgłoszenie',
      [],
      `${coordinator.givenName} ${coordinator.familyName}`,
    ])
    expect((await readCase.execute(leader, { caseId })).searches).toEqual([])
  })
})

test('a family that comes back is linked with its earlier case, for who may see that one', async () => {
  const earlier = await withMain('closed', { pesel: 'c'.repeat(64) })
  await asOwner().query(`update family_case set closed_on = '2026-01-15' where id = $1`, [earlier.caseId])
  const fresh = await caseAt('screening')
  await insert('case_person', {
    case_id: fresh.caseId,
    team_id: teamId,
    person_id: earlier.person,
    main: true,
  })
  expect((await readCase.execute(leader, { caseId: fresh.caseId })).previous).toBeNull()
  await propose(fresh.caseId)
  await decide(fresh.caseId)
  const { previous } = await readCase.execute(coordinator, { caseId: fresh.caseId })
  expect([previous?.id, previous?.closedOn]).toEqual([earlier.caseId, '2026-01-15'])
  const worker = await workerOf(fresh.caseId)
  expect((await readCase.execute(worker, { caseId: fresh.caseId })).previous).toBeNull()
})
