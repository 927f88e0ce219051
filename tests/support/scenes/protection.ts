import { beforeAll } from 'vitest'
import { readLine } from '@/lib/baskets'
import { endProtection, protectPerson, readFamily, readIdentities } from '@/lib/families'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { makeLine, setSchedule } from '@/tests/support/basket'
import { asOwner, useDatabase } from '@/tests/support/database'
import {
  consent,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

export let made: Awaited<ReturnType<typeof makeCase>>
export let mother: string
export let father: string
export let line: string
export const places: Record<string, string> = {}
export const who: Record<string, Actor> = {}
export const at = (name: string): Actor => {
  const actor = who[name]
  if (!actor) throw new Error(`nobody is called ${name}`)
  return actor
}

const build = async () => {
  const [ops, school, clinic, ngo] = [
    await makeInstitution({ name: 'GOPS Świlcza' }),
    await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' }),
    await makeInstitution({ name: 'Poradnia', kind: 'ppp' }),
    await makeInstitution({ name: 'Fundacja', kind: 'ngo' }),
  ]
  Object.assign(places, { ops, school, clinic, ngo })
  const teamId = await makeTeam({ lead: ops, members: [school, clinic, ngo] })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress', label: 'Rodzina Wrzosków' })
  mother = await makePerson(made, { givenName: 'Maria', familyName: 'Wrzosek', phone: '+48500100200' })
  father = await makePerson(made, { givenName: 'Jan', familyName: 'Wrzosek', phone: '+48500300400' })
  await asOwner().query(`update person_contact set contact_note = 'po 15' where person_id = $1`, [mother])
  await asOwner().query(
    `update person_identity set street = 'Cicha 7', city = 'Trzciana' where person_id = $1`,
    [mother],
  )
  for (const place of [school, clinic, ngo]) {
    await joinCase(made, place)
    await consent(made, mother, place, ['PODSTAWOWE', 'EDUKACJA'])
    await consent(made, father, place, ['PODSTAWOWE', 'EDUKACJA'])
  }
  const onCase = { caseId: made.caseId }
  who.coordinator = await makeActor(ops, { role: 'koordynator_rodziny', ...onCase })
  who.teamCoordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  who.leader = await makeActor(ops, { role: 'lider_gminny' })
  who.assistant = await makeActor(ops, { role: 'asystent_rodziny', ...onCase })
  who.teacher = await makeActor(school, { role: 'specjalista', ...onCase })
  who.therapist = await makeActor(clinic, { role: 'specjalista', ...onCase })
  who.head = await makeActor(ngo, { role: 'decydent' })
  who.worker = await makeActor(ngo, { role: 'wykonawca' })
  who.marked = await makeActor(ops, { role: 'specjalista', ...onCase })
  await insert('nk_mark', {
    user_id: at('marked').userId,
    institution_id: ops,
    appointment_number: '4/2026',
    starts_on: '2026-01-01',
    granted_by_id: at('leader').userId,
  })
  line = await makeLine(made, {
    provider: ngo,
    createdBy: at('coordinator').userId,
    responsible: at('worker').userId,
    persons: [mother],
  })
  await setSchedule(line, { weekday: 2, atTime: '16:00', place: 'Rynek 1' })
}

/** A family in which the mother is to be protected from the father, and everybody who could read of her. */
export const useScene = (): void => {
  useDatabase()
  beforeAll(build)
}

/** The second lock: what the database gives of the mother. */
export const rows = (name: string) =>
  asActor(at(name), async (tx) => ({
    name: await tx.person.count({ where: { id: mother } }),
    contact: await tx.personContact.count({ where: { personId: mother } }),
    identity: await tx.personIdentity.count({ where: { personId: mother } }),
    mark: await tx.personProtection.count({ where: { personId: mother } }),
    cause: await tx.personProtectionCause.count(),
  }))

export const all = { name: 1, contact: 1, identity: 1, mark: 0, cause: 0 }
export const byLine = { name: 1, contact: 1, identity: 0, mark: 0, cause: 0 }
export const nameOnly = { name: 1, contact: 0, identity: 0, mark: 0, cause: 0 }

/** The pages: what a reader is shown of the mother. */
export const shown = async (name: string) => {
  const family = await readFamily.execute(at(name), { caseId: made.caseId })
  const member = family.members.find((m) => m.personId === mother)
  const identities = await readIdentities.execute(at(name), { caseId: made.caseId })
  const view = await readLine.execute(at(name), { lineId: line })
  return {
    name: member?.givenName,
    phone: member?.phone,
    note: member?.contactNote,
    protection: member?.protection,
    street: identities.find((i) => i.personId === mother)?.street,
    when: [view.line.weekday, view.line.atTime, view.line.place],
    ring: view.line.beneficiaries.map((p) => p.phone),
  }
}

export const protect = (name = 'coordinator', fields: object = {}) =>
  protectPerson.execute(at(name), {
    caseId: made.caseId,
    personId: mother,
    startsOn: '24.11.2026',
    endsOn: '',
    safeIds: places.clinic ?? '',
    closeIds: at('assistant').userId,
    suspectedId: father,
    reason: 'Sprawa w toku',
    ...fields,
  })
export const end = (name = 'coordinator') =>
  endProtection.execute(at(name), { caseId: made.caseId, personId: mother })
