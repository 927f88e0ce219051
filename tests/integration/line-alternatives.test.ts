import { beforeEach, describe, expect, it } from 'vitest'
import { answerLine, createLine, readLine } from '@/lib/baskets'
import { lineRow, makeLine } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  child,
  clinic,
  coordinator,
  create,
  head,
  leader,
  made,
  need,
  school,
  short,
  useScene,
} from '@/tests/support/scenes/basket'
import { insert, makeCase } from '@/tests/support/world'

useScene()

let lineId: string

beforeEach(async () => {
  lineId = await makeLine(made, { provider: school, createdBy: coordinator.userId, persons: [child] })
  await insert('line_need', { line_id: lineId, need_id: need, case_id: made.caseId, team_id: made.teamId })
})

const others = async () =>
  (await readLine.execute(coordinator, { lineId })).alternatives.map((a) => [a.offer.name, a.serviceKey])
const told = async () =>
  (
    await asOwner().query<{ kind: string }>('select kind from notification where line_id = $1', [lineId])
  ).rows.map((r) => r.kind)

describe('who else could be asked', () => {
  it('is not offered while the question waits', async () => {
    expect(await others()).toEqual([])
  })

  it('is offered at once after a refusal, the same service first, and the coordinator is led there', async () => {
    await answerLine.execute(head, {
      lineId,
      version: 1,
      answer: 'decline',
      reasonKey: 'brak_miejsc',
      note: '',
    })
    expect(await told()).toEqual(['line.declined'])
    const found = await others()
    expect(found.slice(0, 2)).toEqual([
      ['Poradnia PP', 'korepetycje'],
      ['Fundacja Słowo', 'korepetycje'],
    ])
    // the school refused this one service; what else it does for the need may still be asked of it
    expect(found).not.toContainEqual(['SP Trzciana', 'korepetycje'])
    expect(found.length).toBeLessThanOrEqual(6)
  })

  it('is offered for a place in a queue too, without the one who queues', async () => {
    await answerLine.execute(head, { lineId, version: 1, answer: 'wait', note: '' })
    expect(await told()).toEqual(['line.waiting'])
    expect((await others())[0]).toEqual(['Poradnia PP', 'korepetycje'])
    expect(await others()).not.toContainEqual(['SP Trzciana', 'korepetycje'])
  })

  it('is offered to who may ask anew, not to the leader who reads', async () => {
    await asOwner().query(`update basket_line set status = 'declined' where id = $1`, [lineId])
    expect((await readLine.execute(leader, { lineId })).alternatives).toEqual([])
  })
})

describe('a line asked instead of another', () => {
  it('leads to the refused one and back', async () => {
    await asOwner().query(`update basket_line set status = 'declined' where id = $1`, [lineId])
    const fresh = await create({ providerId: clinic, replacesId: lineId })
    expect(await lineRow(fresh.lineId)).toMatchObject({ replaces_id: lineId, status: 'draft' })
    expect((await readLine.execute(coordinator, { lineId })).replacedBy).toEqual([
      { id: fresh.lineId, provider: 'Poradnia PP', status: 'draft' },
    ])
    expect((await readLine.execute(coordinator, { lineId: fresh.lineId })).replaces).toEqual({
      id: lineId,
      provider: 'SP Trzciana',
      status: 'declined',
    })
  })

  it('names only a line of this case that was refused or queued', async () => {
    const instead = (replacesId: string) => refusal(createLine.execute(coordinator, short({ replacesId })))
    expect(await instead(lineId)).toBe('invalid invalid replacesId')
    const other = await makeCase({ teamId: made.teamId, owner: made.owner, status: 'planning' })
    const foreign = await makeLine(other, { provider: school, createdBy: coordinator.userId })
    await asOwner().query(`update basket_line set status = 'declined' where id = $1`, [foreign])
    expect(await instead(foreign)).toBe('invalid invalid replacesId')
  })
})
