import { addCalendarDays } from '@/lib/calendar'
import { fold } from '@/lib/format/fold'
import type { DemoInstitution } from '@/prisma/seed/demo/institutions'
import jobs from '@/prisma/seed/demo/jobs.json'
import names from '@/prisma/seed/demo/names.json'
import { idOf, type World } from '@/prisma/seed/demo/world'
import { demoAccounts } from '@/prisma/seed/demo-people'

/** Who works in an institution. `desk` are the people who do the daily work, the head not among them. */
export type Staff = {
  readonly institution: DemoInstitution
  readonly head: string
  readonly headName: string
  /** Only a centre that leads a team has them. */
  readonly coordinator: string
  readonly socialWorkers: readonly string[]
  readonly assistant: string
  readonly desk: readonly string[]
}

type Person = {
  readonly given: string
  readonly family: string
  readonly email: string
  readonly jobTitle: string
}

const heads: Readonly<Record<string, string>> = jobs.heads
const workers: Readonly<Record<string, string>> = jobs.workers

const invent = (world: World, email: string, jobTitle: string): Person => {
  const [man = '', woman = ''] = world.random.pick(names.staff)
  return world.random.chance(0.75)
    ? { given: world.random.pick(names.women), family: woman, email, jobTitle }
    : { given: world.random.pick(names.men), family: man, email, jobTitle }
}

/** The account, the employment and the acknowledged named authorisation (UPS art. 100; GDPR art. 29). */
const hire = (
  world: World,
  person: Person,
  employer: string,
  authorisedAt: string,
  authorisedFor?: number,
): string => {
  const id = idOf('user', person.email)
  const since = world.daysAgo(world.random.int(1500, 2400))
  world.add('user_account', {
    id,
    email: person.email,
    given_name: person.given,
    family_name: person.family,
    name_folded: fold(`${person.given} ${person.family}`),
    address: person.given.endsWith('a') ? 'pani' : 'pan',
    phone: `+48600${world.random.digits(6)}`,
    is_sample: true,
  })
  world.add('employment', {
    id: idOf('employment', person.email, employer),
    user_id: id,
    institution_id: employer,
    job_title: person.jobTitle,
    starts_on: since,
    // R13: psychologists and therapists of the demo write participation and recommendation, never content
    professional_secrecy: /psycholo|terapeut/u.test(person.jobTitle),
  })
  world.add('authorisation', {
    id: idOf('authorisation', person.email, authorisedAt),
    user_id: id,
    institution_id: authorisedAt,
    scope: 'Dane osób i rodzin objętych współpracą, w zakresie wykonywanych zadań',
    valid_from: since,
    valid_to: authorisedFor === undefined ? null : addCalendarDays(world.today, authorisedFor),
    acknowledged_at: world.at(since),
    confidentiality_at: world.at(since),
  })
  return id
}

const isCentre = (kind: string) => kind === 'ops' || kind === 'mopr'

const deskSize = (kind: string): number =>
  kind === 'rada_gminy' || kind === 'operator' || kind === 'ministerstwo' ? 0 : isCentre(kind) ? 4 : 2

const accountOf = (key: string, role: string) =>
  demoAccounts.filter((account) => account.institutionKey === key && account.role === role)

/** The demo persons where they belong, invented samples everywhere else. */
const staffOf = (world: World, institution: DemoInstitution, auditOffice: string): Staff => {
  const { id, key, kind } = institution
  const own = demoAccounts.filter((account) => account.institutionKey === key)
  const hired = new Map(
    own.map((account) => {
      const person = { ...account, email: `${account.login}@demo.example` }
      return [account.login, hire(world, person, account.role === 'audytor' ? auditOffice : id, id)]
    }),
  )
  const of = (role: string): string[] =>
    accountOf(key, role).flatMap((account) => hired.get(account.login) ?? [])
  const sample = (position: string, title: string, authorisedFor?: number) =>
    hire(
      world,
      invent(world, `${key.replaceAll('_', '.')}.${position}@demo.example`, title),
      id,
      id,
      authorisedFor,
    )

  const headAccount = own.find((account) => account.head)
  // not drawn, but the numbers after it stay what they were
  if (headAccount?.late) invent(world, '', '')
  const headPerson =
    headAccount ??
    invent(world, `${key.replaceAll('_', '.')}.kierownik@demo.example`, heads[kind] ?? 'dyrektor')
  const head = headAccount
    ? (hired.get(headAccount.login) ?? '')
    : hire(world, { ...headPerson, email: `${key.replaceAll('_', '.')}.kierownik@demo.example` }, id, id)
  const invented = Array.from({ length: deskSize(kind) }, (_, n) =>
    // one authorisation of a centre is about to end, so that its head sees what to renew
    sample(`pracownik${n + 1}`, workers[kind] ?? 'specjalista', isCentre(kind) && n === 3 ? 20 : undefined),
  )
  const known = [...of('wykonawca'), ...of('specjalista')]
  return {
    institution,
    head,
    headName: `${headPerson.given} ${headPerson.family}`,
    coordinator: of('koordynator_zespolu')[0] ?? invented[0] ?? head,
    socialWorkers: [...of('koordynator_rodziny'), ...invented.slice(1, 3)],
    assistant: of('asystent_rodziny')[0] ?? invented[3] ?? head,
    desk: isCentre(kind) ? invented : [...known, ...invented],
  }
}

/** Everybody who works with the product in the demo, by the key of the institution. */
export const addPeople = (
  world: World,
  institutions: ReadonlyMap<string, DemoInstitution>,
): ReadonlyMap<string, Staff> => {
  const auditOffice = institutions.get('uw_rzeszow')?.id ?? ''
  const staff = [...institutions.values()].map((institution) => staffOf(world, institution, auditOffice))
  return new Map(staff.map((one) => [one.institution.key, one]))
}

/** Sign-in for the demo persons alone: the invented samples have no password. */
export const addCredentials = (world: World, passwordHash: string): void =>
  world.add(
    'credential',
    ...demoAccounts.map((account) => ({
      user_id: idOf('user', `${account.login}@demo.example`),
      password_hash: passwordHash,
    })),
  )
