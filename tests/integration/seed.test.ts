import { beforeAll, describe, expect, test } from 'vitest'
import { listLines } from '@/lib/baskets'
import { checkNip, checkPesel, checkRegon } from '@/lib/identifiers'
import { freeze } from '@/lib/platform/clock'
import { open } from '@/lib/platform/crypto'
import { readJoining } from '@/lib/teams'
import { demoPeople, seedDemo, seedReference } from '@/prisma/seed'
import { idOf } from '@/prisma/seed/demo/world'
import { demoAccounts } from '@/prisma/seed/demo-people'
import { broken, openWithCoordinator } from '@/tests/support/broken-rules'
import { asOwner, databaseUrl, useDatabase } from '@/tests/support/database'
import { actorOf } from '@/tests/support/world'

useDatabase()

/** Noon of a Wednesday in Warsaw. */
const now = new Date('2026-11-25T11:00:00Z')

const count = async (sql: string): Promise<number> => {
  const { rows } = await asOwner().query<{ n: number }>(`select count(*)::int as n from ${sql}`)
  return rows[0]?.n ?? -1
}

beforeAll(async () => {
  await seedDemo(databaseUrl(), now)
})

describe('reference data', () => {
  test('holds the whole country and the closed lists', async () => {
    expect(await count(`territory_unit where level = 'wojewodztwo'`)).toBe(16)
    expect(await count(`territory_unit where level = 'powiat'`)).toBe(380)
    expect(await count(`territory_unit where level = 'gmina'`)).toBe(2479)
    expect(await count(`territory_unit where level = 'powiat' and city_powiat`)).toBe(66)
    expect(await count('service_type')).toBe(125)
    expect(await count('need_type')).toBe(31)
    expect(await count('area_type')).toBe(11)
    expect(await count('model_variant')).toBe(3)
    expect(await count(`institution_kind where gpzk_role <> 'poza_zespolem'`)).toBe(80)
    expect(
      await count(`territory_unit where code = '1816122' and name = 'Świlcza' and name_folded = 'swilcza'`),
    ).toBe(1)
  })

  test('is loaded once', async () => {
    expect(await seedReference(databaseUrl())).toBe('unchanged')
  })
})

describe('the demo', () => {
  test('shows an invitation that waits, a child who turns eighteen, and a procedure beside the cooperation', async () => {
    const { rows } = await asOwner().query(
      `select (select count(*) > 0 from case_participant p join institution i on i.id = p.institution_id
                 where i.name = 'Szkoła Podstawowa w Świlczy' and p.accepted is null and p.ends_on is null) as invited,
              (select count(*)::int from app.consents_that_end(null) where not over) as eighteen,
              (select count(*)::int from nk_flag where kind = 'suspected' and route = 'parallel') as parallel`,
    )
    expect(rows).toEqual([{ invited: true, eighteen: 1, parallel: 1 }])
  })

  test('shows a family offered from another gmina, one that is on its way, and one that comes back', async () => {
    const { rows } = await asOwner().query(
      `select (select array_agg(x.status || ' ' || t.name order by x.status) from case_transfer x join team t on t.id = x.to_team_id) as moves,
              (select count(*)::int from app.person_twins($1, array[$2::uuid]) t where t.how = 'name') as returned`,
      [idOf('institution', 'gops_swilcza'), idOf('person', 'swilcza-2', 'returned')],
    )
    expect(rows).toEqual([
      {
        moves: [
          'accepted Partnerski Zespół Kooperacji w gminie Trzebownisko',
          'offered Partnerski Zespół Kooperacji w gminie Świlcza',
        ],
        returned: 1,
      },
    ])
  })

  test('rings the bell of the people who have something to do, and leads nobody to what is not theirs', async () => {
    const { rows } = await asOwner().query<{ email: string; kinds: string }>(
      `select u.email, string_agg(distinct n.kind, ' ' order by n.kind) as kinds
       from notification n join user_account u on u.id = n.user_id
       where n.read_at is null and u.email like '%@demo.example' group by 1`,
    )
    const unread = new Map(rows.map(({ email, kinds }) => [email, kinds.split(' ')]))
    expect(unread.get('nauczycielka@demo.example')).toContain('line.asked')
    expect(unread.get('kierowniczka.gops@demo.example')).toContain('case.proposed')
    expect(unread.get('koordynatorka.zespolu@demo.example')).toContain('case.referred')
    expect(unread.get('koordynatorka.rodziny@demo.example')).toContain('line.asked')
    expect(unread.get('kierowniczka.sokoly@demo.example')).toContain('team.joiningProposed')
    expect(
      await count(`notification n where not exists (
        select from employment e where e.user_id = n.user_id and e.institution_id = n.institution_id)`),
    ).toBe(0)
    expect(await count('notification where read_at < created_at')).toBe(0)
  })

  test('lists every role that a demo person holds now, and none that she does not', async () => {
    const { rows } = await asOwner().query<{ email: string; roles: string[] }>(
      `select u.email, array_agg(distinct r.role::text) as roles
       from role_assignment r join user_account u on u.id = r.user_id
       where r.ended_at is null and r.starts_on <= $1 and (r.ends_on is null or r.ends_on >= $1) group by 1`,
      ['2026-11-25'],
    )
    const held = new Map(rows.map(({ email, roles }) => [email, roles]))
    for (const { email, role, roles } of demoPeople) {
      expect(roles[0]).toBe(role)
      expect([email, ...[...roles].sort()]).toEqual([email, ...(held.get(email) ?? []).sort()])
    }
  })

  test('has what the sign-in page promises', async () => {
    expect(demoPeople).toHaveLength(21)
    expect(new Set(demoPeople.map((person) => person.role)).size).toBe(17)
    expect(await count('credential')).toBe(21)
    for (const account of demoAccounts)
      expect(
        await count(
          `role_assignment r join user_account u on u.id = r.user_id
           where u.email = '${account.login}@demo.example' and r.role = '${account.role}'
             and r.ended_at is null and r.starts_on <= '2026-11-25' and (r.ends_on is null or r.ends_on >= '2026-11-25')`,
        ),
        account.login,
      ).toBeGreaterThan(0)
  })

  test('is of the promised size, all of it marked as a sample', async () => {
    expect(await count('institution')).toBe(81)
    expect(await count('institution where is_sample')).toBe(81)
    expect(await count('team where is_sample')).toBe(13)
    expect(await count('family_case')).toBe(1560)
    expect(await count('family_case where is_sample')).toBe(1560)
    expect(await count('user_account where not is_sample')).toBe(0)
    expect(await count('person where not is_sample')).toBe(0)
    const { rows } = await asOwner().query(
      `select status, count(*)::int as n from team group by 1 order by 1`,
    )
    expect(rows).toEqual([
      { status: 'initiated', n: 1 },
      { status: 'agreement', n: 1 },
      { status: 'active', n: 9 },
      { status: 'suspended', n: 1 },
      { status: 'dissolved', n: 1 },
    ])
  })

  test('has its sixty deep cases in every stage', async () => {
    const { rows } = await asOwner().query(
      `select c.status, count(*)::int as n from family_case c
       where exists (select from referral r where r.case_id = c.id) or c.status = 'erased' group by 1 order by 1`,
    )
    expect(rows).toEqual([
      { status: 'submitted', n: 4 },
      { status: 'screening', n: 4 },
      { status: 'qualified', n: 3 },
      { status: 'rejected', n: 2 },
      { status: 'redirected', n: 2 },
      { status: 'awaitingConsent', n: 5 },
      { status: 'diagnosis', n: 6 },
      { status: 'planning', n: 5 },
      { status: 'planApproval', n: 5 },
      { status: 'inProgress', n: 11 },
      { status: 'suspended', n: 2 },
      { status: 'evaluation', n: 3 },
      { status: 'closed', n: 6 },
      { status: 'archived', n: 1 },
      { status: 'erased', n: 1 },
    ])
  })

  test('is not laid twice', async () => {
    expect(await seedDemo(databaseUrl(), now)).toBe('unchanged')
    expect(await count('family_case')).toBe(1560)
  })

  test('carries numbers that pass their checks, sealed with the key of the installation', async () => {
    const institutions = await asOwner().query<{ nip: string | null; regon: string | null }>(
      'select nip, regon from institution',
    )
    for (const { nip, regon } of institutions.rows) {
      if (nip) expect(checkNip(nip).ok).toBe(true)
      if (regon) expect(checkRegon(regon).ok).toBe(true)
    }
    const people = await asOwner().query<{ pesel_sealed: string; born: string }>(
      `select pesel_sealed, born_on::text as born from person_identity where pesel_sealed is not null`,
    )
    expect(people.rows.length).toBeGreaterThan(120)
    for (const { pesel_sealed, born } of people.rows) {
      const pesel = checkPesel(open(pesel_sealed, 'pesel'))
      expect(pesel.ok && pesel.value.birthOn).toBe(born)
    }
  })
})

describe('the demo keeps every rule of the domain: nowhere', () => {
  test.each(Object.entries(broken))('%s', async (_, sql) => {
    expect(await count(sql)).toBe(0)
  })
})

describe('one basket has something to say of each kind', () => {
  test('to the coordinator of the family; one of them is settled and the contradiction holds its drafts', async () => {
    freeze('2026-11-25T11:00:00Z')
    const { rows } = await asOwner().query<{ id: string; inst: string }>(
      `select u.id, e.institution_id as inst from user_account u join employment e on e.user_id = u.id
       where u.email = 'koordynatorka.rodziny@demo.example'`,
    )
    const marta = await actorOf(rows[0]?.id ?? '', rows[0]?.inst ?? '')
    const basket = await listLines.execute(marta, { caseId: idOf('case', 'swilcza-13') })
    const told = new Set(
      basket.warnings.map((w) => `${w.kind}${w.settlement ? ' settled' : w.blocking ? ' !' : ''}`),
    )
    expect([...told].sort()).toEqual([
      'clash',
      'farAWeek',
      'opposite !',
      'opposite settled',
      'overburdened',
      'tooClose',
      'travel',
    ])
    expect(basket.drafts).toEqual({ ready: 4, held: 1 })
  })
})

describe('first pages show something real', () => {
  test('the teacher has services that wait for an answer, one of them overdue', async () => {
    const own = `basket_line l join user_account u on u.id = l.responsible_user_id where u.email = 'nauczycielka@demo.example'`
    expect(await count(`${own} and l.status = 'proposed'`)).toBeGreaterThanOrEqual(2)
    expect(
      await count(`${own} and l.status = 'proposed' and l.answer_due_on < '2026-11-25'`),
    ).toBeGreaterThanOrEqual(1)
    expect(await count(`${own} and l.status = 'inProgress'`)).toBeGreaterThanOrEqual(1)
  })

  test('the head of a centre is asked whether its two teams become one', async () => {
    freeze('2026-11-25T11:00:00Z')
    const { rows } = await asOwner().query<{ id: string; inst: string }>(
      `select u.id, e.institution_id as inst from user_account u join employment e on e.user_id = u.id
       where u.email = 'kierowniczka.sokoly@demo.example'`,
    )
    const leader = await actorOf(rows[0]?.id ?? '', rows[0]?.inst ?? '')
    const { proposal, plan } = await readJoining.execute(leader, { teamId: idOf('team', 'sokoly') })
    expect(proposal).toMatchObject({
      by: 'Witold Kosakowski',
      asked: true,
      waits: expect.arrayContaining([
        { ends: true, role: 'lider_gminny' },
        { ends: false, role: 'lider_gminny' },
      ]),
    })
    expect(proposal?.waits).toHaveLength(2)
    expect([plan?.refusal, plan?.cases]).toEqual([null, { open: 0, over: 0 }])
    expect(plan?.parties.filter(({ fate }) => fate === 'accedes').map(({ name }) => name)).toEqual([
      'Stowarzyszenie „Mazowsze Wysokie” w Szepietowie',
    ])
  })

  test('the family coordinator has late cases', async () => {
    expect(
      await count(
        `family_case c join role_assignment r on r.case_id = c.id join user_account u on u.id = r.user_id
         where u.email = 'koordynatorka.rodziny@demo.example' and c.status in ${openWithCoordinator} and c.due_on < '2026-11-25'`,
      ),
    ).toBeGreaterThanOrEqual(1)
  })

  test('an agreement expires soon, an answer of a team waits too long', async () => {
    expect(await count(`team where agreement_to between '2026-11-25' and '2027-01-24'`)).toBe(1)
    expect(await count(`team where status = 'agreement' and agreement_sent_at < '2026-09-26'`)).toBe(1)
  })

  test('families tell of contacts, shown to others in full, in a summary or only as existing, and never above consent', async () => {
    expect(await count(`note where kind <> 'note'`)).toBeGreaterThanOrEqual(30)
    expect(await count(`note_summary where participation is not null`)).toBeGreaterThanOrEqual(5)
    const { rows } = await asOwner().query<{ level: string }>(
      'select distinct level::text from note_disclosure order by 1',
    )
    expect(rows.map((r) => r.level)).toEqual(['exists', 'summary'])
    const above = `note_disclosure d join note n on n.id = d.note_id
      where not app.persons_granted(d.institution_id, n.case_id, n.person_ids, n.category)`
    expect(await count(above)).toBe(0)
    // a profession bound to secrecy wrote no word, also in the demo
    const words = `note_text t join note n on n.id = t.note_id join employment e on e.user_id = n.author_id
      where e.professional_secrecy and e.institution_id = n.author_institution_id`
    expect(await count(words)).toBe(0)
  })
})
