import { beforeAll, expect, it } from 'vitest'
import { feedOf, makeFeed } from '@/lib/meetings'
import { endEmployment } from '@/lib/people'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { insert, makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let ops: string
let leader: Actor
let leaver: Actor
let colleague: Actor
const event = crypto.randomUUID()
const at = (who: Actor) => ({ user_id: who.userId, institution_id: ops })

beforeAll(async () => {
  ops = await makeInstitution()
  await makeTeam({ lead: ops })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  leaver = await makeActor(ops, { role: 'wykonawca' })
  colleague = await makeActor(ops, { role: 'wykonawca' })
  await insert('absence', {
    ...at(colleague),
    starts_on: '2026-11-20',
    ends_on: '2026-12-20',
    substitute_id: leaver.userId,
    recorded_by_id: colleague.userId,
  })
  await insert('school_event', {
    id: event,
    wojewodztwo_code: '18',
    kind: 'school',
    title: 'Szkoła',
    title_folded: 'szkola',
    programme: 'Model',
    place: 'Rzeszów',
    starts_on: '2026-12-10',
    ends_on: '2026-12-10',
    places: 1,
    institution_id: ops,
    created_by_id: leader.userId,
  })
  for (const [who, queue, state] of [
    [leaver, 1, 'signed'],
    [colleague, 2, 'waiting'],
  ] as const)
    await insert('school_entry', {
      ...at(who),
      event_id: event,
      wojewodztwo_code: '18',
      signed_by_id: who.userId,
      queue_no: queue,
      state,
    })
})

it('ends the address of the calendar for good, standing in for others, and places at events', async () => {
  const { token } = await makeFeed.execute(leaver, {})
  expect(await refusal(feedOf(token))).toBe('allowed')
  const standsFor = () => asActor(leaver, (tx) => tx.$queryRaw`select cardinality(app.stands_for()) as n`)
  expect(await standsFor()).toEqual([{ n: 2 }])
  await endEmployment.execute(leader, {
    institutionId: ops,
    userId: leaver.userId,
    endsOn: '23.11.2026',
    reason: 'koniec umowy',
    successors: {},
  })
  expect(await refusal(feedOf(token))).toBe('notFound notFound')
  await insert('employment', { ...at(leaver), starts_on: '2026-11-23', job_title: 'pracownik' })
  expect(await refusal(feedOf(token))).toBe('notFound notFound')
  expect(await standsFor()).toEqual([{ n: 1 }])
  const { rows } = await asOwner().query(
    'select state from school_entry where event_id = $1 order by queue_no',
    [event],
  )
  expect(rows.map((row) => row.state)).toEqual(['off', 'signed'])
})
