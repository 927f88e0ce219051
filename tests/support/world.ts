import { randomUUID } from 'node:crypto'
import type { CaseStatus } from '@/lib/cases/facts'
import { fold } from '@/lib/format/fold'
import type { Actor, Assignment, Role } from '@/lib/policy/actor'
import { asOwner } from '@/tests/support/database'

/** Inserts one row as the owner. Keys are column names. */
export const insert = async (table: string, row: Record<string, unknown>): Promise<void> => {
  const keys = Object.keys(row)
  await asOwner().query(
    `insert into ${table} (${keys.join(', ')}) values (${keys.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  )
}

type InstitutionSpec = { name?: string; kind?: string; level?: string; seat?: string }

/** Świlcza (1816122), powiat rzeszowski, podkarpackie, unless told otherwise. */
export const makeInstitution = async (spec: InstitutionSpec = {}): Promise<string> => {
  const id = randomUUID()
  const name = spec.name ?? `Instytucja ${id.slice(0, 6)}`
  const seat = spec.seat ?? '1816122'
  await insert('institution', {
    id,
    name,
    name_folded: fold(name),
    kind_key: spec.kind ?? 'ops',
    level: spec.level ?? 'gmina',
    seat_code: seat,
    wojewodztwo_code: seat.slice(0, 2),
  })
  await insert('institution_area', { institution_id: id, unit_code: seat })
  return id
}

type PersonSpec = { givenName?: string; familyName?: string; email?: string }

/** A person who works with the product, employed by the institution. */
export const makeUser = async (institutionId: string, spec: PersonSpec = {}): Promise<string> => {
  const id = randomUUID()
  const givenName = spec.givenName ?? 'Anna'
  const familyName = spec.familyName ?? `Próbna-${id.slice(0, 4)}`
  await insert('user_account', {
    id,
    email: spec.email ?? `${id.slice(0, 8)}@test.example`,
    given_name: givenName,
    family_name: familyName,
    name_folded: fold(`${givenName} ${familyName}`),
  })
  await insert('employment', {
    user_id: id,
    institution_id: institutionId,
    job_title: 'pracownik',
    starts_on: '2024-01-01',
  })
  return id
}

type RoleSpec = { role: Role; teamId?: string; caseId?: string; wojewodztwoCode?: string; endsOn?: string }

export const giveRole = async (userId: string, institutionId: string, spec: RoleSpec): Promise<string> => {
  const id = randomUUID()
  await insert('role_assignment', {
    id,
    user_id: userId,
    institution_id: institutionId,
    role: spec.role,
    team_id: spec.teamId ?? null,
    case_id: spec.caseId ?? null,
    wojewodztwo_code: spec.wojewodztwoCode ?? null,
    starts_on: '2024-01-01',
    ends_on: spec.endsOn ?? null,
  })
  return id
}

type ActorRow = {
  email: string
  given_name: string
  family_name: string
  name: string
  kind_key: string
  wojewodztwo_code: string
}

/** The actor as a session would load it now. */
export const actorOf = async (userId: string, institutionId: string): Promise<Actor> => {
  const { rows } = await asOwner().query<ActorRow>(
    `select u.email, u.given_name, u.family_name, i.name, i.kind_key, i.wojewodztwo_code
     from user_account u, institution i where u.id = $1 and i.id = $2`,
    [userId, institutionId],
  )
  const row = rows[0]
  if (!row) throw new Error('no such user or institution')
  const live = await asOwner().query<{
    role: Role
    team_id: string | null
    case_id: string | null
    wojewodztwo_code: string | null
  }>(
    `select role, team_id, case_id, wojewodztwo_code from role_assignment
     where user_id = $1 and institution_id = $2 and ended_at is null and (ends_on is null or ends_on >= app.today())`,
    [userId, institutionId],
  )
  const assignments: Assignment[] = live.rows.map((a) => ({
    role: a.role,
    teamId: a.team_id,
    caseId: a.case_id,
    wojewodztwoCode: a.wojewodztwo_code,
    endsOn: null,
  }))
  return {
    userId,
    institutionId,
    institutionName: row.name,
    institutionKind: row.kind_key,
    wojewodztwoCode: row.wojewodztwo_code,
    givenName: row.given_name,
    familyName: row.family_name,
    email: row.email,
    formOfAddress: 'pani',
    assignments,
  }
}

/** A person with one role, ready to act. */
export const makeActor = async (
  institutionId: string,
  spec: RoleSpec,
  person: PersonSpec = {},
): Promise<Actor> => {
  const userId = await makeUser(institutionId, person)
  await giveRole(userId, institutionId, spec)
  return actorOf(userId, institutionId)
}

type TeamSpec = { lead: string; members?: string[]; status?: string; gmina?: string; variant?: string }

/** An active team of Świlcza with its members signed. */
export const makeTeam = async (spec: TeamSpec): Promise<string> => {
  const id = randomUUID()
  const gmina = spec.gmina ?? '1816122'
  await insert('team', {
    id,
    name: `Zespół ${id.slice(0, 6)}`,
    name_folded: `zespol ${id.slice(0, 6)}`,
    gmina_code: gmina,
    powiat_code: gmina.slice(0, 4),
    wojewodztwo_code: gmina.slice(0, 2),
    variant_key: spec.variant ?? `I-${id.slice(0, 6)}`,
    status: spec.status ?? 'active',
    lead_institution_id: spec.lead,
    agreement_from: '2024-01-01',
    agreement_to: '2030-12-31',
  })
  for (const institutionId of [spec.lead, ...(spec.members ?? [])])
    await insert('team_member', {
      team_id: id,
      institution_id: institutionId,
      joined_on: '2024-01-01',
      signed_on: '2024-01-01',
    })
  return id
}

let sequence = 0

type CaseSpec = { teamId: string; owner: string; status?: CaseStatus; label?: string; gmina?: string }
type MadeCase = { caseId: string; familyId: string; teamId: string; owner: string }

export const makeCase = async (spec: CaseSpec): Promise<MadeCase> => {
  const caseId = randomUUID()
  const familyId = randomUUID()
  const gmina = spec.gmina ?? '1816122'
  sequence += 1
  const label = spec.label ?? 'Rodzina Próbna'
  await insert('family', {
    id: familyId,
    owner_institution_id: spec.owner,
    label,
    label_folded: label.toLowerCase(),
  })
  await insert('family_case', {
    id: caseId,
    number: `${gmina}/2026/${sequence}`,
    team_id: spec.teamId,
    owner_institution_id: spec.owner,
    family_id: familyId,
    gmina_code: gmina,
    year: 2026,
    sequence,
    status: spec.status ?? 'diagnosis',
    status_since: '2026-10-01',
    opened_on: '2026-09-01',
  })
  return { caseId, familyId, teamId: spec.teamId, owner: spec.owner }
}

type MemberSpec = {
  givenName?: string
  familyName?: string
  phone?: string
  bornOn?: string
  relation?: string
  takesPart?: boolean
  guardians?: string[]
  conflict?: boolean
}

/** A member of the family who takes part in the case. */
export const makePerson = async (made: MadeCase, spec: MemberSpec = {}): Promise<string> => {
  const id = randomUUID()
  const givenName = spec.givenName ?? 'Maria'
  const familyName = spec.familyName ?? 'Próbna'
  const bornOn = spec.bornOn ?? '1985-03-14'
  await insert('person', {
    id,
    owner_institution_id: made.owner,
    given_name: givenName,
    family_name: familyName,
    name_folded: fold(`${givenName} ${familyName}`),
    is_minor: bornOn > '2008-11-24',
  })
  await insert('person_contact', { person_id: id, owner_institution_id: made.owner, phone: spec.phone })
  await insert('person_identity', { person_id: id, owner_institution_id: made.owner, born_on: bornOn })
  await insert('family_member', {
    family_id: made.familyId,
    person_id: id,
    relation_key: spec.relation ?? 'matka',
  })
  await insert('case_person', {
    case_id: made.caseId,
    team_id: made.teamId,
    person_id: id,
    takes_part: spec.takesPart ?? true,
    guardian_ids: spec.guardians ?? [],
    guardian_conflict: spec.conflict ?? false,
  })
  return id
}

/** The institution takes part in the case (before any consent it still sees nothing). */
export const joinCase = (made: MadeCase, institutionId: string): Promise<void> =>
  insert('case_participant', {
    case_id: made.caseId,
    team_id: made.teamId,
    institution_id: institutionId,
    starts_on: '2026-09-01',
  })

/** A consent of this person that opens these categories to this institution; gives its id for a withdrawal. */
export const consent = async (
  made: MadeCase,
  personId: string,
  institutionId: string,
  categories: string[],
  signedBy: string = personId,
): Promise<string> => {
  const id = randomUUID()
  await insert('consent', {
    id,
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    person_id: personId,
    signed_by_id: signedBy,
    text_version: '1',
    given_on: '2026-09-10',
    channel: 'paper',
    recorded_by_id: personId,
  })
  for (const category of categories)
    await insert('consent_scope', {
      consent_id: id,
      case_id: made.caseId,
      team_id: made.teamId,
      institution_id: institutionId,
      category,
      granted: true,
    })
  await asOwner().query(`update consent set status = 'granted' where id = $1`, [id])
  return id
}

/** The withdrawal as the database sees it. */
export const withdraw = async (consentId: string): Promise<void> => {
  await asOwner().query(
    `update consent set status = 'withdrawn', withdrawn_at = now(), withdrawn_channel = 'paper' where id = $1`,
    [consentId],
  )
}
