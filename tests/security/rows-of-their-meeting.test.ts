import { beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { insert, makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let ops: string
let teamId: string
let foreign: string
let made: Awaited<ReturnType<typeof makeCase>>
let animator: Actor
let team: Actor
let leader: Actor
let family: Actor
let assistant: Actor
let meeting: string
let theirs: string
let around: string

const teamMeeting = async (ofTeam: string, by: Actor): Promise<string> => {
  const id = crypto.randomUUID()
  await insert('team_meeting', {
    id,
    team_id: ofTeam,
    status: 'held',
    held_on: '2026-11-20',
    starts_at: '09:00',
    place: 'GOPS',
    created_by_id: by.userId,
    created_institution_id: ops,
  })
  return id
}

beforeAll(async () => {
  ops = await makeInstitution()
  const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
  const rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo' })
  teamId = await makeTeam({ lead: ops, members: [pcpr] })
  foreign = await makeTeam({ lead: await makeInstitution() })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  animator = await makeActor(rops, { role: 'animator', teamId })
  team = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  await makeActor(pcpr, { role: 'lider_powiatowy' })
  family = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId })
  meeting = await teamMeeting(teamId, team)
  theirs = await teamMeeting(foreign, team)
  around = crypto.randomUUID()
  await insert('case_meeting', {
    id: around,
    case_id: made.caseId,
    team_id: teamId,
    owner_institution_id: ops,
    category: 'EDUKACJA',
    status: 'held',
    held_on: '2026-11-20',
    starts_at: '09:00',
    place: 'GOPS',
    created_by_id: family.userId,
  })
})

const run = (actor: Actor, sql: string) => asActor(actor, (tx) => tx.$executeRawUnsafe(sql))
const locked = /row-level security|42501|stays in its meeting|not a row of this|never changes/u

describe('a row of a meeting', () => {
  it('is not written under the meeting of another team, which its minutes would lock', async () => {
    const minutes = (id: string) =>
      `insert into meeting_minutes (meeting_id, team_id, body, approved_at, approved_by_id, content, content_hash)
       values ('${id}', '${teamId}', 'x', now(), '${team.userId}', 'x', 'x')`
    await expect(run(team, minutes(theirs))).rejects.toThrow(locked)
    await expect(
      run(
        team,
        `insert into meeting_item (meeting_id, team_id, position, title) values ('${theirs}', '${teamId}', 1, 'x')`,
      ),
    ).rejects.toThrow(locked)
    await run(
      team,
      `insert into meeting_minutes (meeting_id, team_id, body) values ('${meeting}', '${teamId}', 'x')`,
    )
    await expect(run(team, `update meeting_minutes set meeting_id = '${theirs}'`)).rejects.toThrow(locked)
  })

  it('around a case keeps its case and its category', async () => {
    const agenda = (category: string) =>
      `insert into case_meeting_agenda (meeting_id, case_id, team_id, owner_institution_id, category, body)
       values ('${around}', '${made.caseId}', '${teamId}', '${ops}', '${category}', 'x')`
    await expect(run(family, agenda('PODSTAWOWE'))).rejects.toThrow(locked)
    await run(family, agenda('EDUKACJA'))
    await expect(run(family, `update case_meeting set category = 'PODSTAWOWE'`)).rejects.toThrow(locked)
  })

  it('is an annex by the coordinator of the team alone, and a remark on minutes that went out', async () => {
    const entry = (actor: Actor, kind: string) =>
      run(
        actor,
        `insert into case_meeting_entry (meeting_id, case_id, team_id, owner_institution_id, category, kind, body, author_id, institution_id)
         values ('${around}', '${made.caseId}', '${teamId}', '${ops}', 'EDUKACJA', '${kind}', 'x', '${actor.userId}', '${ops}')`,
      )
    await run(
      family,
      `insert into case_meeting_minutes (meeting_id, case_id, team_id, owner_institution_id, category, body)
       values ('${around}', '${made.caseId}', '${teamId}', '${ops}', 'EDUKACJA', 'x')`,
    )
    await expect(entry(assistant, 'remark')).rejects.toThrow(locked)
    await run(family, 'update case_meeting_minutes set sent_at = now()')
    await entry(assistant, 'remark')
    const approve = (actor: Actor, as = actor) =>
      run(
        actor,
        `update case_meeting_minutes set approved_at = now(), approved_by_id = '${as.userId}', content = 'x', content_hash = 'x'`,
      )
    await expect(approve(family)).rejects.toThrow(locked)
    await expect(approve(team, leader)).rejects.toThrow(locked)
    await approve(team)
    await expect(entry(assistant, 'annex')).rejects.toThrow(locked)
    await entry(team, 'annex')
  })

  it('is approved by no animator, and takes no decision about a case afterwards', async () => {
    const approve = (actor: Actor) =>
      run(
        actor,
        `update meeting_minutes set approved_at = now(), approved_by_id = '${actor.userId}', content = 'x', content_hash = 'x'
         where meeting_id = '${meeting}'`,
      )
    const decide = () =>
      run(
        family,
        `insert into case_decision (case_id, team_id, owner_institution_id, category, team_meeting_id, body, becomes, step_key, created_by_id)
         values ('${made.caseId}', '${teamId}', '${ops}', 'EDUKACJA', '${meeting}', 'x', 'step', 'case.suspend', '${family.userId}')`,
      )
    await decide()
    await expect(approve(animator)).rejects.toThrow(locked)
    await approve(team)
    await expect(decide()).rejects.toThrow(/corrected by an annex/u)
  })
})

describe('a team that is suspended', () => {
  it('is so by its leaders, not by who else may mend it', async () => {
    const suspend = (actor: Actor) =>
      run(actor, `update team set status = 'suspended' where id = '${teamId}'`)
    for (const actor of [team, animator]) await expect(suspend(actor)).rejects.toThrow(/the leaders decide/u)
    await expect(suspend(leader)).rejects.toThrow(/both leaders decide/u)
  })
})

describe('a task of the team', () => {
  it('is done by who was given it, and put off or given on by who gave it', async () => {
    await insert('task', {
      team_id: teamId,
      title: 'Sala',
      due_on: '2026-11-27',
      to_user_id: assistant.userId,
      to_institution_id: ops,
      created_by_id: team.userId,
      created_institution_id: ops,
    })
    const change = (actor: Actor, set: string) => run(actor, `update task set ${set}`)
    await expect(change(assistant, `due_on = '2027-11-27'`)).rejects.toThrow(/given on by who gave it/u)
    await expect(change(assistant, `to_user_id = '${leader.userId}'`)).rejects.toThrow(
      /given on by who gave it/u,
    )
    expect(await change(team, `due_on = '2026-12-01'`)).toBe(1)
    expect(
      await change(assistant, `status = 'done', ended_at = now(), ended_by_id = '${assistant.userId}'`),
    ).toBe(1)
  })
})

describe('an absence', () => {
  it('is taken back, never given to another substitute or other days', async () => {
    await asOwner().query(
      `insert into absence (user_id, institution_id, starts_on, ends_on, substitute_id, recorded_by_id)
       values ($1, $2, '2026-11-20', '2026-11-30', $3, $1)`,
      [family.userId, ops, assistant.userId],
    )
    await expect(run(family, `update absence set substitute_id = '${leader.userId}'`)).rejects.toThrow(locked)
    await expect(run(family, `update absence set ends_on = '2026-11-21'`)).rejects.toThrow(locked)
    expect(await run(family, 'update absence set cancelled_at = now()')).toBe(1)
  })
})
