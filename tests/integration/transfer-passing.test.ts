import { describe, expect, it } from 'vitest'
import { readCase } from '@/lib/cases'
import { readFamily } from '@/lib/families'
import { readEnding, reopenCase } from '@/lib/plans'
import { asActor } from '@/lib/platform/db'
import { readHistory } from '@/lib/story'
import { readTransfer } from '@/lib/transfers'
import { lineRow, makeLine } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  accept,
  addNeed,
  agree,
  child,
  coordinator,
  coordinatorThere,
  gops,
  leader,
  leaderThere,
  made,
  mother,
  pass,
  request,
  school,
  statusOf,
  teamCoordinator,
  teamHere,
  teamThere,
  there,
  toldTo,
  transferRow,
  useScene,
} from '@/tests/support/scenes/transfer'
import { consent, insert, makeCase, makePerson, withdraw } from '@/tests/support/world'

useScene()

const page = (who = coordinator) => readTransfer.execute(who, { caseId: made.caseId, words: '' })

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

  it('protects also a person whom the other unit knows already', async () => {
    const known = await makePerson(await makeCase({ teamId: teamThere, owner: there, status: 'closed' }), {
      givenName: 'Maria',
      familyName: 'Wrzos',
      phone: '+48600100200',
    })
    await asOwner().query(`update person_identity set pesel_hash = 'jeden' where person_id = any ($1)`, [
      [mother, known],
    ])
    await consent(made, mother, there, ['PODSTAWOWE'])
    await insert('person_protection', {
      person_id: mother,
      owner_institution_id: gops,
      safe_institution_ids: [there],
      starts_on: '2026-10-01',
      recorded_by_id: coordinator.userId,
    })
    await request()
    await accept()
    await pass()
    const { rows } = await asOwner().query(
      'select person_id, owner_institution_id from person_protection where person_id = $1',
      [known],
    )
    expect(rows).toEqual([{ person_id: known, owner_institution_id: there }])
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

  it('is not opened again in the old team: the work goes on in the other one', async () => {
    await agree()
    await request()
    await accept()
    await pass()
    await asOwner().query(`update family_case set plan_in_force_on = '2026-10-01' where id = $1`, [
      made.caseId,
    ])
    const { rows } = await asOwner().query<{ version: number }>(
      'select version from family_case where id = $1',
      [made.caseId],
    )
    await expect(
      reopenCase.execute(leader, {
        caseId: made.caseId,
        version: rows[0]?.version ?? 0,
        reason: 'Rodzina wróciła.',
      }),
    ).rejects.toMatchObject({ key: 'plan.handedOver' })
    expect((await readEnding.execute(leader, { caseId: made.caseId })).may.reopen).toBe(false)
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
