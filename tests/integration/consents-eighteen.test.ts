import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { passDeadlines } from '@/lib/cases/deadlines'
import { expiringConsents, listConsents } from '@/lib/consents'
import { listNotifications } from '@/lib/notifications'
import { refusal } from '@/tests/support/refusal'
import {
  coordinator,
  made,
  mother,
  record,
  said,
  seenBy,
  stranger,
  teacher,
  useScene,
} from '@/tests/support/scenes/consents'
import { insert, makeActor, makePerson } from '@/tests/support/world'

useScene()

let soon: string
let grown: string

const list = async (caseId: string | null = null, actor = coordinator) =>
  (await expiringConsents.execute(actor, { caseId })).map((e) => [e.person, e.over, e.until])
const tell = passDeadlines
const told = async () =>
  (await listNotifications.execute(coordinator, { onlyUnread: false, cursor: '' })).rows
    .map((n) => [n.kind, n.caseId])
    .sort()

/** Eighteen on 10 December; another who has been eighteen for four days; a third who has years to go. */
beforeEach(async () => {
  const child = (givenName: string, bornOn: string) =>
    makePerson(made, { givenName, bornOn, relation: 'child', guardians: [mother] })
  soon = await child('Zosia', '2008-12-10')
  grown = await child('Adam', '2008-11-20')
  const small = await child('Ola', '2020-05-02')
  await record([said(), said({ personId: soon }), said({ personId: small })])
  await insert('consent', {
    id: randomUUID(),
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    person_id: grown,
    signed_by_id: mother,
    text_version: '1',
    given_on: '2026-09-10',
    channel: 'paper',
    valid_to: '2026-11-19',
    status: 'granted',
    recorded_by_id: mother,
  })
})

const both = [
  ['Adam Próbna', true, '2026-11-19'],
  ['Zosia Próbna', false, '2026-12-09'],
]

test('the family coordinator finds who has to be asked for the own consent, and nobody else does', async () => {
  expect(await list()).toEqual(both)
  expect(await list(made.caseId)).toEqual(both)
  expect(await refusal(list(null, teacher))).toBe('forbidden forbidden')
  expect(await refusal(list(made.caseId, stranger))).toBe('notFound notFound')
  const elsewhere = await makeActor(made.owner, { role: 'koordynator_rodziny' })
  expect(await list(null, elsewhere)).toEqual([])
  expect(await refusal(list(made.caseId, elsewhere))).toBe('notFound notFound')
})

test('the own consent of the grown child takes no place and opens what it says', async () => {
  await record([said({ personId: grown, signer: grown })])
  expect(await seenBy(teacher)).toContain(grown)
  expect(await list()).toEqual([['Zosia Próbna', false, '2026-12-09']])
  const mine = (await listConsents.execute(coordinator, { caseId: made.caseId })).history.filter(
    (e) => e.personId === grown,
  )
  expect(mine.map((e) => e.standing)).toEqual(['granted', 'expired'])
})

test('who answered for themselves is off the list, also with a refusal', async () => {
  await record([said({ personId: grown, signer: grown, answer: 'refuse' })], undefined, {})
  expect(await list()).toEqual([['Zosia Próbna', false, '2026-12-09']])
})

test('the clock tells the coordinator once before and once after', async () => {
  await tell()
  expect(await told()).toEqual([
    ['consent.expired', made.caseId],
    ['consent.expiring', made.caseId],
  ])
  expect(await tell()).toBe(0)
  expect(await told()).toHaveLength(2)
})
