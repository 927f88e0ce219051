import { beforeAll, describe, expect, test } from 'vitest'
import { listLines } from '@/lib/baskets'
import { checkNip, checkPesel, checkRegon } from '@/lib/identifiers'
import { freeze } from '@/lib/platform/clock'
import { open } from '@/lib/platform/crypto'
import { demoPeople, seedDemo, seedReference } from '@/prisma/seed'
import { idOf } from '@/prisma/seed/demo/world'
import { demoAccounts } from '@/prisma/seed/demo-people'
import { asOwner, databaseUrl, useDatabase } from '@/tests/support/database'
import { actorOf } from '@/tests/support/world'

useDatabase()

/** Noon of a Wednesday in Warsaw. */
const now = new Date('2026-11-25T11:00:00Z')
const openWithCoordinator = `('awaitingConsent', 'diagnosis', 'planning', 'planApproval', 'inProgress', 'suspended', 'evaluation')`

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
    expect(demoPeople).toHaveLength(20)
    expect(new Set(demoPeople.map((person) => person.role)).size).toBe(17)
    expect(await count('credential')).toBe(20)
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
    expect(await count('institution')).toBe(80)
    expect(await count('institution where is_sample')).toBe(80)
    expect(await count('team where is_sample')).toBe(12)
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
      { status: 'active', n: 8 },
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

/** Each of these finds cases that break a rule of the domain; none may be found. */
const broken: Readonly<Record<string, string>> = {
  'an open case without exactly one family coordinator (5.3.8)': `family_case c where status in ${openWithCoordinator}
    and (select count(*) from role_assignment r where r.case_id = c.id and r.role = 'koordynator_rodziny' and r.ended_at is null) <> 1`,
  'a case outside a team that was ever active': `family_case c join team t on t.id = c.team_id where t.activated_on is null`,
  'a number that is not gmina/year/sequence': `family_case where number <> gmina_code || '/' || year || '/' || sequence
    or year <> extract(year from opened_on)`,
  'a person in diagnosis or later whose consent is missing (4.2 row 6)': `family_case c join case_person p on p.case_id = c.id
    where c.status in ('diagnosis', 'planning', 'planApproval', 'inProgress', 'suspended', 'evaluation')
    and not exists (select from consent k where k.case_id = c.id and k.person_id = p.person_id and k.status = 'granted')`,
  'a child of parents in conflict without both signatures': `case_person p join family_case c on c.id = p.case_id
    where p.guardian_conflict and c.status in ('diagnosis', 'inProgress')
    and (select count(*) from consent k where k.case_id = c.id and k.person_id = p.person_id and k.status = 'granted') <> 2`,
  'a live grant without a live consent or basis': `case_grant g where g.ended_at is null
    and not exists (select from consent k where k.id = g.consent_id and k.status = 'granted')
    and not exists (select from legal_basis_record b where b.id = g.legal_basis_id and b.ended_at is null)`,
  'a granted scope without its grant': `consent_scope s join consent k on k.id = s.consent_id where s.granted and k.status = 'granted'
    and not exists (select from case_grant g where g.consent_id = k.id and g.institution_id = s.institution_id and g.category = s.category)`,
  'a family team of fewer than two institutions (4.2 row 6)': `family_case c
    where c.status in ('diagnosis', 'planning', 'planApproval', 'inProgress', 'suspended', 'evaluation')
    and (select count(distinct institution_id) from case_participant p where p.case_id = c.id) < 2`,
  'a provider that was no party of the agreement, without a justification (5.3.1)': `basket_line l
    where l.outside_agreement_reason is null and not exists (
    select from team_member m where m.team_id = l.team_id and m.institution_id = l.provider_institution_id and m.signed_on <= l.starts_on)`,
  'a line from outside the agreement whose provider is not invited and consented to, or an example of none': `(
    select count(*) as n from basket_line l where l.outside_agreement_reason is not null
      and app.case_open(l.provider_institution_id, l.case_id)
      and exists (select from case_participant p where p.case_id = l.case_id and p.institution_id = l.provider_institution_id)) seen
    where seen.n <> 1`,
  'the same service for the same person twice (5.3.2)': `basket_line a join line_beneficiary x on x.line_id = a.id
    join line_beneficiary y on y.person_id = x.person_id and y.line_id <> x.line_id join basket_line b on b.id = y.line_id
    where a.case_id = b.case_id and a.service_key = b.service_key and a.status not in ('declined', 'cancelled')
      and b.status not in ('declined', 'cancelled') and a.starts_on <= b.ends_on and b.starts_on <= a.ends_on`,
  'a line outside its plan, a plan outside the agreement (5.3.4)': `plan p join family_case c on c.id = p.case_id join team t on t.id = c.team_id
    left join plan_line pl on pl.plan_id = p.id left join basket_line l on l.id = pl.line_id
    where p.ends_on > t.agreement_to or p.starts_on < t.agreement_from or l.starts_on < p.starts_on or l.ends_on > p.ends_on`,
  'a running line without a plan in force (4.3)': `basket_line l where l.status = 'inProgress' and not exists (
    select from plan_line x join plan p on p.id = x.plan_id where x.line_id = l.id and p.status = 'inForce')`,
  'a benefit that started without its decision (4.3)': `basket_line l join service_type s on s.key = l.service_key
    where s.requires_decision and l.status in ('inProgress', 'delivered', 'partlyDelivered') and (l.decision_number is null or l.decision_on is null)`,
  'a goal without a line, a line of a goal without beneficiary (4.2 row 8)': `goal g left join line_goal lg on lg.goal_id = g.id
    left join basket_line l on l.id = lg.line_id
    where l.id is null or (not l.whole_environment and not exists (select from line_beneficiary b where b.line_id = l.id))`,
  'work without a signed plan in force (4.2 row 9)': `family_case c where c.status in ('inProgress', 'suspended')
    and exists (select from referral r where r.case_id = c.id)
    and not exists (select from plan p where p.case_id = c.id and p.status = 'inForce' and p.family_signed_on is not null and p.content_hash is not null)`,
  'an open line in a case that is evaluated or closed (4.2 row 12)': `basket_line l join family_case c on c.id = l.case_id
    where c.status in ('evaluation', 'closed', 'archived') and l.carried_on is null
      and l.status not in ('delivered', 'partlyDelivered', 'notDelivered', 'cancelled', 'declined')`,
  'a plan in force in a closed case': `plan p join family_case c on c.id = p.case_id
    where c.status in ('closed', 'archived', 'erased') and p.status in ('draft', 'approval', 'inForce')`,
  'a closed case with a goal or a line that was not evaluated (4.2 row 13)': `(select g.case_id from goal g where g.dropped_on is null and g.attainment is null
    union all select l.case_id from basket_line l where l.outcome is null and l.status in ('delivered', 'partlyDelivered', 'notDelivered')) x
    join family_case c on c.id = x.case_id where c.status = 'closed' and c.closing_reason_key = 'zakonczenie'`,
  'a person who is social worker and assistant at once (UWR art. 17)': `role_assignment a join role_assignment b on a.user_id = b.user_id
    where a.role = 'koordynator_rodziny' and b.role = 'asystent_rodziny'`,
  'a transition that does not begin where the last one ended': `(select from_status, lag(to_status) over (partition by case_id order by at, to_status) as before
    from case_transition) t where from_status is distinct from before`,
  'a case that is not where its history ends': `family_case c where status <> (
    select to_status from case_transition t where t.case_id = c.id order by at desc, to_status desc limit 1)`,
  'a stage that began before the one before it': `(select at, lag(at) over (partition by case_id order by to_status) as before
    from case_transition where to_status not in ('planning', 'rejected', 'redirected', 'suspended')) t where at < before`,
  'something that has not happened yet': `(select at from case_transition union all select at from line_transition union all select at from audit_event
    union all select delivered_on from service_delivery) t where at > '2026-11-25T11:00:00Z'`,
  'two active teams of one gmina and variant': `team a join team b on a.gmina_code = b.gmina_code and a.variant_key = b.variant_key and a.id <> b.id
    where a.status in ('active', 'suspended') and b.status in ('active', 'suspended')`,
  'a light case that keeps a person': `family_case c join case_person p on p.case_id = c.id where c.family_id is null`,
}

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
