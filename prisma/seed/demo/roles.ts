import { addCalendarDays } from '@/lib/calendar'
import type { RoleKey } from '@/lib/catalogue'
import type { Staff } from '@/prisma/seed/demo/people'
import type { DemoTeam } from '@/prisma/seed/demo/teams'
import { idOf, type World } from '@/prisma/seed/demo/world'

type Appointment = {
  readonly userId: string
  readonly institutionId: string
  readonly role: RoleKey
  readonly teamId?: string | null
  readonly caseId?: string | null
  readonly wojewodztwoCode?: string | null
  readonly startsOn?: string
  readonly endsOn?: string | null
  readonly endedAt?: string | null
}

/** One live (or ended) assignment; the same one twice is one. */
export const appoint = (world: World, appointment: Appointment): void => {
  const { userId, institutionId, role, teamId = null, caseId = null } = appointment
  const id = idOf('assignment', userId, institutionId, role, teamId ?? '', caseId ?? '')
  if (world.rows('role_assignment').some((row) => row.id === id)) return
  world.add('role_assignment', {
    id,
    user_id: userId,
    institution_id: institutionId,
    role,
    team_id: teamId,
    case_id: caseId,
    wojewodztwo_code: appointment.wojewodztwoCode ?? null,
    starts_on: appointment.startsOn ?? world.daysAgo(1400),
    ends_on: appointment.endsOn ?? null,
    ended_at: appointment.endedAt ?? null,
  })
}

const memberRoles = (world: World, team: DemoTeam, staff: Staff): void => {
  const { id: institutionId, kind } = staff.institution
  const { id: teamId } = team
  if (institutionId === team.lead.institution.id) {
    appoint(world, { userId: staff.head, institutionId, role: 'lider_gminny', teamId })
    // somebody answers for the centre's own services too
    appoint(world, { userId: staff.head, institutionId, role: 'decydent' })
    appoint(world, { userId: staff.coordinator, institutionId, role: 'koordynator_zespolu', teamId })
    for (const userId of staff.socialWorkers)
      appoint(world, { userId, institutionId, role: 'koordynator_rodziny' })
    const deputy = staff.socialWorkers[0]
    if (team.key === 'trzebownisko' && deputy)
      appoint(world, {
        userId: deputy,
        institutionId,
        role: 'koordynator_zespolu',
        teamId,
        startsOn: world.daysAgo(3),
        endsOn: addCalendarDays(world.today, 18),
      })
    appoint(world, { userId: staff.assistant, institutionId, role: 'asystent_rodziny' })
    // In a city with powiat rights one centre is both levels, and a second person leads the powiat's part.
    const second = staff.desk[3]
    if (kind === 'mopr' && second)
      appoint(world, { userId: second, institutionId, role: 'lider_powiatowy', teamId })
    return
  }
  if (kind === 'pcpr') appoint(world, { userId: staff.head, institutionId, role: 'lider_powiatowy', teamId })
  else if (kind === 'rada_gminy') appoint(world, { userId: staff.head, institutionId, role: 'radny' })
  else appoint(world, { userId: staff.head, institutionId, role: 'decydent' })
}

/** PCPR answers for its own lines through a decision-maker of its own, beside the leader of the powiat. */
const deskRoles = (world: World, staff: Staff): void => {
  const { id: institutionId, kind } = staff.institution
  if (['ops', 'mopr', 'rops', 'kuratorium', 'urzad_wojewodzki'].includes(kind)) return
  if (kind === 'pcpr') appoint(world, { userId: staff.head, institutionId, role: 'decydent' })
  const role = ['ppp', 'pcpr', 'czp', 'poradnia_uzaleznien'].includes(kind) ? 'specjalista' : 'wykonawca'
  for (const userId of staff.desk) appoint(world, { userId, institutionId, role })
}

const watchers = (world: World, people: ReadonlyMap<string, Staff>, teams: readonly DemoTeam[]): void => {
  for (const staff of people.values()) {
    const { id: institutionId, kind, key } = staff.institution
    if (kind !== 'rops') continue
    const wojewodztwoCode = {
      rops_rzeszow: '18',
      rops_bialystok: '20',
      rops_olsztyn: '28',
      rops_katowice: '24',
    }[key]
    appoint(world, { userId: staff.head, institutionId, role: 'rops_koordynator', wojewodztwoCode })
    const animator = key === 'rops_rzeszow' ? idOf('user', 'animatorka@demo.example') : staff.desk[0]
    for (const team of teams)
      if (animator && team.gmina.startsWith(wojewodztwoCode ?? '-'))
        appoint(world, { userId: animator, institutionId, role: 'animator', teamId: team.id })
  }
}

const demoOnly = (world: World, people: ReadonlyMap<string, Staff>): void => {
  const at = (key: string) => people.get(key)?.institution.id ?? ''
  const user = (login: string) => idOf('user', `${login}@demo.example`)
  const gops = at('gops_swilcza')
  const plain = (login: string, key: string, role: RoleKey, wojewodztwoCode: string | null = null) =>
    appoint(world, { userId: user(login), institutionId: at(key), role, wojewodztwoCode })
  plain('operator', 'operator', 'operator')
  plain('ministerstwo', 'ministerstwo', 'ministerstwo')
  plain('ekspertka', 'kuratorium_rzeszow', 'ekspert', '18')
  plain('administrator', 'gops_swilcza', 'admin_lokalny')
  plain('iod', 'gops_swilcza', 'iod')
  appoint(world, {
    userId: user('audytor'),
    institutionId: gops,
    role: 'audytor',
    startsOn: world.daysAgo(10),
    endsOn: addCalendarDays(world.today, 50),
  })
  // One person works in two institutions: her working context is chosen, never guessed.
  const ngo = at('ngo_trzebownisko')
  world.add('employment', {
    id: idOf('employment', 'pracowniczka.pcpr', 'ngo'),
    user_id: user('pracowniczka.pcpr'),
    institution_id: ngo,
    job_title: 'psycholog (umowa zlecenie)',
    starts_on: world.daysAgo(400),
  })
  appoint(world, { userId: user('pracowniczka.pcpr'), institutionId: ngo, role: 'wykonawca' })
  world.add('nk_mark', {
    id: idOf('mark', 'koordynatorka.rodziny2'),
    user_id: user('koordynatorka.rodziny2'),
    institution_id: gops,
    appointment_number: 'GOPS.0052.4.2026',
    starts_on: world.daysAgo(300),
    ends_on: addCalendarDays(world.today, 430),
    granted_by_id: people.get('gops_swilcza')?.head,
  })
}

/** Roles that hang on no case: leaders, coordinators, representatives, watchers. */
export const addRoles = (
  world: World,
  people: ReadonlyMap<string, Staff>,
  teams: readonly DemoTeam[],
): void => {
  for (const team of teams) for (const staff of team.members) memberRoles(world, team, staff)
  for (const staff of people.values()) deskRoles(world, staff)
  watchers(world, people, teams)
  demoOnly(world, people)
}
