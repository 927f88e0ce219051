import { beforeAll, describe, expect, it } from 'vitest'
import { listCases, listFilters, mendFilter, removeFilter, saveFilter } from '@/lib/cases'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal, refusedFields } from '@/tests/support/refusal'
import { insert, makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let leader: Actor
let colleague: Actor
let foreign: Actor
let teams: string[] = []

const made = async (
  teamId: string,
  owner: string,
  label: string,
  due: string | null,
  status = 'diagnosis',
) => {
  const one = await makeCase({ teamId, owner, label, status: status as never })
  await asOwner().query('update family_case set due_on = $2 where id = $1', [one.caseId, due])
  return one
}

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS Świlcza' })
  const school = await makeInstitution({ kind: 'szkola_podstawowa', name: 'Szkoła' })
  teams = [
    await makeTeam({ lead: ops, members: [school] }),
    await makeTeam({ lead: ops, members: [school], gmina: '1816142' }),
  ]
  const [first = '', second = ''] = teams
  await made(first, ops, 'Rodzina Anielska', '2026-11-20')
  await made(first, ops, 'Rodzina Bukowa', '2026-12-20')
  const third = await made(second, ops, 'Rodzina Cisowa', null, 'inProgress')
  await made(second, ops, 'Rodzina Dębowa', '2026-11-01', 'evaluation')
  await insert('basket_line', {
    case_id: third.caseId,
    team_id: second,
    owner_institution_id: ops,
    service_key: 'korepetycje',
    category: 'EDUKACJA',
    provider_institution_id: school,
    starts_on: '2026-11-01',
    status: 'proposed',
    status_since: '2026-11-10',
    sent_at: '2026-11-10T10:00:00Z',
    answer_due_on: '2026-11-30',
    created_by_id: school,
  })
  // decides in the second team's last case: evaluated and talked over
  const { rows } = await asOwner().query<{ id: string }>(
    `select c.id from family_case c join family f on f.id = c.family_id where f.label = 'Rodzina Bukowa'`,
  )
  await asOwner().query(`update family_case set status = 'screening' where id = $1`, [rows[0]?.id])
  await insert('case_proposal', {
    case_id: rows[0]?.id,
    team_id: first,
    kind: 'qualify',
    note: 'tak',
    proposed_by_id: ops,
  })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  colleague = await makeActor(ops, { role: 'lider_gminny' })
  foreign = await makeActor(await makeInstitution({ seat: '1816142' }), { role: 'lider_gminny' })
})

const shown = async (choice: object = {}): Promise<(string | null)[]> => {
  const list = await listCases.execute(leader, { stage: 'open', order: 'opened', ...choice } as never)
  return list.rows.map((row) => row.label).sort()
}

const all = ['Rodzina Anielska', 'Rodzina Bukowa', 'Rodzina Cisowa', 'Rodzina Dębowa']

describe('the own list', () => {
  it('over all teams says what is late, what waits for me and what for others', async () => {
    expect(await shown()).toEqual(all)
    expect(await shown({ waits: 'late' })).toEqual(['Rodzina Anielska', 'Rodzina Dębowa'])
    expect(await shown({ waits: 'mine' })).toEqual(['Rodzina Bukowa'])
    expect(await shown({ waits: 'others' })).toEqual(['Rodzina Cisowa'])
    expect(await shown({ waits: 'late', teamId: teams[1] })).toEqual(['Rodzina Dębowa'])
    expect(await shown({ waits: 'whoever' })).toEqual(all)
  })

  it('looks at every open case on its first page, not only at the fifty that it lists', async () => {
    const list = await listCases.execute(leader, { stage: 'open', order: 'changed' })
    expect(list.all.length).toBe(4)
    expect((await listCases.execute(leader, { stage: 'all', order: 'changed' })).all).toEqual([])
  })

  it('asks nothing more for who has no filter', async () => {
    const list = await listCases.execute(leader, { stage: 'open', order: 'changed' })
    expect(list.filters).toEqual([])
  })
})

const save = (actor: Actor, change: object = {}) =>
  saveFilter.execute(actor, {
    name: 'Pilne',
    stage: 'open',
    waits: 'late',
    order: 'due',
    teamId: teams[1],
    isDefault: 'on',
    ...change,
  } as never)

describe('saved filters', () => {
  it('are kept under a name, come with the list, and one of them opens it', async () => {
    await save(leader)
    await save(leader, { name: 'Moje', waits: 'mine', teamId: '', order: 'changed' })
    const list = await listCases.execute(leader, { stage: 'open', order: 'changed' })
    expect(list.filters.map((f) => [f.name, f.stage, f.waits, f.order, f.teamId, f.isDefault])).toEqual([
      ['Pilne', 'open', 'late', 'due', teams[1], false],
      ['Moje', 'open', 'mine', 'changed', null, true],
    ])
  })

  it('are nobody else’s: neither use case nor database shows or changes them', async () => {
    expect(await listFilters.execute(colleague, {})).toEqual([])
    const [mine] = await listFilters.execute(leader, {})
    const filterId = mine?.id ?? ''
    for (const other of [colleague, foreign]) {
      expect(await asActor(other, (tx) => tx.caseFilter.count())).toBe(0)
      expect(await refusal(removeFilter.execute(other, { filterId }))).toBe('notFound notFound')
      expect(
        await refusal(mendFilter.execute(other, { filterId, version: 1, name: 'x', isDefault: '' })),
      ).toBe('notFound notFound')
    }
    expect(await refusal(save(foreign))).toBe('notFound notFound')
    const past = asActor(colleague, (tx) =>
      tx.caseFilter.createMany({
        data: [
          {
            userId: leader.userId,
            institutionId: leader.institutionId,
            name: 'x',
            stage: 'open',
            sort: 'due',
          },
        ],
      }),
    )
    await expect(past).rejects.toThrow(/row-level security/u)
  })

  it('are corrected with a version, and removed', async () => {
    const [mine] = await listFilters.execute(leader, {})
    const filterId = mine?.id ?? ''
    const version = mine?.version ?? 0
    await mendFilter.execute(leader, { filterId, version, name: 'Po terminie', isDefault: 'on' })
    expect(await refusal(mendFilter.execute(leader, { filterId, version, name: 'x', isDefault: '' }))).toBe(
      'conflict stale',
    )
    expect((await listFilters.execute(leader, {})).map((f) => [f.name, f.isDefault])).toEqual([
      ['Po terminie', true],
      ['Moje', false],
    ])
    await removeFilter.execute(leader, { filterId })
    expect((await listFilters.execute(leader, {})).map((f) => f.name)).toEqual(['Moje'])
    expect(await refusedFields(save(leader, { name: ' ' }))).toEqual({ name: 'required' })
  })

  it('keep no searched word, and the log says nothing of what they hold', async () => {
    const { rows } = await asOwner().query(
      `select subject_kind, subject_ids, reason from audit_event where action like 'filter.%' and kind = 'write'`,
    )
    expect(rows.length).toBe(4)
    for (const row of rows) expect(row).toEqual({ subject_kind: null, subject_ids: [], reason: null })
    const { rows: columns } = await asOwner().query(
      `select column_name as name from information_schema.columns where table_name = 'case_filter' and data_type = 'text' order by 1`,
    )
    expect(columns.map((c) => c.name)).toEqual(['name', 'sort', 'stage', 'waits'])
  })

  it('are twelve at most', async () => {
    for (let i = 0; i < 11; i += 1) await save(leader, { name: `F${i}`, isDefault: '' })
    expect(await refusal(save(leader))).toBe('conflict tooManyFilters')
  })
})
