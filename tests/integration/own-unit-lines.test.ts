import { beforeEach, describe, expect, it } from 'vitest'
import { answerLine, createLine, listLines, readLine, readMyService } from '@/lib/baskets'
import type { Actor } from '@/lib/policy/actor'
import { lineRow, makeLine } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  basket,
  child,
  coordinator,
  made,
  need,
  ops,
  school,
  short,
  useScene,
} from '@/tests/support/scenes/basket'
import { makeActor } from '@/tests/support/world'

useScene()

let colleague: Actor

beforeEach(async () => {
  colleague = await makeActor(ops, { role: 'koordynator_rodziny' })
})

const ofUnit = (responsible: string) =>
  makeLine(made, {
    provider: ops,
    createdBy: coordinator.userId,
    responsible,
    persons: [child],
    service: 'praca_socjalna',
    category: 'RELACJE',
  })

const accept = (actor: Actor, lineId: string) =>
  answerLine.execute(actor, { lineId, version: 1, answer: 'accept' })

describe('a line that the unit asks of itself', () => {
  it('is answered by the social worker who is named, on the page of the line too', async () => {
    const lineId = await ofUnit(coordinator.userId)
    expect((await readLine.execute(coordinator, { lineId })).line.can).toEqual([
      'accept',
      'decline',
      'counter',
      'wait',
      'cancel',
    ])
    await accept(coordinator, lineId)
    expect(await lineRow(lineId)).toMatchObject({ status: 'accepted', answered_by_id: coordinator.userId })
  })

  it('is read and answered by a named colleague who does not coordinate this family, and by no other', async () => {
    const lineId = await ofUnit(colleague.userId)
    expect((await readMyService.execute(colleague, { lineId })).line.can).toContain('accept')
    const other = await makeActor(ops, { role: 'koordynator_rodziny' })
    await expect(readMyService.execute(other, { lineId })).rejects.toMatchObject({ code: 'notFound' })
    await expect(accept(other, lineId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(accept(coordinator, lineId)).rejects.toMatchObject({ code: 'forbidden' })
    await accept(colleague, lineId)
    expect(await lineRow(lineId)).toMatchObject({ status: 'accepted' })
  })

  it('opens no line of another owner to a social worker, also when somebody named her', async () => {
    const schoolWorker = await makeActor(school, { role: 'koordynator_rodziny' })
    const lineId = await makeLine(made, {
      provider: school,
      createdBy: coordinator.userId,
      responsible: schoolWorker.userId,
      persons: [child],
    })
    await expect(readMyService.execute(schoolWorker, { lineId })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('nobody to answer', () => {
  it('is said before the question goes out, and no longer once somebody may answer', async () => {
    const lineId = await makeLine(made, {
      provider: ops,
      createdBy: coordinator.userId,
      persons: [child],
      status: 'draft',
      service: 'praca_socjalna',
      category: 'RELACJE',
    })
    const said = async () => (await basket()).warnings.filter((w) => w.kind === 'nobodyAnswers')
    expect(await said()).toMatchObject([{ kind: 'nobodyAnswers', lineId, blocking: false }])
    await asOwner().query('update basket_line set responsible_user_id = $2 where id = $1', [
      lineId,
      colleague.userId,
    ])
    expect(await said()).toEqual([])
    await asOwner().query('update basket_line set responsible_user_id = null where id = $1', [lineId])
    await makeActor(ops, { role: 'decydent' })
    expect(await said()).toEqual([])
  })

  it('leaves the named person to those whose role lets them do it', async () => {
    const councillor = await makeActor(ops, { role: 'radny' })
    const line = (responsibleUserId: string) =>
      createLine.execute(
        coordinator,
        short({ providerId: ops, serviceKey: 'praca_socjalna', responsibleUserId, needIds: need }),
      )
    await expect(line(councillor.userId)).rejects.toMatchObject({ fields: { responsibleUserId: 'choose' } })
    const { lineId } = await line(colleague.userId)
    const { lines } = await listLines.execute(coordinator, { caseId: made.caseId })
    expect(lines.find((l) => l.id === lineId)?.responsibleUserId).toBe(colleague.userId)
  })
})
