import { addCalendarDays, addYears } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import type { Staff } from '@/prisma/seed/demo/people'
import { addAbsence } from '@/prisma/seed/demo/teamlife'
import teamsJson from '@/prisma/seed/demo/teams.json'
import { idOf, type World } from '@/prisma/seed/demo/world'

type Spec = {
  readonly key: string
  readonly name: string
  readonly gmina: string
  readonly variant: string
  readonly status: string
  readonly members: readonly string[]
  /** Age of the agreement; 0 for a team that has none in force. */
  readonly sinceYears: number
  readonly untilDays: number
  readonly unsigned?: readonly string[]
  readonly sentDaysAgo?: number
  readonly reason?: string
}

export type DemoTeam = {
  readonly id: string
  readonly key: string
  readonly gmina: string
  readonly status: string
  readonly lead: Staff
  readonly members: readonly Staff[]
  readonly agreementFrom: IsoDate | null
  readonly agreementTo: IsoDate | null
}

const agreementText =
  'Strony porozumienia współpracują na rzecz rodzin i osób, którym pomoc jednej instytucji nie wystarcza. ' +
  'Zespół pracuje według modelu kooperacji, na podstawie zgód rodzin i regulaminu przyjętego przez strony.'

type Step = { readonly to: string; readonly on: IsoDate; readonly by: Staff; readonly reason?: string }

/** How the team came to be what it is (domain 4.1). */
const stepsOf = (spec: Spec, world: World, lead: Staff, animator: Staff, from: IsoDate | null): Step[] => {
  const created = from ? addCalendarDays(from, -120) : world.daysAgo((spec.sentDaysAgo ?? 20) + 40)
  const sent = from ? addCalendarDays(from, -60) : world.daysAgo(spec.sentDaysAgo ?? 20)
  const last = world.daysAgo(35)
  const founded: Step = { to: 'initiated', on: created, by: animator }
  const offered: Step = { to: 'agreement', on: sent, by: animator }
  const active: Step = { to: 'active', on: from ?? sent, by: lead }
  if (spec.status === 'initiated') return [founded]
  if (spec.status === 'agreement') return [founded, offered]
  if (spec.status === 'dissolved')
    return [founded, { to: 'dissolved', on: last, by: animator, reason: spec.reason }]
  if (spec.status === 'suspended')
    return [founded, offered, active, { to: 'suspended', on: last, by: lead, reason: spec.reason }]
  return [founded, offered, active]
}

const addMembers = (world: World, spec: Spec, team: DemoTeam, sent: IsoDate): void => {
  for (const staff of team.members) {
    const unsigned = spec.unsigned?.includes(staff.institution.key) ?? false
    const signedOn = unsigned ? null : (team.agreementFrom ?? addCalendarDays(sent, world.random.int(5, 25)))
    world.add('team_member', {
      id: idOf('member', spec.key, staff.institution.key),
      team_id: team.id,
      institution_id: staff.institution.id,
      founding: true,
      representative_id: staff.head,
      deputy_id: staff.desk[0] ?? null,
      invited_at: world.at(addCalendarDays(sent, -10)),
      joined_on: signedOn,
      signed_on: signedOn,
      signed_by_name: signedOn ? staff.headName : null,
      left_on: spec.status === 'dissolved' ? world.daysAgo(35) : null,
      left_reason: spec.status === 'dissolved' ? (spec.reason ?? null) : null,
    })
  }
}

/** A team of some years has had its agreement extended once, by an annex that its leader wrote down. */
const addExtension = (world: World, team: DemoTeam): void => {
  if (!team.agreementFrom || !team.agreementTo || team.status !== 'active') return
  const signed = addCalendarDays(addYears(team.agreementFrom, 2), -20)
  if (signed > world.today) return
  world.add('team_annex', {
    id: idOf('team-annex', team.key, 0),
    team_id: team.id,
    kind: 'extension',
    number: `1/${signed.slice(0, 4)}`,
    signed_on: signed,
    signed_by_name: team.lead.headName,
    effective_on: team.agreementTo,
    note: 'Strony przedłużają porozumienie. Pozostałe postanowienia się nie zmieniają.',
    recorded_by_id: team.lead.head,
    recorded_institution_id: team.lead.institution.id,
    at: world.at(signed, 240),
  })
}

const addTeam = (world: World, spec: Spec, people: ReadonlyMap<string, Staff>): DemoTeam => {
  const id = idOf('team', spec.key)
  const members = spec.members.map((key) => {
    const staff = people.get(key)
    if (!staff) throw new Error(`no institution ${key}`)
    return staff
  })
  const lead = members[0]
  const region = { '18': 'rops_rzeszow', '20': 'rops_bialystok', '28': 'rops_olsztyn', '24': 'rops_katowice' }
  const animator = people.get(Object.entries(region).find(([code]) => spec.gmina.startsWith(code))?.[1] ?? '')
  if (!lead || !animator) throw new Error(`team ${spec.key} has no leader or no region`)
  const from =
    spec.sinceYears > 0 ? addYears(`${Number(world.today.slice(0, 4)) - spec.sinceYears}-12-01`, 0) : null
  const steps = stepsOf(spec, world, lead, animator, from)
  const sent = steps.find((step) => step.to === 'agreement')?.on
  const to = from ? addCalendarDays(world.today, spec.untilDays) : null
  const last = steps.at(-1)
  world.add('team', {
    id,
    name: spec.name,
    name_folded: fold(spec.name),
    gmina_code: spec.gmina,
    powiat_code: spec.gmina.slice(0, 4),
    wojewodztwo_code: spec.gmina.slice(0, 2),
    variant_key: spec.variant,
    status: spec.status,
    lead_institution_id: lead.institution.id,
    agreement_from: from ?? (spec.status === 'agreement' ? world.today : null),
    agreement_to: to ?? (spec.status === 'agreement' ? addYears(world.today, 3) : null),
    agreement_text: sent ? agreementText : null,
    agreement_sent_at: sent ? world.at(sent) : null,
    rules_adopted_on: from,
    activated_on: from,
    suspended_reason: spec.status === 'suspended' ? (spec.reason ?? null) : null,
    dissolved_on: spec.status === 'dissolved' ? (last?.on ?? null) : null,
    dissolved_reason: spec.status === 'dissolved' ? (spec.reason ?? null) : null,
    is_sample: true,
    created_by_id: animator.head,
    created_institution_id: animator.institution.id,
    created_at: world.at(steps[0]?.on ?? world.today),
    updated_at: world.at(last?.on ?? world.today, 200),
  })
  world.add(
    'team_transition',
    ...steps.map((step, n) => ({
      id: idOf('team-step', spec.key, n),
      team_id: id,
      from_status: steps[n - 1]?.to ?? null,
      to_status: step.to,
      actor_id: step.by.head,
      institution_id: step.by.institution.id,
      reason: step.reason ?? null,
      at: world.at(step.on, 180 + n),
    })),
  )
  const team = {
    id,
    key: spec.key,
    gmina: spec.gmina,
    status: spec.status,
    lead,
    members,
    agreementFrom: from,
    agreementTo: to,
  }
  addMembers(world, spec, team, sent ?? steps[0]?.on ?? world.today)
  addExtension(world, team)
  addAbsence(world, team)
  return team
}

/** One team answers quicker than the model asks, and decides on referrals within ten working days. */
const ownTerms = [
  { team_id: idOf('team', 'swilcza'), key: 'lineAnswer', count: 5, unit: 'business' },
  { team_id: idOf('team', 'swilcza'), key: 'screening', count: 10, unit: 'business' },
]

/** Thirteen teams in every state of domain 4.1; two of one centre are about to become one (joining.ts). */
export const addTeams = (world: World, people: ReadonlyMap<string, Staff>): readonly DemoTeam[] => {
  const teams = teamsJson.map((spec) => addTeam(world, spec, people))
  world.add('team_deadline', ...ownTerms)
  return teams
}
