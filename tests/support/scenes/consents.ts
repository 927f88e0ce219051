import { afterEach, beforeEach } from 'vitest'
import { consentGaps, listConsents, recordConsents, withdrawConsent } from '@/lib/consents'
import { readFamily } from '@/lib/families'
import { freeze, now, today } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import { useDatabase } from '@/tests/support/database'
import { testInstant } from '@/tests/support/day'
import {
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

export let made: Awaited<ReturnType<typeof makeCase>>
export let ops: string
export let school: string
export let clinic: string
export let mother: string
export let coordinator: Actor
export let teacher: Actor
export let nurse: Actor
export let stranger: Actor
export const forSchool = () => [`${school}:PODSTAWOWE`, `${school}:EDUKACJA`]
export const forBoth = () => [...forSchool(), `${clinic}:PODSTAWOWE`, `${clinic}:ZDROWIE`]
export const said = (change: Record<string, unknown> = {}) => ({
  personId: mother,
  signer: mother,
  answer: 'agree',
  scope: [] as string[],
  current: '',
  ...change,
})
export const record = (
  answers: Record<string, unknown>[],
  scope: string[] = forSchool(),
  change = {},
  actor = coordinator,
) =>
  recordConsents.execute(actor, {
    caseId: made.caseId,
    scope,
    givenOn: '10.09.2026',
    channel: 'paper',
    clause: '',
    ...change,
    answers: answers as ReturnType<typeof said>[],
  })
export const withdraw = (consentId: string | undefined, institutionId = '') =>
  withdrawConsent.execute(coordinator, {
    caseId: made.caseId,
    consentId: consentId ?? '',
    institutionId,
    channel: 'paper',
  })
/** Names that this institution's specialist sees of the family; the refusal's key where it sees no case. */
export const seenBy = async (actor: Actor) => {
  try {
    return (await readFamily.execute(actor, { caseId: made.caseId })).members.map((m) => m.personId)
  } catch (error) {
    return error instanceof AppError ? error.key : error
  }
}
export const gaps = () =>
  asActor(coordinator, async (tx) => {
    const found = await consentGaps({ tx, actor: coordinator, now: now(), today: today() }, made.caseId)
    return found.map((gap) => ({
      person: gap.personId,
      reason: gap.reason,
      signers: gap.signers.map((s) => s.personId),
    }))
  })
export const statuses = async () =>
  (await listConsents.execute(coordinator, { caseId: made.caseId })).history.map((entry) => entry.standing)

/** Fills the names above before each test (they are live bindings). */
export const useScene = (): void => {
  useDatabase()
  beforeEach(async () => {
    ops = await makeInstitution({ name: 'GOPS Świlcza' })
    school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
    clinic = await makeInstitution({ name: 'Przychodnia', kind: 'poz' })
    const team = await makeTeam({ lead: ops, members: [school, clinic] })
    made = await makeCase({ teamId: team, owner: ops, status: 'awaitingConsent' })
    mother = await makePerson(made, { relation: 'head' })
    for (const id of [ops, school, clinic]) await joinCase(made, id)
    await insert('information_clause', {
      institution_id: ops,
      version_no: 1,
      body: 'Klauzula',
      valid_from: '2024-01-01',
    })
    coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
    teacher = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
    nurse = await makeActor(clinic, { role: 'specjalista', caseId: made.caseId })
    stranger = await makeActor(await makeInstitution(), { role: 'lider_gminny' })
  })
  afterEach(() => freeze(testInstant))
}
