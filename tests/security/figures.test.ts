import { beforeAll, describe, expect, test } from 'vitest'
import { countryFigures, regionFigures, teamFigures } from '@/lib/dashboards'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { testDay } from '@/tests/support/day'
import {
  consent,
  giveRole,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

useDatabase()

let rops: Actor
let animator: Actor
let ministry: Actor
let radny: Actor
let operator: Actor
let teamId = ''
let other = ''
let caseId = ''

/** Rows about a case or a person, by table: whatever names one in a column today, so that a new table is in by itself. */
const rowsOfFamilies = async (): Promise<{ table: string; query: string }[]> => {
  const { rows } = await asOwner().query<{ name: string; naming: string }>(
    `select c.relname as name, string_agg(a.attname || ' is not null', ' or ') as naming
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
       and a.attname in ('case_id', 'person_id') group by 1 order by 1`,
  )
  const whole = ['family_case', 'person', 'family', 'goal_need', 'line_need', 'line_goal']
  return [
    ...rows.map(({ name, naming }) => ({ table: name, query: `select * from ${name} where ${naming}` })),
    ...whole.map((name) => ({ table: name, query: `select * from ${name}` })),
  ]
}

const line = (forCase: string, team: string, owner: string, provider: string) =>
  insert('basket_line', {
    case_id: forCase,
    team_id: team,
    owner_institution_id: owner,
    service_key: 'praca_socjalna',
    category: 'RELACJE',
    provider_institution_id: provider,
    starts_on: testDay,
    status: 'proposed',
    status_since: testDay,
    created_by_id: owner,
  })

beforeAll(async () => {
  const ops = await makeInstitution({ kind: 'ops' })
  const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
  const council = await makeInstitution({ kind: 'rada_gminy' })
  const office = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
  teamId = await makeTeam({ lead: ops, members: [pcpr, council], variant: 'I' })
  const far = await makeInstitution({ kind: 'ops', seat: '2013082' })
  other = await makeTeam({ lead: far, gmina: '2013082', variant: 'I' })
  const cases = []
  for (let n = 0; n < 7; n += 1)
    cases.push(await makeCase({ teamId, owner: ops, status: n < 6 ? 'diagnosis' : 'evaluation' }))
  await makeCase({ teamId: other, owner: far, gmina: '2013082' })
  const made = cases[0]
  if (!made) throw new Error('no case')
  caseId = made.caseId
  const person = await makePerson(made)
  await joinCase(made, pcpr)
  await consent(made, person, pcpr, ['PODSTAWOWE', 'RELACJE'])
  await line(made.caseId, teamId, ops, pcpr)
  await makeActor(ops, { role: 'koordynator_rodziny', caseId })
  rops = await makeActor(office, { role: 'rops_koordynator', wojewodztwoCode: '18' })
  animator = await makeActor(office, { role: 'animator', teamId })
  ministry = await makeActor(await makeInstitution({ kind: 'ministerstwo', seat: '1465011' }), {
    role: 'ministerstwo',
  })
  operator = await makeActor(await makeInstitution({ kind: 'operator', seat: '1465011' }), {
    role: 'operator',
  })
  radny = await makeActor(council, { role: 'radny' })
  // A councillor of the same council who was also given a role of the other institution gains nothing here.
  await giveRole(radny.userId, far, { role: 'lider_gminny' })
})

describe('who watches reaches no row about a person served', () => {
  const watchers = {
    rops: () => rops,
    animator: () => animator,
    ministry: () => ministry,
    radny: () => radny,
  }

  test.each(Object.entries(watchers))(
    '%s reads nothing of any table of a family, as the app itself',
    async (_, who) => {
      for (const { table, query } of await rowsOfFamilies()) {
        const rows = await asActor(who(), (tx) => tx.$queryRawUnsafe<unknown[]>(query))
        expect(rows, table).toHaveLength(0)
      }
    },
  )

  test.each(Object.entries(watchers))('%s gets nothing by id either', async (_, who) => {
    const rows = await asActor(
      who(),
      (tx) => tx.$queryRaw<unknown[]>`
      select 1 from family_case where id = ${caseId}::uuid
      union all select 1 from case_person where case_id = ${caseId}::uuid
      union all select 1 from basket_line where case_id = ${caseId}::uuid`,
    )
    expect(rows).toHaveLength(0)
  })

  test('the tables are all of them', async () => {
    const tables = (await rowsOfFamilies()).map(({ table }) => table)
    for (const table of [
      'plan_content',
      'audit_event',
      'notification',
      'role_assignment',
      'case_grant',
      'person',
    ])
      expect(tables).toContain(table)
    expect(tables.length).toBeGreaterThan(35)
  })

  test('the owner sees rows in these tables, so that the test above can fail', async () => {
    const filled = ['family_case', 'person', 'case_person', 'basket_line', 'consent', 'case_grant']
    for (const { table, query } of await rowsOfFamilies())
      if ([...filled, 'role_assignment'].includes(table))
        expect((await asOwner().query(query)).rows.length, table).toBeGreaterThan(0)
  })

  test('unsuppressed counts cannot be called by the app at all', async () => {
    await expect(
      asActor(ministry, (tx) => tx.$queryRaw`select * from figures.facts('stages')`),
    ).rejects.toThrow()
    await expect(asActor(ministry, (tx) => tx.$queryRaw`select * from figures.waits()`)).rejects.toThrow()
  })
})

describe('figures', () => {
  test('of the own region: stages with the small one and the next smallest hidden', async () => {
    const { stages, total } = await regionFigures.execute(rops, { code: '18' })
    expect(total.families).toEqual({ kind: 'count', value: 7 })
    expect(stages.get('evaluation')).toEqual({ kind: 'few' })
    expect(stages.get('diagnosis')).toEqual({ kind: 'hidden' })
  })

  test('of the country: the other region has one case and does not show it', async () => {
    const { parts, total } = await countryFigures.execute(ministry, {})
    expect(parts).toHaveLength(16)
    expect(total.gminas).toBe(2479)
    expect(total.working).toBe(2)
    expect(parts.find((part) => part.code === '20')?.families).toEqual({ kind: 'few' })
    // 8 in the country would give the one case away.
    expect(parts.find((part) => part.code === '18')?.families).toEqual({ kind: 'hidden' })
  })

  test('of the team: the councillor sees them, nobody outside the team does', async () => {
    const { stages } = await teamFigures.execute(radny, { teamId })
    expect(stages.get('all')).toEqual({ kind: 'count', value: 7 })
    expect(stages.get('evaluation')).toEqual({ kind: 'few' })
    await expect(teamFigures.execute(radny, { teamId: other })).rejects.toMatchObject({ code: 'notFound' })
  })

  test('are refused outside the own region, by the policy and by the database', async () => {
    await expect(regionFigures.execute(rops, { code: '20' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(countryFigures.execute(rops, {})).rejects.toMatchObject({ code: 'forbidden' })
    await expect(countryFigures.execute(operator, {})).rejects.toMatchObject({ code: 'forbidden' })
    for (const unit of ['20', '2013', 'PL', '', '%', '2'])
      await expect(
        asActor(rops, (tx) => tx.$queryRaw`select * from app.figures('stages', ${unit}, 7)`),
        unit,
      ).rejects.toThrow()
    for (const stranger of [radny, operator])
      await expect(
        asActor(stranger, (tx) => tx.$queryRaw`select * from app.waiting_times('18', 7)`),
      ).rejects.toThrow()
    await expect(
      asActor(radny, (tx) => tx.$queryRaw`select * from app.team_figures('stages', ${other}::uuid)`),
    ).rejects.toThrow()
  })

  test('of units that do not exist are not found', async () => {
    await expect(regionFigures.execute(ministry, { code: '99' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(regionFigures.execute(ministry, { code: 'PL' })).rejects.toMatchObject({ code: 'notFound' })
  })
})
