import { describe, expect, it } from 'vitest'
import { asOwner, useDatabase } from '@/tests/support/database'

useDatabase()

/** Tables without row-level security, each with its reason. */
const exceptions: Record<string, string> = {
  _prisma_migrations: 'kept by the migrator; the app role is granted nothing on it',
  territory_unit: 'public register of GUS',
  territory_import: 'what an import of that register changed; no person',
  institution_kind: 'public dictionary',
  service_type: 'public dictionary',
  need_type: 'public dictionary',
  need_service: 'public dictionary',
  area_type: 'public dictionary',
  model_variant: 'public dictionary',
  dictionary_entry: 'public dictionary',
}

/** Tables of which the app's role may not even ask. */
const closed = [
  '_prisma_migrations',
  'credential',
  'installation',
  'line_link_secret',
  'password_reset',
  'sign_in_attempt',
  'user_session',
]

describe('every table', () => {
  it('that is not on the list of exceptions has row-level security enabled and forced', async () => {
    const { rows } = await asOwner().query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
         and not (relrowsecurity and relforcerowsecurity) order by relname`,
    )
    expect(rows.map((r) => r.relname)).toEqual(Object.keys(exceptions).sort())
  })

  it('has the policy of the owner, and one for the app wherever the app may ask', async () => {
    const { rows } = await asOwner().query<{ relname: string; policies: string[] }>(
      `select c.relname, coalesce(array_agg(p.polname::text) filter (where p.polname is not null), '{}') as policies
       from pg_class c left join pg_policy p on p.polrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity group by c.relname`,
    )
    const without = rows.filter((r) => !r.policies.includes('owner_all')).map((r) => r.relname)
    const alone = rows
      .filter((r) => r.policies.length < 2 && !closed.includes(r.relname))
      .map((r) => r.relname)
    expect({ without, alone }).toEqual({ without: [], alone: [] })
  })

  it('is closed to everybody but owner and app: nothing is granted to PUBLIC', async () => {
    const { rows } = await asOwner().query(
      `select table_name from information_schema.role_table_grants where grantee = 'PUBLIC' and table_schema = 'public'`,
    )
    expect(rows).toEqual([])
  })
})

describe('the role of the app', () => {
  it('is neither superuser nor owner, cannot bypass row-level security and is a member of nobody', async () => {
    const role = new URL(process.env.DATABASE_URL ?? '').username
    const { rows } = await asOwner().query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              exists (select from pg_auth_members m where m.member = r.oid) as member,
              exists (select from pg_class c where c.relowner = r.oid) as owns
       from pg_roles r where rolname = $1`,
      [role],
    )
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        member: false,
        owns: false,
      },
    ])
  })

  it('may not touch the closed tables and may not change what is append-only', async () => {
    const role = new URL(process.env.DATABASE_URL ?? '').username
    const { rows } = await asOwner().query<{ relname: string; may: string }>(
      `select c.relname, array_to_string(array(
         select p from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
         where has_table_privilege($1, c.oid, p)), ' ') as may
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = any ($2) order by 1`,
      [role, [...closed, 'audit_event', 'case_transition', 'case_grant', 'line_link']],
    )
    expect(Object.fromEntries(rows.map((r) => [r.relname, r.may]))).toEqual({
      _prisma_migrations: '',
      audit_event: 'SELECT INSERT',
      case_grant: 'SELECT',
      case_transition: 'SELECT INSERT',
      credential: '',
      installation: '',
      line_link: 'SELECT',
      line_link_secret: '',
      password_reset: '',
      sign_in_attempt: '',
      user_session: '',
    })
  })
})

describe('definer functions', () => {
  it('all have a fixed search_path', async () => {
    const { rows } = await asOwner().query(
      `select proname from pg_proc where pronamespace = 'app'::regnamespace and prosecdef
         and not coalesce(proconfig::text like '%search_path=%', false)`,
    )
    expect(rows).toEqual([])
  })

  it('ask a set of ids once a query, never once a row', async () => {
    const { rows } = await asOwner().query(
      String.raw`select proname from pg_proc where pronamespace = 'app'::regnamespace
         and prosrc ~ '\many\s*\(\s*app\.(\w+_ids\(\)|my_region_codes)'`,
    )
    expect(rows).toEqual([])
  })
})
