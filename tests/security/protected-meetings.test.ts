import { beforeAll, describe, expect, it } from 'vitest'
import { callCaseMeeting, listCaseMeetings, planCaseMeeting, readCaseMeeting } from '@/lib/meetings'
import { asActor } from '@/lib/platform/db'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { at, end, father, made, places, protect, useScene } from '@/tests/support/scenes/protection'
import { insert } from '@/tests/support/world'

useScene()

let together: string
let withoutThem: string

const plan = async (withFamily: 'on' | '', invitedIds: string[] = [], by = 'coordinator') =>
  (
    await planCaseMeeting.execute(at(by), {
      caseId: made.caseId,
      category: 'EDUKACJA',
      agenda: 'Frekwencja',
      invitedIds,
      withFamily,
      heldOn: '1.12.2026',
      startsAt: '9:00',
      place: 'GOPS',
      link: '',
    })
  ).meetingId

const people = ['marked', 'coordinator', 'teamCoordinator', 'assistant', 'leader', 'teacher', 'therapist']
const warned = async (meetingId: string) => {
  const told: string[] = []
  for (const name of people) {
    // who is not to know the day of the family does not find the meeting at all
    const seen = await readCaseMeeting.execute(at(name), { meetingId }).catch(() => null)
    if (seen?.keptApart) told.push(name)
  }
  return told
}
const warnedBefore = async (name: string) =>
  (await listCaseMeetings.execute(at(name), { caseId: made.caseId })).keptApart

beforeAll(async () => {
  together = await plan('on')
  withoutThem = await plan('')
  await protect()
})

describe('a meeting around the family to which both are invited', () => {
  it('is warned of for who holds the mark nk, and nobody else learns of it', async () => {
    expect(await warned(together)).toEqual(['marked'])
  })

  it('is no matter where the family is not invited', async () => {
    expect(await warned(withoutThem)).toEqual([])
  })

  it('is warned of before it is planned, to a coordinator with the mark', async () => {
    expect(await warnedBefore('coordinator')).toBe(false)
    await insert('nk_mark', {
      user_id: at('teamCoordinator').userId,
      institution_id: made.owner,
      appointment_number: '5/2026',
      starts_on: '2026-01-01',
      granted_by_id: at('leader').userId,
    })
    expect(await warnedBefore('teamCoordinator')).toBe(true)
    expect(await warnedBefore('marked')).toBe(false)
  })

  it('calls houses that are named safe, and no others; past the use case neither', async () => {
    const { school = '', clinic = '' } = places
    expect(await refusal(plan('on', [school, clinic]))).toBe('conflict meeting.notSafe')
    expect(await refusal(plan('on', [school, clinic], 'teamCoordinator'))).toBe('conflict meeting.notSafe')
    expect(await refusal(plan('on', [clinic]))).toBe('allowed')
    const told = (name: string) =>
      asActor(
        at(name),
        (tx) =>
          tx.$queryRaw<
            { n: number }[]
          >`select cardinality(app.houses_not_safe(${made.caseId}::uuid, ${[school]}::uuid[])) as n`,
      )
    // who plans no meeting learns of no protection
    for (const name of ['assistant', 'leader', 'teacher']) expect(await told(name)).toEqual([{ n: 0 }])
    expect(await refusal(plan('', [school, clinic]))).toBe('allowed')
    const before = { case_id: made.caseId, team_id: made.teamId, owner_institution_id: made.owner }
    const row = {
      category: 'EDUKACJA',
      held_on: '2026-12-01',
      starts_at: '09:00',
      place: 'GOPS',
      with_family: true,
    }
    const by = { created_by_id: at('coordinator').userId, invited_ids: [school] }
    await expect(insert('case_meeting', { ...before, ...row, ...by })).rejects.toThrow('not safe')
  })

  it('hides from a house that was called before the protection began day and place, and is not called again', async () => {
    const { school = '' } = places
    await end()
    const meetingId = await plan('on', [school])
    const read = () => refusal(readCaseMeeting.execute(at('teacher'), { meetingId }))
    const call = () =>
      refusal(
        callCaseMeeting.execute(at('coordinator'), { meetingId, version: 1, shortNoticeReason: 'Pilne' }),
      )
    await protect()
    expect(await call()).toBe('conflict meeting.notSafe')
    await end()
    expect(await call()).toBe('allowed')
    expect(await read()).toBe('allowed')
    await protect()
    expect(await read()).toBe('notFound notFound')
  })

  it('ends when one of them takes part no longer, and with the protection', async () => {
    await asOwner().query('update case_person set takes_part = false where person_id = $1', [father])
    expect(await warned(together)).toEqual([])
    await asOwner().query('update case_person set takes_part = true where person_id = $1', [father])
    expect(await warned(together)).toEqual(['marked', 'teamCoordinator'])
    await end()
    expect(await warned(together)).toEqual([])
  })
})
