import { beforeEach, describe, expect, it } from 'vitest'
import { readCase } from '@/lib/cases'
import { linkFamilies, linkPersons, readDuplicates, unlinkFamilies } from '@/lib/families'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  actorOf,
  giveRole,
  insert,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

useDatabase()

type Made = Awaited<ReturnType<typeof makeCase>>

let first: Made
let second: Made
let mother: string
let twin: string
let coordinator: Actor
let worker: Actor

beforeEach(async () => {
  const ops = await makeInstitution({ name: 'GOPS Świlcza' })
  const team = await makeTeam({ lead: ops })
  coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId: team })
  first = await makeCase({ teamId: team, owner: ops, status: 'inProgress', label: 'Rodzina pierwsza' })
  second = await makeCase({ teamId: team, owner: ops, status: 'diagnosis', label: 'Rodzina druga' })
  mother = await makePerson(first, { givenName: 'Maria', familyName: 'Wrzos', bornOn: '1985-03-14' })
  twin = await makePerson(second, { givenName: 'Maria', familyName: 'Wrzos', bornOn: '1985-03-14' })
  worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId: second.caseId })
})

const page = (who = coordinator, made = second) => readDuplicates.execute(who, { caseId: made.caseId })

const samePerson = () =>
  linkPersons.execute(coordinator, {
    caseId: second.caseId,
    personId: twin,
    twinId: mother,
    keep: 'twin',
    reason: 'Ten sam dowód.',
  })

const link = (who = coordinator) =>
  linkFamilies.execute(who, {
    caseId: second.caseId,
    familyId: first.familyId,
    keep: 'twin',
    reason: 'Ta sama matka i dzieci.',
  })

const numbers = async (made: Made, who = coordinator): Promise<string[]> =>
  (await readCase.execute(who, { caseId: made.caseId })).linked.map(({ id }) => id)

const rows = async () => {
  const { rows: found } = await asOwner().query('select * from family where id = any ($1) order by id', [
    [first.familyId, second.familyId],
  ])
  return found
}

it('is offered once the links of persons show it, and not for people who only look alike', async () => {
  expect((await page()).families.twins).toEqual([])
  expect(await refusal(link())).toBe('notFound notFound')
  await samePerson()
  expect((await page()).families.twins).toMatchObject([
    {
      familyId: first.familyId,
      label: 'Rodzina pierwsza',
      persons: ['Maria Wrzos'],
      cases: [{ id: first.caseId }],
    },
  ])
})

it('is not offered for one child who lives in two homes, and is for two persons in both', async () => {
  const join = (personId: string) =>
    insert('case_person', { case_id: second.caseId, team_id: second.teamId, person_id: personId })
  await join(mother)
  expect((await page()).families.twins).toEqual([])
  await join(await makePerson(first, { givenName: 'Jan', familyName: 'Wrzos' }))
  expect((await page()).families.twins).toMatchObject([{ persons: ['Jan Wrzos', 'Maria Wrzos'] }])
})

describe('linked', () => {
  beforeEach(samePerson)

  it('each case names the other, and neither record changes; taken back, nothing is left', async () => {
    const before = await rows()
    await link()
    expect([await numbers(first), await numbers(second)]).toEqual([[second.caseId], [first.caseId]])
    const { twins, links } = (await page(coordinator, first)).families
    expect(twins).toEqual([])
    expect(links).toMatchObject([
      {
        kept: 'Rodzina pierwsza',
        other: 'Rodzina druga',
        reason: 'Ta sama matka i dzieci.',
        unlinkedAt: null,
      },
    ])
    expect(await refusal(link())).toBe('notFound notFound')
    const undo = { caseId: first.caseId, linkId: links[0]?.id ?? '', reason: 'To jednak siostry.' }
    await unlinkFamilies.execute(coordinator, undo)
    expect(await refusal(unlinkFamilies.execute(coordinator, undo))).toBe('conflict stale')
    expect([await numbers(first), await numbers(second)]).toEqual([[], []])
    expect((await page()).families).toMatchObject({
      twins: [{ familyId: first.familyId }],
      links: [{ unlinkReason: 'To jednak siostry.' }],
    })
    expect(await rows()).toEqual(before)
  })

  it('who works with one family alone neither sees the other nor links it, past every use case too', async () => {
    expect((await page(worker)).families.twins).toEqual([])
    expect(await refusal(link(worker))).toBe('notFound notFound')
    const past = asActor(worker, (tx) =>
      tx.familyLink.createMany({
        data: [
          {
            ownerInstitutionId: second.owner,
            keptId: first.familyId,
            otherId: second.familyId,
            reason: 'x',
            linkedById: worker.userId,
          },
        ],
      }),
    )
    await expect(past).rejects.toThrow('row-level security')
    await link()
    expect(await numbers(second, worker)).toEqual([])
    expect(await asActor(worker, (tx) => tx.familyLink.count())).toBe(0)
    await giveRole(worker.userId, second.owner, { role: 'koordynator_rodziny', caseId: first.caseId })
    const both = await actorOf(worker.userId, second.owner)
    expect(await numbers(second, both)).toEqual([first.caseId])
  })
})
