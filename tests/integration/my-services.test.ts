import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  answerLine,
  assignLine,
  cancelDelivery,
  finishLine,
  listMyServices,
  readMyService,
  recordDelivery,
  scheduleLine,
  startLine,
} from '@/lib/baskets'
import { freeze } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { lineRow, makeLine, makePlan } from '@/tests/support/basket'
import { asOwner, useDatabase } from '@/tests/support/database'
import {
  consent,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
  withdraw,
} from '@/tests/support/world'

useDatabase()

type Made = Awaited<ReturnType<typeof makeCase>>
let ops: string
let school: string
let other: string
let team: string
let made: Made
let child: string
let consentId: string
let coordinator: Actor
let teacher: Actor
let head: Actor
let stranger: Actor

beforeAll(async () => {
  freeze('2026-11-23T09:00:00Z')
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
  other = await makeInstitution({ name: 'SP Bratkowice', kind: 'szkola_podstawowa' })
  team = await makeTeam({ lead: ops, members: [school, other] })
  teacher = await makeActor(school, { role: 'wykonawca' }, { givenName: 'Ewa', familyName: 'Modrzew' })
  head = await makeActor(school, { role: 'decydent' })
  stranger = await makeActor(other, { role: 'decydent' })
})

beforeEach(async () => {
  made = await makeCase({ teamId: team, owner: ops, status: 'inProgress', label: 'Rodzina Wrzosków' })
  child = await makePerson(made, { givenName: 'Staś', familyName: 'Wrzosek', bornOn: '2020-05-02' })
  await joinCase(made, school)
  consentId = await consent(made, child, school, ['PODSTAWOWE', 'EDUKACJA'])
  coordinator = await makeActor(
    ops,
    { role: 'koordynator_rodziny', caseId: made.caseId },
    { givenName: 'Anna', familyName: 'Leśniak' },
  )
})

const asked = (status?: 'proposed' | 'accepted' | 'scheduled' | 'waitingList', service?: string) =>
  makeLine(made, {
    provider: school,
    createdBy: coordinator.userId,
    responsible: teacher.userId,
    persons: [child],
    ...(status ? { status } : {}),
    ...(service ? { service } : {}),
  })

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

describe('the head of the institution', () => {
  it('names who delivers, only among people whose role lets them', async () => {
    const id = await makeLine(made, { provider: school, createdBy: coordinator.userId, persons: [child] })
    const councillor = await makeActor(school, { role: 'radny' })
    await expect(
      assignLine.execute(head, { lineId: id, version: 1, userId: councillor.userId }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      assignLine.execute(head, { lineId: id, version: 1, userId: stranger.userId }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await assignLine.execute(head, { lineId: id, version: 1, userId: teacher.userId })
    expect((await readMyService.execute(teacher, { lineId: id })).line.responsible).toBe('Ewa Modrzew')
    await expect(
      assignLine.execute(teacher, { lineId: id, version: 2, userId: teacher.userId }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('work', () => {
  const deliver = (lineId: string, fields: object = {}) =>
    recordDelivery.execute(teacher, {
      lineId,
      requestKey: randomUUID(),
      deliveredOn: '23.11.2026',
      quantity: '2',
      note: '',
      ...fields,
    })

  it('is scheduled, begins under a plan in force, is noted and ends', async () => {
    const id = await asked('accepted')
    await expect(deliver(id)).rejects.toMatchObject({ key: 'line.notScheduled' })
    await scheduleLine.execute(teacher, {
      lineId: id,
      version: 1,
      startsOn: '20.11.2026',
      endsOn: '30.04.2027',
      frequency: 'weekly',
      quantity: '2',
      place: 'sala 4',
    })
    await expect(
      startLine.execute(teacher, { lineId: id, version: 2, decisionNumber: '', decisionOn: '' }),
    ).rejects.toMatchObject({
      key: 'line.noPlanInForce',
    })
    await makePlan(made, [id])
    await deliver(id)
    expect(await lineRow(id)).toMatchObject({ status: 'inProgress', delivered_quantity: '2.00' })
    await expect(
      finishLine.execute(teacher, { lineId: id, version: 3, result: 'partlyDelivered', note: '' }),
    ).rejects.toMatchObject({ fields: { note: 'required' } })
    await finishLine.execute(teacher, { lineId: id, version: 3, result: 'delivered', note: '' })
    expect(await lineRow(id)).toMatchObject({ status: 'delivered' })
    await expect(deliver(id)).rejects.toMatchObject({ key: 'line.final' })
    const { rows } = await asOwner().query('select first_service_on::text from family_case where id = $1', [
      made.caseId,
    ])
    expect(rows).toEqual([{ first_service_on: '2026-11-23' }])
  })

  it('sent twice is counted once, also at the same moment', async () => {
    const id = await asked('scheduled')
    await makePlan(made, [id])
    await deliver(id)
    const requestKey = randomUUID()
    await Promise.all([deliver(id, { requestKey }), deliver(id, { requestKey })])
    await deliver(id, { requestKey })
    expect(await lineRow(id)).toMatchObject({ delivered_quantity: '4.00' })
  })

  it('two different deliveries at one moment are both counted', async () => {
    const id = await asked('scheduled')
    await makePlan(made, [id])
    await deliver(id)
    await Promise.all([deliver(id), deliver(id), deliver(id)])
    expect(await lineRow(id)).toMatchObject({ delivered_quantity: '8.00' })
  })

  it('noted by mistake is taken back', async () => {
    const id = await asked('scheduled')
    await makePlan(made, [id])
    const { deliveryId } = await deliver(id)
    if (!deliveryId) throw new Error('nothing was noted')
    await cancelDelivery.execute(teacher, { deliveryId })
    expect(await lineRow(id)).toMatchObject({ delivered_quantity: '0.00', last_delivery_on: null })
    await expect(cancelDelivery.execute(teacher, { deliveryId })).rejects.toMatchObject({ code: 'conflict' })
    await expect(cancelDelivery.execute(stranger, { deliveryId })).rejects.toMatchObject({ code: 'notFound' })
  })

  it.each([
    [{ deliveredOn: '24.11.2026' }, { deliveredOn: 'dateFuture' }],
    [{ deliveredOn: '31.02.2026' }, { deliveredOn: 'date.noSuchDay' }],
    [{ deliveredOn: '1.01.2020' }, { deliveredOn: 'dateTooOld' }],
    [{ quantity: '0' }, { quantity: 'outOfRange' }],
    [{ quantity: 'dużo' }, { quantity: 'quantity.shape' }],
    [{ quantity: '' }, { quantity: 'quantity.empty' }],
    [{ note: 'ą'.repeat(1001) }, { note: 'tooLong' }],
  ])('refuses %o with a message beside the field', async (fields, errors) => {
    const id = await asked('scheduled')
    await makePlan(made, [id])
    await expect(deliver(id, fields)).rejects.toMatchObject({ code: 'invalid', fields: errors })
  })

  it('on a benefit does not begin without number and date of the decision', async () => {
    const id = await asked('scheduled', 'zasilek_okresowy')
    await makePlan(made, [id])
    const start = (fields: object = {}) =>
      startLine.execute(teacher, {
        lineId: id,
        version: 1,
        decisionNumber: '',
        decisionOn: '',
        ...fields,
      })
    await expect(start()).rejects.toMatchObject({ key: 'line.noDecision' })
    await expect(start({ decisionNumber: 'GOPS.1.2026' })).rejects.toMatchObject({ key: 'line.noDecision' })
    await start({ decisionNumber: 'GOPS.1.2026', decisionOn: '20.11.2026' })
    expect(await lineRow(id)).toMatchObject({ status: 'inProgress', decision_number: 'GOPS.1.2026' })
  })
})
