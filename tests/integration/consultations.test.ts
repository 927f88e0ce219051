import { beforeAll, describe, expect, it } from 'vitest'
import { listConsents } from '@/lib/consents'
import {
  answerConsultation,
  caseConsultations,
  endConsultation,
  listConsultations,
  openConsultation,
  readConsultation,
} from '@/lib/consultations'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { fillCase, nothing, rowsSeen } from '@/tests/support/scenes/consultation'
import {
  consent,
  giveRole,
  insert,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
  withdraw,
} from '@/tests/support/world'

useDatabase()

let made: Awaited<ReturnType<typeof makeCase>>
let ops: string
let office: string
let mother: string
let child: string
let coordinator: Actor
let expert: Actor
let consultationId: string

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  office = await makeInstitution({ name: 'Kuratorium', kind: 'kuratorium', seat: '1863011' })
  made = await makeCase({ teamId: await makeTeam({ lead: ops }), owner: ops, status: 'inProgress' })
  mother = await makePerson(made, { givenName: 'Zofia', familyName: 'Wrzosek', relation: 'head' })
  child = await makePerson(made, {
    givenName: 'Staś',
    familyName: 'Wrzosek',
    bornOn: '2016-05-09',
    relation: 'child',
    guardians: [mother],
  })
  await fillCase(made, mother, child)
  coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  expert = await makeActor(
    office,
    { role: 'ekspert', wojewodztwoCode: '18' },
    { givenName: 'Lucyna', familyName: 'Grabiec' },
  )
})

const read = (actor = expert) => readConsultation.execute(actor, { consultationId })
const opening = (change: Record<string, unknown> = {}) => ({
  caseId: made.caseId,
  expert: `${expert.userId}:${office}`,
  question: 'Co najpierw?',
  endsOn: '31.12.2026',
  ...change,
})

describe('the coordinator opens a case to one expert', () => {
  it('offers the experts of the voivodeship and nobody else', async () => {
    const far = await makeInstitution({ kind: 'kuratorium', seat: '2013072' })
    await makeActor(far, { role: 'ekspert', wojewodztwoCode: '20' })
    const { experts, may } = await caseConsultations.execute(coordinator, { caseId: made.caseId })
    expect(experts).toEqual([
      { userId: expert.userId, institutionId: office, name: 'Lucyna Grabiec', institution: 'Kuratorium' },
    ])
    expect(may).toEqual({ 'consultation.open': true, 'consultation.end': true })
  })

  it('refuses a person who is no expert, and a stay longer than half a year', async () => {
    expect(
      await refusal(
        openConsultation.execute(coordinator, opening({ expert: `${coordinator.userId}:${ops}` })),
      ),
    ).toBe('notFound notFound')
    expect(await refusal(openConsultation.execute(coordinator, opening({ endsOn: '31.12.2029' })))).toBe(
      'invalid invalid endsOn',
    )
  })

  it('lets an assistant and a leader look on, not open', async () => {
    const assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId })
    const leader = await makeActor(ops, { role: 'lider_gminny' })
    expect(await refusal(openConsultation.execute(assistant, opening()))).toBe('forbidden forbidden')
    expect(await refusal(openConsultation.execute(leader, opening()))).toBe('forbidden forbidden')
  })

  it('opens it once; the expert is told without a name', async () => {
    await openConsultation.execute(coordinator, opening())
    expect(await refusal(openConsultation.execute(coordinator, opening()))).toBe('invalid invalid expert')
    const [row] = await listConsultations.execute(expert, {})
    consultationId = row?.id ?? ''
    expect({ ...row, id: '', openedAt: null }).toEqual({
      id: '',
      asker: 'GOPS Świlcza',
      question: 'Co najpierw?',
      openedAt: null,
      endsOn: '2026-12-31',
      live: true,
      opinions: 0,
    })
    const told = await asActor(expert, (tx) =>
      tx.notification.findMany({ select: { kind: true, caseId: true } }),
    )
    expect(told).toEqual([{ kind: 'consultation.opened', caseId: null }])
  })

  it('makes the page of consents ask for the expert too: basics and the categories of all needs', async () => {
    await asOwner().query(`update need set need_key = 'niepelnosprawnosc' where need_key = 'zdrowie'`)
    const view = await listConsents.execute(coordinator, { caseId: made.caseId })
    expect(view.institutions.map(({ name, expert: asked }) => [name, asked])).toEqual([
      ['GOPS Świlcza', false],
      ['Kuratorium', true],
    ])
    expect(
      view.proposal.filter((pair) => pair.institutionId === office).map((pair) => pair.category),
    ).toEqual(['PODSTAWOWE', 'ZDROWIE'])
    await asOwner().query(`update need set need_key = 'zdrowie' where need_key = 'niepelnosprawnosc'`)
  })
})

describe('what the expert reads', () => {
  let ofMother: string
  let ofChild: string

  it('is nothing before the family agreed, in words', async () => {
    expect((await read()).coded).toEqual({ open: false })
    expect(await rowsSeen(expert)).toEqual(nothing)
  })

  it('is codes of the categories that were opened, of the persons who opened them', async () => {
    ofChild = await consent(made, child, office, ['PODSTAWOWE', 'EDUKACJA'], mother)
    expect((await read()).coded).toEqual({
      open: true,
      subject: 'family',
      stage: 'inProgress',
      persons: [{ relation: 'child', age: '7-12' }],
      needs: [{ need: 'szkola', category: 'EDUKACJA', severity: 3, status: 'open', age: '7-12' }],
      scores: [],
      goals: [],
      plan: null,
      lines: [{ service: 'swietlica', status: 'accepted', frequency: 'twiceWeekly' }],
    })
    ofMother = await consent(made, mother, office, ['PODSTAWOWE', 'EDUKACJA'])
    expect((await read()).coded).toEqual({
      open: true,
      subject: 'family',
      stage: 'inProgress',
      persons: [
        { relation: 'head', age: '26-59' },
        { relation: 'child', age: '7-12' },
      ],
      needs: [{ need: 'szkola', category: 'EDUKACJA', severity: 3, status: 'open', age: '7-12' }],
      scores: [{ round: 'start', area: 'edukacja', score: 1, family: 2 }],
      goals: [{ attainment: 'partly', status: 'kept', needs: ['szkola'] }],
      plan: { version: 2, status: 'inForce' },
      lines: [{ service: 'swietlica', status: 'accepted', frequency: 'twiceWeekly' }],
    })
  })

  it('holds no text that somebody wrote, no name, no number, no birth date and no id', async () => {
    const text = JSON.stringify((await read()).coded)
    const { rows } = await asOwner().query<{ number: string }>(
      'select number from family_case where id = $1',
      [made.caseId],
    )
    for (const secret of [
      'SEKRET',
      'Wrzosek',
      'Zofia',
      'Staś',
      '2016',
      '1985',
      rows[0]?.number ?? '?',
      mother,
      child,
      made.caseId,
    ])
      expect(text).not.toContain(secret)
  })

  it('opens no row of any table of the case, not even with every other role at the same institution', async () => {
    expect(await rowsSeen(expert)).toEqual(nothing)
    for (const role of ['decydent', 'specjalista', 'lider_powiatowy', 'wykonawca'] as const) {
      const colleague = await makeActor(office, { role })
      expect([role, await rowsSeen(colleague)]).toEqual([role, nothing])
    }
  })

  it('is not there for a second expert, a colleague, or the coordinator', async () => {
    const second = await makeActor(office, { role: 'ekspert', wojewodztwoCode: '18' })
    const colleague = await makeActor(office, { role: 'decydent' })
    expect(await refusal(read(second))).toBe('notFound notFound')
    expect(await refusal(read(colleague))).toBe('notFound notFound')
    expect(await refusal(read(coordinator))).toBe('forbidden forbidden')
    expect(await listConsultations.execute(second, {})).toEqual([])
    const raw = await asActor(
      second,
      (tx) => tx.$queryRaw<{ coded: unknown }[]>`select app.consulted_case(${consultationId}::uuid) as coded`,
    )
    expect(raw).toEqual([{ coded: null }])
  })

  it('is not there for the same person in another institution', async () => {
    const elsewhere = await makeInstitution({ kind: 'kuratorium' })
    await giveRole(expert.userId, elsewhere, { role: 'ekspert', wojewodztwoCode: '18' })
    expect(await refusal(read({ ...expert, institutionId: elsewhere }))).toBe('notFound notFound')
  })

  it('ends at once with the consents', async () => {
    await withdraw(ofMother)
    expect((await read()).coded).toMatchObject({
      open: true,
      persons: [{ relation: 'child', age: '7-12' }],
      goals: [],
    })
    await withdraw(ofChild)
    expect((await read()).coded).toEqual({ open: false })
  })
})

describe('the opinion', () => {
  it('reaches who asked, and the log of the case says that the expert looked', async () => {
    await answerConsultation.execute(expert, { consultationId, body: 'Najpierw szkoła.' })
    const { consultations } = await caseConsultations.execute(coordinator, { caseId: made.caseId })
    expect(consultations.map((c) => [c.expert, c.live, c.agreed, c.opinions.map((o) => o.body)])).toEqual([
      ['Lucyna Grabiec', true, false, ['Najpierw szkoła.']],
    ])
    const told = await asActor(coordinator, (tx) =>
      tx.notification.findMany({ select: { kind: true, caseId: true } }),
    )
    expect(told).toEqual([{ kind: 'consultation.answered', caseId: made.caseId }])
    const { rows } = await asOwner().query<{ action: string }>(
      `select distinct action from audit_event where case_id = $1 and actor_id = $2 and kind <> 'denied' order by 1`,
      [made.caseId, expert.userId],
    )
    expect(rows.map((r) => r.action)).toEqual(['consultation.answer', 'consultation.read'])
  })

  it("is for the owner's own people: a specialist of another institution reads neither question nor answer", async () => {
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    await insert('case_participant', {
      case_id: made.caseId,
      team_id: made.teamId,
      institution_id: school,
      starts_on: '2026-09-01',
    })
    await consent(made, mother, school, ['PODSTAWOWE', 'EDUKACJA'])
    const teacher = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
    const { consultations, experts } = await caseConsultations.execute(teacher, { caseId: made.caseId })
    expect({ consultations, experts }).toEqual({ consultations: [], experts: [] })
  })

  it('closes with the consultation: ended by the coordinator, by its day, or with the case', async () => {
    const { consultations } = await caseConsultations.execute(coordinator, { caseId: made.caseId })
    const end = { caseId: made.caseId, consultationId, version: consultations[0]?.version ?? 0 }
    await endConsultation.execute(coordinator, end)
    expect(await refusal(endConsultation.execute(coordinator, end))).toBe('conflict stale')
    expect(await refusal(read())).toBe('notFound notFound')
    expect(
      await refusal(answerConsultation.execute(expert, { consultationId, body: 'Jeszcze jedno.' })),
    ).toBe('notFound notFound')
    expect((await listConsultations.execute(expert, {})).map((c) => c.live)).toEqual([false])

    await openConsultation.execute(coordinator, opening())
    consultationId = (await listConsultations.execute(expert, {}))[0]?.id ?? ''
    expect((await read()).coded).toEqual({ open: false })
    await asOwner().query(`update consultation set ends_on = app.today() - 1 where id = $1`, [consultationId])
    expect(await refusal(read())).toBe('notFound notFound')

    await openConsultation.execute(coordinator, opening())
    consultationId = (await listConsultations.execute(expert, {}))[0]?.id ?? ''
    expect((await read()).question).toBe('Co najpierw?')
    await asOwner().query(`update family_case set status = 'closed' where id = $1`, [made.caseId])
    expect(await refusal(read())).toBe('notFound notFound')
  })
})
