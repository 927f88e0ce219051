import { beforeEach, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import * as teams from '@/lib/teams'
import { makeLine } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  child,
  clinic,
  coordinator,
  leader,
  made,
  ops,
  school,
  team,
  useScene,
} from '@/tests/support/scenes/basket'
import { consent, insert, joinCase, makeActor, makeCase } from '@/tests/support/world'

useScene()

let teamCoordinator: Actor
let pcpr: Actor

beforeEach(async () => {
  await asOwner().query(`update basket_line set status = 'cancelled'`)
  await asOwner().query(`delete from notification`)
  await asOwner().query(`update team_member set left_on = null`)
  teamCoordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId: team })
  pcpr = await makeActor(clinic, { role: 'decydent' })
})

const memberId = async (): Promise<string> =>
  (await teams.readTeam.execute(leader, { teamId: team })).parties.find((p) => p.institutionId === school)
    ?.memberId ?? ''
const look = async (actor: Actor) =>
  teams.readLeaving.execute(actor, { teamId: team, memberId: await memberId() })
const hand = async (lines: string[], to: string, actor = teamCoordinator) =>
  teams.handLinesOver.execute(actor, {
    teamId: team,
    memberId: await memberId(),
    lines,
    to,
    reason: 'szkoła odchodzi z zespołu',
  })
const leave = async (actor = leader) =>
  refusal(
    teams.withdrawParty.execute(actor, {
      teamId: team,
      version: (await teams.readTeam.execute(leader, { teamId: team })).version,
      memberId: await memberId(),
      leftOn: '2026-11-23',
      reason: 'likwidacja',
      number: '',
      note: '',
    }),
  )
const line = (over: Partial<Parameters<typeof makeLine>[1]> = {}) =>
  makeLine(made, { provider: school, createdBy: coordinator.userId, persons: [child], ...over })
const lines = async () =>
  (
    await asOwner().query<{ provider: string; status: string; replaces: boolean; note: string | null }>(
      `select i.name as provider, l.status::text, l.replaces_id is not null as replaces, l.end_reason as note
       from basket_line l join institution i on i.id = l.provider_institution_id where l.case_id = $1 order by l.created_at, i.name`,
      [made.caseId],
    )
  ).rows

describe('before a party leaves', () => {
  it('its open services are listed as far as the reader may know them, the rest as a number', async () => {
    const asked = await line()
    await line({ status: 'draft' })
    await line({ status: 'delivered' })
    const apart = await makeCase({ teamId: team, owner: ops, status: 'inProgress' })
    await makeLine(apart, { provider: school, createdBy: coordinator.userId, status: 'inProgress' })
    await asOwner().query(
      `insert into case_restriction (case_id, team_id, owner_institution_id, reason, recorded_by_id)
       values ($1, $2, $3, 'krewny', $4)`,
      [apart.caseId, team, ops, coordinator.userId],
    )
    const view = await look(teamCoordinator)
    expect(view.lines.map((l) => [l.id, l.service, l.status, l.refusal])).toEqual([
      [asked, 'Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie)', 'proposed', null],
    ])
    expect(view).toMatchObject({
      party: 'SP Trzciana',
      // of a restricted case nothing is told to who is left out, not even a number
      hidden: 0,
      stays: null,
      may: { handOver: true, withdraw: false },
    })
    expect(view.takers.map((t) => t.name)).toEqual(['GOPS Świlcza', 'Poradnia PP'])
    expect((await look(leader)).may).toEqual({ handOver: false, withdraw: true })
    expect(await refusal(look(pcpr))).toBe('forbidden forbidden')
    await asOwner().query('delete from case_restriction')
  })

  it('a restricted case neither tells nor stands in the way of who is left out: there it ends with the annex', async () => {
    const apart = await makeCase({ teamId: team, owner: ops, status: 'inProgress' })
    const family = await makeActor(ops, { role: 'koordynator_rodziny', caseId: apart.caseId })
    await joinCase(apart, school)
    const away = await makeLine(apart, { provider: school, createdBy: family.userId, status: 'inProgress' })
    const restriction = crypto.randomUUID()
    const of = { case_id: apart.caseId, team_id: team }
    const why = { owner_institution_id: ops, reason: 'krewny', recorded_by_id: family.userId }
    await insert('case_restriction', { id: restriction, ...of, ...why })
    await insert('case_restriction_person', { restriction_id: restriction, ...of, user_id: family.userId })
    const before = await look(leader)
    expect([before.lines, before.hidden]).toEqual([[], 0])
    // the second lock looks away from the same rows and from no others
    const open = await line({ status: 'accepted' })
    expect(await leave()).toBe('conflict partyHasOpenLines')
    await asOwner().query(`update basket_line set status = 'cancelled' where id = $1`, [open])
    expect(await leave()).toBe('allowed')
    const { rows } = await asOwner().query(
      `select l.status::text, t.from_status::text as was, t.note, l.end_reason as reason
       from basket_line l join line_transition t on t.line_id = l.id where l.id = $1 order by t.at desc limit 1`,
      [away],
    )
    const reason = 'Instytucja odeszła z zespołu.'
    expect(rows).toEqual([{ status: 'cancelled', was: 'inProgress', note: reason, reason }])
    const told = await asOwner().query(`select kind from notification where user_id = $1`, [family.userId])
    expect(told.rows).toContainEqual({ kind: 'team.partyLeftCase' })
    await asOwner().query('delete from case_restriction_person')
    await asOwner().query('delete from case_restriction')
  })

  it('a service goes to another party at once where consent reaches it; everybody concerned is told', async () => {
    await consent(made, child, clinic, ['PODSTAWOWE', 'EDUKACJA'])
    const open = await line({ status: 'accepted' })
    expect(await leave()).toBe('conflict partyHasOpenLines')
    expect(await hand([open], clinic)).toEqual({ handed: 1, asked: 1, stayed: 0, closed: false })
    expect(await lines()).toEqual([
      { provider: 'SP Trzciana', status: 'cancelled', replaces: false, note: 'szkoła odchodzi z zespołu' },
      { provider: 'Poradnia PP', status: 'proposed', replaces: true, note: null },
    ])
    const { rows } = await asOwner().query(
      `select kind from notification where user_id = any ($1::uuid[]) order by kind`,
      [[coordinator.userId, pcpr.userId]],
    )
    expect(rows.map((r) => r.kind)).toEqual(['line.asked', 'line.providerLeaves'])
    const { rows: log } = await asOwner().query(
      `select count(*)::int as n from audit_event where action = 'team.handLinesOver' and case_id = $1`,
      [made.caseId],
    )
    expect(log).toEqual([{ n: 1 }])
    expect(await leave()).toBe('allowed')
  })

  it('without consent the copy waits as a draft of the family; a service that ran ends as far as it came', async () => {
    const open = await line({ status: 'inProgress' })
    await asOwner().query(`update basket_line set delivered_quantity = 1 where id = $1`, [open])
    expect(await hand([open], ops)).toMatchObject({ handed: 1, asked: 1 })
    const second = await line({ status: 'scheduled' })
    expect(await hand([second], clinic)).toMatchObject({ handed: 1, asked: 0 })
    expect((await lines()).map((l) => [l.provider, l.status])).toEqual([
      ['SP Trzciana', 'partlyDelivered'],
      ['GOPS Świlcza', 'proposed'],
      ['SP Trzciana', 'cancelled'],
      ['Poradnia PP', 'draft'],
    ])
  })

  it('a service may simply end; what stands in a plan that waits for approval stays', async () => {
    const open = await line()
    expect(await hand([open], 'close')).toEqual({ handed: 1, asked: 0, stayed: 0, closed: true })
    const waiting = await line({ status: 'accepted' })
    await asOwner().query(`update family_case set status = 'planApproval' where id = $1`, [made.caseId])
    expect((await look(teamCoordinator)).lines.map((l) => l.refusal)).toEqual(['inApproval'])
    expect(await refusal(hand([waiting], clinic))).toBe('conflict linesInApproval')
    expect((await lines()).map((l) => l.status)).toEqual(['cancelled', 'accepted'])
  })

  it('only the coordinator of the team hands over, only to a signed party, and nothing that is not there', async () => {
    const open = await line()
    expect(await refusal(hand([open], clinic, leader))).toBe('forbidden forbidden')
    expect(await refusal(hand([open], school))).toBe('invalid invalid to')
    expect(await refusal(hand([crypto.randomUUID()], clinic))).toBe('conflict stale')
    expect(await refusal(hand([], clinic))).toBe('invalid invalid lines')
  })
})

describe('the second lock', () => {
  it('refuses the end of the membership and the annex while a service is open, whoever asks', async () => {
    const open = await line({ status: 'suspended' })
    const member = await memberId()
    const end = () => asOwner().query(`update team_member set left_on = '2026-11-23' where id = $1`, [member])
    const annex = (number: string) =>
      asOwner().query(
        `insert into team_annex (team_id, kind, number, signed_on, institution_id, effective_on, recorded_by_id, recorded_institution_id)
         values ($1, 'withdrawal', $4, '2026-11-23', $2, '2026-11-23', $3, $2)`,
        [team, school, leader.userId, number],
      )
    await expect(end()).rejects.toThrow(/the party has open lines/u)
    await expect(annex('90')).rejects.toThrow(/the party has open lines/u)
    await asOwner().query(`update basket_line set status = 'notDelivered' where id = $1`, [open])
    await end()
    await annex('91')
  })

  it('copies a line for the coordinator of its case alone, and to a signed party alone', async () => {
    const open = await line()
    const copy = (actor: Actor, to: string) =>
      asActor(actor, (tx) => tx.$queryRaw`select app.copy_line_to(${open}::uuid, ${to}::uuid, 'powód')::text`)
    for (const actor of [leader, coordinator, pcpr])
      await expect(copy(actor, clinic)).rejects.toThrow(/not a line to be handed/u)
    await expect(copy(teamCoordinator, school)).rejects.toThrow(/not a line to be handed/u)
    await asOwner().query('update team_member set signed_on = null where institution_id = $1', [clinic])
    await expect(copy(teamCoordinator, clinic)).rejects.toThrow(/not a line to be handed/u)
    await asOwner().query(`update team_member set signed_on = '2026-01-01' where institution_id = $1`, [
      clinic,
    ])
    await copy(teamCoordinator, clinic)
  })
})
