import { describe, expect, it } from 'vitest'
import { answerLine, endedServices, listMyServices, readMyService } from '@/lib/baskets'
import { asActor } from '@/lib/platform/db'
import { lineRow, makeLine, makePlan } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  asked,
  child,
  consentId,
  coordinator,
  head,
  made,
  ops,
  school,
  stranger,
  teacher,
  team,
  useScene,
} from '@/tests/support/scenes/my-services'
import { insert, makeActor, withdraw } from '@/tests/support/world'

useScene()

describe('what a provider sees', () => {
  it('is the own line: service, who for, when, who asks; nothing of the diagnosis', async () => {
    const id = await asked()
    await insert('need', {
      case_id: made.caseId,
      team_id: team,
      owner_institution_id: ops,
      person_id: child,
      need_key: 'nauka_absencja',
      category: 'EDUKACJA',
      created_by_id: coordinator.userId,
    })
    const mine = await listMyServices.execute(teacher, {})
    const line = mine.toAnswer.find((l) => l.id === id)
    expect(line).toMatchObject({
      service: 'Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie)',
      beneficiaries: [{ name: 'Staś Wrzosek' }],
      asker: { name: 'Anna Leśniak', institution: 'GOPS Świlcza' },
      startsOn: '2026-12-01',
      answerDueOn: '2026-11-27',
      answerLate: false,
      can: ['accept', 'decline', 'counter', 'wait'],
    })
    await asActor(teacher, async (tx) => {
      expect(await tx.need.count()).toBe(0)
      expect(await tx.personIdentity.count()).toBe(0)
      expect(await tx.plan.count()).toBe(0)
    })
  })

  it('is nothing for another institution, nor for a colleague who is not named; the head sees it', async () => {
    const id = await asked()
    const colleague = await makeActor(school, { role: 'wykonawca' })
    for (const actor of [stranger, colleague]) {
      await expect(readMyService.execute(actor, { lineId: id })).rejects.toMatchObject({ code: 'notFound' })
      await expect(
        answerLine.execute(actor, { lineId: id, version: 1, answer: 'accept' }),
      ).rejects.toMatchObject({ code: 'notFound' })
      const all = await listMyServices.execute(actor, {})
      expect(all.toAnswer.map((l) => l.id)).not.toContain(id)
    }
    expect((await listMyServices.execute(head, {})).toAnswer.map((l) => l.id)).toContain(id)
  })

  it('ends at once when the consent is withdrawn', async () => {
    const id = await asked()
    await withdraw(consentId)
    await expect(readMyService.execute(teacher, { lineId: id })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('does not hold a draft, nor a draft that was dropped before anybody was asked', async () => {
    const draft = await makeLine(made, {
      provider: school,
      createdBy: coordinator.userId,
      persons: [child],
      status: 'draft',
    })
    await expect(readMyService.execute(head, { lineId: draft })).rejects.toMatchObject({ code: 'notFound' })
    await asOwner().query(`update basket_line set status = 'cancelled' where id = $1`, [draft])
    await expect(readMyService.execute(head, { lineId: draft })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('what ended', () => {
  const endOn = (ids: readonly string[], on: string) =>
    asOwner().query(
      `update basket_line set status = 'delivered', sent_at = now(), status_since = $2 where id = any ($1)`,
      [ids, on],
    )

  it('more than thirty days ago is found from the first page, newest first', async () => {
    const [late, early, open] = [await asked(), await asked(), await asked()]
    await endOn([late], '2026-11-20')
    expect((await listMyServices.execute(teacher, {})).moreEnded).toBe(false)
    await endOn([early], '2025-03-10')
    const first = await listMyServices.execute(teacher, {})
    expect([first.ended.map(({ id }) => id), first.moreEnded]).toEqual([[late], true])
    const all = await endedServices.execute(teacher, { cursor: '' })
    expect(all.rows.map(({ id, statusSince }) => [id, statusSince])).toEqual([
      [late, '2026-11-20'],
      [early, '2025-03-10'],
    ])
    expect(all.rows.map(({ id }) => id)).not.toContain(open)
    expect((await endedServices.execute(stranger, { cursor: '' })).rows).toEqual([])
    await withdraw(consentId)
    expect((await endedServices.execute(teacher, { cursor: '' })).rows).toEqual([])
  })

  it('is paged, and no line is lost or repeated where many ended on one day', async () => {
    const ids = []
    for (let n = 0; n < 51; n += 1) ids.push(await asked())
    await endOn(ids, '2025-03-10')
    const first = await endedServices.execute(teacher, { cursor: '' })
    const second = await endedServices.execute(teacher, { cursor: first.next ?? '' })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 1, null])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id))).toEqual(new Set(ids))
    const back = await endedServices.execute(teacher, { cursor: second.previous ?? '' })
    expect(back.rows).toEqual(first.rows)
  })
})

describe('an answer', () => {
  it('accepts, and keeps who and when', async () => {
    const id = await asked()
    await answerLine.execute(teacher, { lineId: id, version: 1, answer: 'accept' })
    expect(await lineRow(id)).toMatchObject({
      status: 'accepted',
      answered_by_id: teacher.userId,
      version: 2,
    })
    const { rows } = await asOwner().query(
      `select from_status, to_status, actor_id, institution_id from line_transition where line_id = $1`,
      [id],
    )
    expect(rows).toEqual([
      {
        from_status: 'proposed',
        to_status: 'accepted',
        actor_id: teacher.userId,
        institution_id: school,
      },
    ])
  })

  it('of two people at once counts once; the other is told', async () => {
    const id = await asked()
    const results = await Promise.allSettled([
      answerLine.execute(teacher, { lineId: id, version: 1, answer: 'accept' }),
      answerLine.execute(head, {
        lineId: id,
        version: 1,
        answer: 'decline',
        reasonKey: 'brak_kadry',
        note: '',
      }),
    ])
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    const { rows } = await asOwner().query(
      'select count(*)::int as n from line_transition where line_id = $1',
      [id],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('refuses with a catalogued reason; "another" asks for words; a refusal is final', async () => {
    const id = await asked()
    const decline = (reasonKey: string, note = '') =>
      answerLine.execute(teacher, { lineId: id, version: 1, answer: 'decline', reasonKey, note })
    await expect(decline('bo_tak')).rejects.toMatchObject({
      code: 'invalid',
      fields: { reasonKey: 'choose' },
    })
    await expect(decline('inne')).rejects.toMatchObject({ code: 'invalid', fields: { note: 'required' } })
    await decline('brak_miejsc')
    expect(await lineRow(id)).toMatchObject({ status: 'declined', decline_reason_key: 'brak_miejsc' })
    await expect(
      answerLine.execute(teacher, { lineId: id, version: 2, answer: 'accept' }),
    ).rejects.toMatchObject({ code: 'conflict', key: 'line.final' })
  })

  it('keeps a place on the waiting list, later taken or refused', async () => {
    const id = await asked()
    await answerLine.execute(teacher, { lineId: id, version: 1, answer: 'wait', note: 'miejsce od lutego' })
    await answerLine.execute(teacher, { lineId: id, version: 2, answer: 'accept' })
    expect(await lineRow(id)).toMatchObject({ status: 'accepted' })
  })

  it('proposes another way, but not in the past and not empty', async () => {
    const id = await asked()
    const counter = (fields: object) =>
      answerLine.execute(teacher, { lineId: id, version: 1, answer: 'counter', ...fields } as never)
    await expect(counter({})).rejects.toMatchObject({ fields: { note: 'counterEmpty' } })
    await expect(counter({ startsOn: '1.11.2026' })).rejects.toMatchObject({
      fields: { startsOn: 'datePast' },
    })
    await expect(counter({ startsOn: '31.02.2027' })).rejects.toMatchObject({
      fields: { startsOn: 'date.noSuchDay' },
    })
    await counter({ startsOn: '11.01.2027', quantity: '2' })
    expect(await lineRow(id)).toMatchObject({ status: 'counterProposed', counter_quantity: '2.00' })
  })

  it('that declines takes a plan waiting for approval back, in the same transaction', async () => {
    const id = await asked()
    const plan = await makePlan(made, [id], 'approval')
    await asOwner().query(`update family_case set status = 'planApproval' where id = $1`, [made.caseId])
    await answerLine.execute(teacher, {
      lineId: id,
      version: 1,
      answer: 'decline',
      reasonKey: 'termin',
      note: '',
    })
    const { rows } = await asOwner().query(
      `select c.status as case_status, p.status as plan_status, t.reason_key from family_case c, plan p, case_transition t
       where c.id = $1 and p.id = $2 and t.case_id = c.id`,
      [made.caseId, plan],
    )
    expect(rows).toEqual([{ case_status: 'planning', plan_status: 'draft', reason_key: 'provider_declined' }])
  })
})
