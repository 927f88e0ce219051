import { beforeAll, describe, expect, it } from 'vitest'
import { teamFigures } from '@/lib/dashboards'
import type { Actor } from '@/lib/policy/actor'
import { readHistory } from '@/lib/story'
import { asOwner, useDatabase } from '@/tests/support/database'
import { insert, makeActor, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useDatabase()

let ops: string
let teamId: string
let first: Awaited<ReturnType<typeof makeCase>>
let worker: Actor
let leader: Actor

/** Referred on Monday 2 November 2026; the 11th is a holiday. */
const referred = async (status: 'inProgress' | 'diagnosis' = 'inProgress') => {
  const made = await makeCase({ teamId, owner: ops, status })
  await asOwner().query(`update family_case set opened_on = '2026-11-02' where id = $1`, [made.caseId])
  return made
}

const note = (made: typeof first, kind: string, heldOn: string) =>
  insert('note', {
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    category: 'RELACJE',
    kind,
    held_on: heldOn,
    author_id: worker.userId,
    author_institution_id: ops,
  })

const inForce = (made: typeof first, no: number, on: string, status = 'inForce') =>
  insert('plan', {
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    version_no: no,
    status,
    in_force_on: on,
  })

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  teamId = await makeTeam({ lead: ops })
  first = await referred()
  await makePerson(first)
  worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId: first.caseId })
  leader = await makeActor(ops, { role: 'lider_gminny' })
})

const strip = async () => {
  const { help } = await readHistory.execute(worker, { caseId: first.caseId, cursor: '', whole: '' } as never)
  return help?.steps.map(({ on, days }) => [on, days])
}

describe('how soon help came to a family', () => {
  it('says nothing before it came', async () => {
    expect(await strip()).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ])
  })

  it('counts working days from the referral to contact, first plan and first service', async () => {
    await note(first, 'attempt', '2026-11-03')
    await note(first, 'visit', '2026-11-05')
    await note(first, 'phone', '2026-11-09')
    await inForce(first, 1, '2026-11-12', 'superseded')
    await inForce(first, 2, '2026-11-20')
    await asOwner().query(`update family_case set first_service_on = '2026-11-16' where id = $1`, [
      first.caseId,
    ])
    expect(await strip()).toEqual([
      ['2026-11-05', 3],
      ['2026-11-12', 7],
      ['2026-11-16', 9],
    ])
  })
})

describe('who only delivers a service', () => {
  it('is not shown days that would look as if nothing had come yet', async () => {
    const teacher = await makeActor(ops, { role: 'wykonawca' })
    await insert('basket_line', {
      case_id: first.caseId,
      team_id: first.teamId,
      owner_institution_id: ops,
      service_key: 'praca_socjalna',
      category: 'RELACJE',
      provider_institution_id: ops,
      responsible_user_id: teacher.userId,
      starts_on: '2026-11-01',
      status: 'accepted',
      status_since: '2026-11-10',
      sent_at: '2026-11-10T10:00:00Z',
      created_by_id: teacher.userId,
    })
    const { help } = await readHistory.execute(teacher, {
      caseId: first.caseId,
      cursor: '',
      whole: '',
    } as never)
    expect(help).toBe(null)
  })
})

describe('the medians of the team', () => {
  const help = async () => (await teamFigures.execute(leader, { teamId })).help

  it('are not shown for fewer than five families', async () => {
    for (let i = 0; i < 3; i += 1) {
      const made = await referred()
      await note(made, 'talk', '2026-11-04')
      await inForce(made, 1, '2026-11-13')
    }
    expect(await help()).toEqual([])
  })

  it('from five on they are, each way by itself', async () => {
    const made = await referred()
    await note(made, 'talk', '2026-11-06')
    expect(await help()).toEqual([{ step: 'contact', median: 2, ninth: 4 }])
    await inForce(made, 1, '2026-11-13')
    expect((await help()).sort((a, b) => a.step.localeCompare(b.step))).toEqual([
      { step: 'contact', median: 2, ninth: 4 },
      { step: 'plan', median: 8, ninth: 8 },
    ])
  })
})
