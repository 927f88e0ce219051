import { describe, expect, it } from 'vitest'
import { interruptCase, readCase } from '@/lib/cases'
import { passDeadlines } from '@/lib/cases/deadlines'
import { listConsents } from '@/lib/consents'
import { readFamily } from '@/lib/families'
import { asActor } from '@/lib/platform/db'
import { readHistory } from '@/lib/story'
import { answerTransfer, listOffers, readTransfer, withdrawTransfer } from '@/lib/transfers'
import { lineRow, makeLine } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  accept,
  addNeed,
  agree,
  caseAt,
  child,
  coordinator,
  coordinatorThere,
  gops,
  leader,
  leaderThere,
  made,
  mother,
  offersThere,
  pass,
  request,
  school,
  specialist,
  statusOf,
  teamCoordinator,
  teamHere,
  there,
  toldTo,
  transferRow,
  useScene,
} from '@/tests/support/scenes/transfer'
import { consent, insert, makeActor, makeInstitution, makeTeam, withdraw } from '@/tests/support/world'

useScene()

const page = (who = coordinator) => readTransfer.execute(who, { caseId: made.caseId, words: '' })

describe('an offer', () => {
  it.each([
    ['submitted', 'transfer.redirectInstead'],
    ['screening', 'transfer.redirectInstead'],
    ['rejected', 'wrongState'],
    ['redirected', 'wrongState'],
    ['closed', 'wrongState'],
    ['archived', 'wrongState'],
    ['erased', 'wrongState'],
  ] as const)('is refused of a case that is %s', async (status, key) => {
    await caseAt(status)
    await expect(request()).rejects.toMatchObject({ code: 'conflict', key })
  })

  it.each([
    'qualified',
    'awaitingConsent',
    'diagnosis',
    'planning',
    'planApproval',
    'inProgress',
    'suspended',
    'evaluation',
  ] as const)('is made of a case that is %s', async (status) => {
    await caseAt(status)
    await request()
    expect(await transferRow()).toMatchObject({ status: 'offered', due_on: '2026-12-01' })
  })

  it('goes to an active team of another gmina alone, one at a time, not years ahead, not of an environment', async () => {
    const forming = await makeTeam({ lead: there, gmina: '1816132', status: 'initiated' })
    for (const toTeamId of [teamHere, forming])
      await expect(request({ toTeamId })).rejects.toMatchObject({
        fields: { toTeamId: 'transferTeamClosed' },
      })
    await expect(request({ movedOn: '24.01.2027' })).rejects.toMatchObject({
      fields: { movedOn: 'movedTooFar' },
    })
    await request({ movedOn: '23.01.2027' })
    await expect(request()).rejects.toMatchObject({ key: 'transfer.waits' })
    await asOwner().query(`update family_case set subject = 'environment' where id = $1`, [made.caseId])
    await expect(request()).rejects.toMatchObject({ key: 'transfer.environment' })
  })

  it('is the coordinators’ alone', async () => {
    await expect(request({}, leader)).rejects.toMatchObject({ code: 'forbidden' })
    await consent(made, mother, school, ['PODSTAWOWE'])
    await expect(request({}, specialist)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(request({}, coordinatorThere)).rejects.toMatchObject({ code: 'notFound' })
    await request({}, teamCoordinator)
  })

  it('tells the other team how many people and which ordinary difficulties, and nobody’s name', async () => {
    await addNeed('nauka_absencja', 'EDUKACJA', child)
    await addNeed('alkoholizm', 'PSYCHIKA_UZALEZNIENIA', mother)
    await request()
    const [offer] = await offersThere()
    expect(offer).toMatchObject({
      fromInstitution: 'GOPS Świlcza',
      fromGmina: 'Świlcza',
      status: 'offered',
      movedOn: '2026-12-01',
      dueOn: '2026-12-01',
      persons: 2,
      children: 1,
      needs: ['Trudności w nauce, absencja, ryzyko wypadnięcia z edukacji'],
      newCaseId: null,
    })
    const told = JSON.stringify(offer)
    for (const hidden of ['Wrzos', 'Maria', '1816122/', made.caseId, 'mieszkanie', '600100200'])
      expect(told).not.toContain(hidden)
    expect(await toldTo(coordinatorThere)).toEqual(['transfer.offered'])
    expect(await toldTo(leaderThere)).toEqual(['transfer.offered'])
  })

  it('gives the other team no row at all: neither offer nor case nor person, also after its yes', async () => {
    await agree()
    await request()
    await accept()
    const rows = await asActor(coordinatorThere, async (tx) => ({
      transfers: await tx.caseTransfer.count(),
      cases: await tx.familyCase.count({ where: { id: made.caseId } }),
      persons: await tx.person.count({ where: { id: { in: [mother, child] } } }),
      needs: await tx.need.count({ where: { caseId: made.caseId } }),
    }))
    expect(rows).toEqual({ transfers: 0, cases: 0, persons: 0, needs: 0 })
    await expect(readCase.execute(coordinatorThere, { caseId: made.caseId })).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('is unknown to strangers and to institutions of the family team', async () => {
    await request()
    const { id, version } = await transferRow()
    const far = await makeInstitution({ seat: '2013072' })
    const stranger = await makeActor(far, { role: 'lider_gminny' })
    expect(await listOffers.execute(stranger, {})).toEqual([])
    await expect(
      answerTransfer.execute(stranger, { transferId: id, version, answer: 'accept', note: '' }),
    ).rejects.toMatchObject({ code: 'notFound' })
    await consent(made, mother, school, ['PODSTAWOWE'])
    const seen = await page(specialist)
    expect(seen).toMatchObject({ offers: [], live: null, people: [] })
  })

  it('stands beside the institutions of the consent, which opens nothing to it before the case passes', async () => {
    await request()
    const view = await listConsents.execute(coordinator, { caseId: made.caseId })
    expect(view.institutions.filter((i) => i.receiver).map((i) => i.name)).toEqual(['GOPS Trzebownisko'])
    expect(view.proposal.filter((p) => p.institutionId === there)).toEqual([
      { institutionId: there, category: 'PODSTAWOWE' },
    ])
  })
})

describe('the answer', () => {
  it('no needs a reason, which the asking team reads; the numbers go', async () => {
    await request()
    const { id, version } = await transferRow()
    const no = { transferId: id, version, answer: 'decline' as const }
    await expect(answerTransfer.execute(leaderThere, { ...no, note: '' })).rejects.toMatchObject({
      fields: { note: 'required' },
    })
    await answerTransfer.execute(leaderThere, { ...no, note: 'Nie mamy koordynatora.' })
    await expect(answerTransfer.execute(leaderThere, { ...no, note: 'x' })).rejects.toMatchObject({
      key: 'stale',
    })
    expect((await page()).offers).toMatchObject([
      { status: 'declined', answerNote: 'Nie mamy koordynatora.' },
    ])
    expect(await offersThere()).toMatchObject([
      { status: 'declined', persons: null, children: null, needs: [] },
    ])
    expect(await toldTo(coordinator)).toEqual(['transfer.declined'])
    await request()
  })

  it('is theirs alone, and can be taken back by who asked until the case passes', async () => {
    await request()
    await expect(accept(leader)).rejects.toMatchObject({ code: 'notFound' })
    await accept()
    expect(await toldTo(coordinator)).toEqual(['transfer.accepted'])
    const { id, version } = await transferRow()
    await withdrawTransfer.execute(coordinator, { transferId: id, version, reason: 'Rodzina zostaje.' })
    expect(await transferRow()).toMatchObject({ status: 'withdrawn' })
    expect(await toldTo(coordinatorThere)).toEqual(['transfer.offered', 'transfer.withdrawn'])
    await expect(pass()).rejects.toMatchObject({ key: 'wrongState' })
  })

  it('that does not come goes to both teams after its term, and a week later to the leader of who asks', async () => {
    await request()
    const late = async (days: number) => {
      await asOwner().query(`update case_transfer set due_on = app.today() - $2::int where case_id = $1`, [
        made.caseId,
        days,
      ])
      await passDeadlines()
    }
    await late(0)
    expect(await toldTo(coordinator)).toEqual([])
    await late(1)
    await late(1)
    expect(await toldTo(coordinator)).toEqual(['transfer.overdue'])
    expect(await toldTo(leaderThere)).toEqual(['transfer.offered', 'transfer.overdueHere'])
    expect(await toldTo(leader)).toEqual([])
    await late(8)
    await late(8)
    expect(await toldTo(leader)).toEqual(['transfer.overdueLeader'])
  })

  it('is not waited for when the case ends otherwise', async () => {
    await request()
    const { rows } = await asOwner().query<{ version: number }>(
      'select version from family_case where id = $1',
      [made.caseId],
    )
    await interruptCase.execute(teamCoordinator, {
      caseId: made.caseId,
      version: rows[0]?.version ?? 0,
      reasonKey: 'utrata_kontaktu',
      note: 'Nikt nie odbiera.',
      noTalkKey: 'utrata_kontaktu',
    })
    expect(await transferRow()).toMatchObject({ status: 'withdrawn' })
  })
})

describe('what passes', () => {
  it('waits for the yes, for every adult and for every service', async () => {
    await request()
    await expect(pass()).rejects.toMatchObject({ key: 'wrongState' })
    await accept()
    await expect(pass()).rejects.toMatchObject({ key: 'transfer.consents' })
    expect((await page()).missing).toEqual(['Maria Wrzos'])
    await consent(made, mother, there, ['PODSTAWOWE'])
    expect((await page()).missing).toEqual([])
    const asked = await makeLine(made, {
      provider: school,
      createdBy: coordinator.userId,
      status: 'proposed',
    })
    await expect(pass({ handed: [asked] })).rejects.toMatchObject({ key: 'transfer.openLines' })
    await asOwner().query(`update basket_line set status = 'inProgress' where id = $1`, [asked])
    await expect(pass()).rejects.toMatchObject({ key: 'transfer.openLines' })
    await expect(pass({ handed: [asked] }, coordinator)).rejects.toMatchObject({ code: 'forbidden' })
    await pass({ handed: [asked] })
    expect(await statusOf(made.caseId)).toEqual({
      status: 'closed',
      closing_reason_key: 'przekazanie',
      outcome_key: 'przekazane',
    })
    expect(await lineRow(asked)).toMatchObject({ status: 'inProgress' })
  })

  it('by a consent that was withdrawn nothing', async () => {
    await request()
    await accept()
    await withdraw(await consent(made, mother, there, ['PODSTAWOWE']))
    await expect(pass()).rejects.toMatchObject({ key: 'transfer.consents' })
    await expect(
      asActor(teamCoordinator, async (tx) => {
        const { id } = await transferRow()
        await tx.$queryRaw`select app.pass_transfer(${id}::uuid, null, '{}')::text`
      }),
    ).rejects.toThrow(/not agreed/)
  })

  it('is what consent opens: names and the agreed difficulties, in a new case of the other team', async () => {
    await asOwner().query(
      `update person_identity set pesel_hash = 'hash-matki', street = 'Polna 1' where person_id = $1`,
      [mother],
    )
    await addNeed('nauka_absencja', 'EDUKACJA', child)
    await addNeed('alkoholizm', 'PSYCHIKA_UZALEZNIENIA', mother)
    await addNeed('ubostwo', 'FINANSE', null)
    await insert('note', {
      case_id: made.caseId,
      team_id: teamHere,
      owner_institution_id: gops,
      category: 'RELACJE',
      kind: 'visit',
      held_on: '2026-10-05',
      author_id: coordinator.userId,
      author_institution_id: gops,
    })
    await agree()
    await request()
    await accept()
    await pass()
    const { new_case_id: caseId } = await transferRow()
    expect(await statusOf(caseId)).toMatchObject({ status: 'submitted' })
    const head = await readCase.execute(coordinatorThere, { caseId })
    expect(head).toMatchObject({ label: 'Rodzina Wrzosków', cameFromElsewhere: true, previous: null })
    expect(head.number).toMatch(/^1816132\/2026\/\d+$/)
    const family = await readFamily.execute(leaderThere, { caseId })
    expect(family.members.map((m) => [m.givenName, m.familyName, m.phone])).toEqual([
      ['Maria', 'Wrzos', '+48600100200'],
      ['Staś', 'Wrzos', null],
    ])
    const { rows } = await asOwner().query(
      `select (select array_agg(need_key) from need where case_id = $1) as needs,
        (select count(*)::int from note where case_id = $1) as notes,
        (select array_agg(distinct basis || ' ' || category order by basis || ' ' || category) from legal_basis_record where case_id = $1) as bases,
        (select array_agg(coalesce(i.pesel_hash, '') || coalesce(i.street, '') || ' ' || i.born_on order by i.born_on)
          from person_identity i where owner_institution_id = $2) as identities`,
      [caseId, there],
    )
    expect(rows[0]).toEqual({
      needs: ['nauka_absencja'],
      notes: 0,
      bases: ['ZGODA EDUKACJA', 'ZGODA PODSTAWOWE'],
      identities: ['hash-matki 1985-03-14', ' 2016-05-05'],
    })
    expect(await toldTo(coordinatorThere)).toEqual(['transfer.offered', 'transfer.passed'])
  })

  it('leaves out who did not agree, and of a protected person passes the name and the protection alone', async () => {
    await consent(made, mother, there, ['PODSTAWOWE'])
    await insert('person_protection', {
      person_id: mother,
      owner_institution_id: gops,
      starts_on: '2026-10-01',
      recorded_by_id: coordinator.userId,
    })
    await request()
    await accept()
    await pass()
    const { rows } = await asOwner().query(
      `select p.given_name, i.born_on, k.phone, (select count(*)::int from person_protection x where x.person_id = p.id) as protections
       from case_person c join person p on p.id = c.person_id left join person_identity i on i.person_id = p.id
         left join person_contact k on k.person_id = p.id where c.case_id = $1`,
      [(await transferRow()).new_case_id],
    )
    expect(rows).toEqual([{ given_name: 'Maria', born_on: null, phone: null, protections: 1 }])
  })

  it('tells the new team where the case came from and which agreed services go on, and the old one keeps its history', async () => {
    await agree()
    const open = await makeLine(made, {
      provider: school,
      createdBy: coordinator.userId,
      status: 'inProgress',
      persons: [child],
    })
    const hidden = await makeLine(made, {
      provider: school,
      createdBy: coordinator.userId,
      status: 'inProgress',
      service: 'terapia_uzaleznien',
      category: 'PSYCHIKA_UZALEZNIENIA',
      persons: [mother],
    })
    await request()
    await accept()
    await pass({ handed: [open, hidden] })
    const { new_case_id: caseId } = await transferRow()
    const { origin } = await readTransfer.execute(coordinatorThere, { caseId, words: '' })
    expect(origin).toMatchObject({
      institution: 'GOPS Świlcza',
      movedOn: '2026-12-01',
      passedOn: '2026-11-24',
      lines: [{ provider: 'SP Trzciana' }],
    })
    const story = async (who: typeof coordinator, id: string) =>
      (
        await readHistory.execute(who, {
          caseId: id,
          personId: null,
          institutionId: null,
          category: null,
          part: 'case',
          cursor: '',
          whole: true,
        })
      ).events.map((e) => e.what.kind)
    expect((await story(coordinator, made.caseId)).toSorted()).toEqual([
      'step',
      'transferAccepted',
      'transferAsked',
      'transferPassed',
    ])
    expect(await story(coordinatorThere, caseId)).toEqual(['step'])
    expect(await page()).toMatchObject({
      live: null,
      offers: [{ status: 'passed' }],
      may: { request: false },
    })
    await expect(readTransfer.execute(coordinator, { caseId, words: '' })).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('every step stands in the access log', async () => {
    await agree()
    await request()
    await accept()
    await pass()
    const { rows } = await asOwner().query<{ action: string }>(
      `select action from audit_event where kind = 'write' and action like 'transfer.%'
         and owner_institution_id = $1 order by at, id`,
      [gops],
    )
    expect(
      rows
        .slice(-3)
        .map((r) => r.action)
        .toSorted(),
    ).toEqual(['transfer.answer', 'transfer.pass', 'transfer.request'])
  })
})
