import { Client } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { accessLog } from '@/lib/audit'
import { endedServices, listMyServices } from '@/lib/baskets'
import { powiatWork, teamBoard } from '@/lib/board'
import { familyTeam, listCases, readCase } from '@/lib/cases'
import { countUnread, listNotifications } from '@/lib/notifications'
import { asActor, disconnect } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { listReferrals } from '@/lib/referrals'
import { search } from '@/lib/search'
import { readHistory } from '@/lib/story'
import { crowdId, makeCrowd } from '@/tests/support/crowd'
import { asOwner, databaseUrl, useDatabase } from '@/tests/support/database'
import { storyOf } from '@/tests/support/story'
import { actorOf } from '@/tests/support/world'

useDatabase()

/** Tables that hold a row for each case, or for each thing of a case: here a sequential scan reads the whole country. */
const tenantTables = [
  'family_case',
  'family',
  'person',
  'family_member',
  'case_person',
  'case_participant',
  'case_grant',
  'case_transition',
  'need',
  'basket_line',
  'line_beneficiary',
  'line_need',
  'line_transition',
  'service_delivery',
  'audit_event',
  'referral',
  'notification',
  'role_assignment',
  'team_member',
]

let coordinator: Actor
let leader: Actor
let worker: Actor
let counsellor: Actor
let director: Actor
let teacher: Actor
let head: Actor
let officer: Actor

beforeAll(async () => {
  await makeCrowd(asOwner(), 20_000)
  coordinator = await actorOf(crowdId('coordinator', 7), crowdId('ops', 7))
  leader = await actorOf(crowdId('leader', 7), crowdId('ops', 7))
  worker = await actorOf(crowdId('worker', 7), crowdId('ops', 7))
  counsellor = await actorOf(crowdId('counsellor', 0), crowdId('pcpr', 0))
  director = await actorOf(crowdId('director', 0), crowdId('pcpr', 0))
  teacher = await actorOf(crowdId('teacher', 7), crowdId('szkola_podstawowa', 7))
  officer = await actorOf(crowdId('officer', 7), crowdId('ops', 7))
  head = await actorOf(crowdId('head', 7), crowdId('szkola_podstawowa', 7))
}, 120_000)

const scans = async (): Promise<Map<string, number>> => {
  // The backend that worked hands in its counts when it ends.
  await disconnect()
  await asOwner().query('select pg_sleep(0.1), pg_stat_clear_snapshot()')
  const { rows } = await asOwner().query<{ relname: string; seq_scan: string }>(
    'select relname, seq_scan from pg_stat_user_tables where relname = any ($1)',
    [tenantTables],
  )
  return new Map(rows.map((row) => [row.relname, Number(row.seq_scan)]))
}

/** Tables that this work read from end to end, also inside the definer functions of the policies. */
const scannedBy = async (work: () => Promise<unknown>): Promise<string[]> => {
  const before = await scans()
  await work()
  const after = await scans()
  return tenantTables.filter((table) => (after.get(table) ?? 0) > (before.get(table) ?? 0))
}

describe('20,000 cases: the hot pages read no table from end to end', () => {
  const lists = {
    'team coordinator': () => coordinator,
    leader: () => leader,
    'family coordinator': () => worker,
    'PCPR specialist': () => counsellor,
    'director of a PCPR': () => director,
  }
  test.each(Object.entries(lists))('own list of a %s', async (_, who) => {
    let found = 0
    expect(
      await scannedBy(async () => {
        found = (await listCases.execute(who(), { stage: 'open', order: 'changed' })).rows.length
      }),
    ).toEqual([])
    expect(found).toBeGreaterThan(0)
  })

  test('own list, found by the name of a family', async () => {
    let found: string[] = []
    expect(
      await scannedBy(async () => {
        const { rows } = await listCases.execute(worker, { q: '704 Rodzina', stage: 'all', order: 'changed' })
        found = rows.map(({ id }) => id)
      }),
    ).toEqual([])
    expect(found).toEqual([crowdId('case', 704)])
  })

  test('the board of a team', async () => {
    const { rows } = await asOwner().query<{ team_id: string }>(
      'select team_id from family_case where owner_institution_id = $1 limit 1',
      [crowdId('ops', 7)],
    )
    for (const who of [leader, coordinator]) {
      let open = 0
      expect(
        await scannedBy(async () => {
          open = (await teamBoard.execute(who, { teamId: rows[0]?.team_id ?? '' })).open
        }),
      ).toEqual([])
      expect(open).toBeGreaterThan(0)
    }
  })

  test('the work list of a powiat', async () => {
    let cases = 0
    expect(
      await scannedBy(async () => {
        cases = (await powiatWork.execute(director, {})).cases
      }),
    ).toEqual([])
    expect(cases).toBeGreaterThan(0)
  })

  const providers = { teacher: () => teacher, 'head of a school': () => head }
  test.each(Object.entries(providers))('services of a %s, also those that ended', async (_, who) => {
    expect(await scannedBy(() => listMyServices.execute(who(), {}))).toEqual([])
    expect(await scannedBy(() => endedServices.execute(who(), { cursor: null }))).toEqual([])
  })

  const searchers = {
    'team coordinator': () => coordinator,
    'family coordinator': () => worker,
    'PCPR specialist': () => counsellor,
    teacher: () => teacher,
  }
  const searched = { 'a name': 'probna 704', 'a number of a case': '1816122/2020/704', 'two letters': 'ma' }
  describe.each(Object.entries(searchers))('search of a %s', (_, who) => {
    test.each(Object.entries(searched))('by %s', async (__, q) => {
      expect(await scannedBy(() => search.execute(who(), { q }))).toEqual([])
    })
  })

  test('a search finds the family by its name and by its number', async () => {
    for (const q of ['probna 704', '1816122/2020/704'])
      expect((await search.execute(worker, { q })).cases.map(({ id }) => id)).toEqual([crowdId('case', 704)])
  })

  test('the bell and what it holds', async () => {
    let unread = 0
    let told = 0
    expect(
      await scannedBy(async () => {
        unread = await countUnread.execute(worker, {})
        told = (await listNotifications.execute(worker, { onlyUnread: false, cursor: null })).rows.length
      }),
    ).toEqual([])
    expect([unread, told]).toEqual([5, 30])
  })

  const everything = { kind: 'all', number: null, who: null, from: null, to: null, cursor: null } as const
  const asked = {
    'newest first': {},
    'of one case': { number: '1816122/2020/704' },
    'of one person': { who: 'worker' },
    'of one week': { from: '2026-11-01', to: '2026-11-07' },
  }
  describe.each([
    ['officer', () => officer],
    ['leader', () => leader],
  ] as const)('access log of the %s', (_, who) => {
    test.each(Object.entries(asked))('%s', async (__, filter) => {
      let rows = 0
      expect(
        await scannedBy(async () => {
          rows = (await accessLog.execute(who(), { ...everything, ...filter })).rows.length
        }),
      ).toEqual([])
      if (!('from' in filter)) expect(rows).toBeGreaterThan(0)
    })
  })

  test.each(Object.entries({ 'family coordinator': () => worker, 'head of a school': () => head }))(
    'referrals of a %s',
    async (_, who) => {
      let sent = 0
      expect(
        await scannedBy(async () => {
          sent = (await listReferrals.execute(who(), {})).sent.length
        }),
      ).toEqual([])
      expect(sent).toBeGreaterThan(0)
    },
  )

  test('the folder of a case with its history and family team', async () => {
    const caseId = crowdId('case', 704)
    expect(
      await scannedBy(async () => {
        await readCase.execute(worker, { caseId })
        await readHistory.execute(worker, storyOf(caseId))
        await familyTeam.execute(worker, { caseId })
      }),
    ).toEqual([])
  })

  test('persons, needs, basket lines and deliveries of a case', async () => {
    const caseId = crowdId('case', 704)
    expect(
      await scannedBy(() =>
        asActor(worker, async (tx) => {
          const lines = await tx.basketLine.findMany({
            where: { caseId },
            include: { beneficiaries: true, needs: true, deliveries: true },
          })
          expect(lines).toHaveLength(3)
          expect(await tx.need.findMany({ where: { caseId } })).toHaveLength(2)
          expect(await tx.casePerson.findMany({ where: { caseId }, include: { person: true } })).toHaveLength(
            2,
          )
        }),
      ),
    ).toEqual([])
  })

  test('a table that is read from end to end is seen, so that the tests above can fail', async () => {
    const work = async () => {
      const client = new Client({ connectionString: databaseUrl() })
      await client.connect()
      await client.query('select count(due_on) from family_case')
      await client.end()
    }
    expect(await scannedBy(work)).toContain('family_case')
  })
})

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Parent Relationship'?: string
  'Actual Loops': number
  Plans?: Node[]
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

const plan = (actor: Actor, sql: string): Promise<Node[]> =>
  asActor(actor, async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ 'QUERY PLAN': { Plan: Node }[] }[]>(
      `explain (analyze, format json) ${sql}`,
    )
    const root = row?.['QUERY PLAN'][0]?.Plan
    if (!root) throw new Error('no plan')
    return nodesOf(root)
  })

describe('policies cost one evaluation a query, not one a row', () => {
  const queries = {
    'cases by last change': 'select id, number from family_case order by updated_at desc, id desc limit 50',
    'count of own cases': 'select count(*) from family_case',
    'lines of the own institution': `select id from basket_line where provider_institution_id = app.institution_id() limit 50`,
    persons: 'select id from person limit 50',
    'what one was told': 'select id from notification order by created_at desc limit 30',
    'referrals by last change': 'select id from referral order by updated_at desc limit 50',
    'the access log': 'select id from audit_event order by at desc limit 100',
    'parties of teams': 'select id from team_member limit 50',
    roles: 'select id from role_assignment limit 50',
  }
  test.each(Object.entries(queries))('%s', async (_, sql) => {
    for (const actor of [coordinator, worker, counsellor, teacher, officer]) {
      const nodes = await plan(actor, sql)
      const once = nodes.filter((node) => node['Parent Relationship'] === 'InitPlan')
      expect(once.length).toBeGreaterThan(0)
      // An InitPlan that nobody asked for is not run at all.
      for (const node of once) expect(node['Actual Loops']).toBeLessThanOrEqual(1)
      expect(
        nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']),
      ).toEqual([])
    }
  })
})
