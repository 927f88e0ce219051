import { beforeEach } from 'vitest'
import type { CaseStatus } from '@/lib/cases'
import type { Actor } from '@/lib/policy/actor'
import { answerTransfer, listOffers, passTransfer, requestTransfer } from '@/lib/transfers'
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

type Made = Awaited<ReturnType<typeof makeCase>>

/** Świlcza, which the family leaves, and Trzebownisko, to which it moves. */
export let gops: string
export let school: string
export let there: string
export let teamHere: string
export let teamThere: string
export let made: Made
export let mother: string
export let child: string
export let coordinator: Actor
export let teamCoordinator: Actor
export let leader: Actor
export let coordinatorThere: Actor
export let leaderThere: Actor
export let specialist: Actor

export const transferRow = async () => {
  const { rows } = await asOwner().query<{
    id: string
    status: string
    version: number
    new_case_id: string
  }>(
    'select id, status, version, new_case_id, due_on::text from case_transfer where case_id = $1 order by requested_at desc, id',
    [made.caseId],
  )
  const [row] = rows
  if (!row) throw new Error('no transfer')
  return row
}

export const request = (fields: object = {}, who: Actor = coordinator) =>
  requestTransfer.execute(who, {
    caseId: made.caseId,
    toTeamId: teamThere,
    movedOn: '1.12.2026',
    note: 'Rodzina wynajęła mieszkanie w Trzebownisku.',
    ...fields,
  })

export const accept = async (who: Actor = coordinatorThere) => {
  const { id, version } = await transferRow()
  return answerTransfer.execute(who, { transferId: id, version, answer: 'accept', note: '' })
}

export const pass = async (fields: object = {}, who: Actor = teamCoordinator) => {
  const { id, version } = await transferRow()
  return passTransfer.execute(who, { transferId: id, version, handed: [], noTalkKey: 'inne', ...fields })
}

export const offersThere = () => listOffers.execute(coordinatorThere, {})

export const caseAt = (status: CaseStatus) =>
  asOwner().query('update family_case set status = $2 where id = $1', [made.caseId, status])

export const statusOf = async (caseId: string) =>
  (
    await asOwner().query<{ status: string }>(
      'select status, closing_reason_key, outcome_key from family_case where id = $1',
      [caseId],
    )
  ).rows[0]

/** Kinds of notifications of this person, oldest first. */
export const toldTo = async (who: Actor): Promise<string[]> =>
  (
    await asOwner().query<{ kind: string }>(
      `select kind from notification where user_id = $1 and kind like 'transfer.%' order by created_at, id`,
      [who.userId],
    )
  ).rows.map(({ kind }) => kind)

export const addNeed = (needKey: string, category: string, personId: string | null) =>
  insert('need', {
    case_id: made.caseId,
    team_id: teamHere,
    owner_institution_id: gops,
    person_id: personId,
    need_key: needKey,
    category,
    created_by_id: coordinator.userId,
  })

/** The mother, for herself and for her child, opens these categories to the unit that is to take over. */
export const agree = async (categories = ['PODSTAWOWE', 'EDUKACJA']) => {
  await consent(made, mother, there, categories)
  await consent(made, child, there, categories, mother)
}

/** Fills the names above before each test (they are live bindings). */
export const useScene = (): void => {
  useDatabase()
  beforeEach(async () => {
    gops = await makeInstitution({ name: 'GOPS Świlcza' })
    school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
    there = await makeInstitution({ name: 'GOPS Trzebownisko', seat: '1816132' })
    teamHere = await makeTeam({ lead: gops, members: [school] })
    teamThere = await makeTeam({ lead: there, gmina: '1816132' })
    leader = await makeActor(gops, { role: 'lider_gminny' })
    teamCoordinator = await makeActor(gops, { role: 'koordynator_zespolu', teamId: teamHere })
    leaderThere = await makeActor(there, { role: 'lider_gminny' })
    coordinatorThere = await makeActor(there, { role: 'koordynator_zespolu', teamId: teamThere })
    made = await makeCase({ teamId: teamHere, owner: gops, status: 'inProgress', label: 'Rodzina Wrzosków' })
    mother = await makePerson(made, { givenName: 'Maria', familyName: 'Wrzos', phone: '+48600100200' })
    child = await makePerson(made, {
      givenName: 'Staś',
      familyName: 'Wrzos',
      bornOn: '2016-05-05',
      relation: 'child',
      guardians: [mother],
    })
    await asOwner().query('update case_person set main = true where person_id = $1', [mother])
    await joinCase(made, school)
    coordinator = await makeActor(gops, { role: 'koordynator_rodziny', caseId: made.caseId })
    specialist = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
  })
}
