import { describe, expect, it } from 'vitest'
import { interruptCase, readCase } from '@/lib/cases'
import { passDeadlines } from '@/lib/cases/deadlines'
import { listConsents } from '@/lib/consents'
import { asActor } from '@/lib/platform/db'
import { answerTransfer, listOffers, readTransfer, withdrawTransfer } from '@/lib/transfers'
import { asOwner } from '@/tests/support/database'
import {
  accept,
  addNeed,
  agree,
  caseAt,
  child,
  coordinator,
  coordinatorThere,
  leader,
  leaderThere,
  made,
  mother,
  offersThere,
  pass,
  request,
  school,
  specialist,
  teamCoordinator,
  teamHere,
  there,
  toldTo,
  transferRow,
  useScene,
} from '@/tests/support/scenes/transfer'
import { consent, makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

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
