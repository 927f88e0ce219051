import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import { allUseCases } from '@/scripts/list-usecases'
import { asOwner, useDatabase } from '@/tests/support/database'
import { sampleInput } from '@/tests/support/samples'
import { fillEverything, secret } from '@/tests/support/scenes/whole-case'
import {
  consent,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
  withdraw,
} from '@/tests/support/world'

useDatabase()

const useCases = await allUseCases()
const ids: Record<string, string> = {}
const actors: Record<string, Actor> = {}
let consentId: string

const every = async (): Promise<string[]> =>
  (
    await asOwner().query<{ c: string }>('select unnest(enum_range(null::data_category))::text as c')
  ).rows.map(({ c }) => c)
const idIn = async (table: string, caseId: string): Promise<string> =>
  (await asOwner().query<{ id: string }>(`select id from ${table} where case_id = $1 limit 1`, [caseId]))
    .rows[0]?.id ?? ''

/** A case with one row in every table and the secret in every text, all of it open to the school by one consent. */
beforeAll(async () => {
  const ops = await makeInstitution()
  const school = await makeInstitution({ kind: 'szkola_podstawowa' })
  const team = await makeTeam({ lead: ops, members: [school] })
  const made = await makeCase({ teamId: team, owner: ops, status: 'inProgress', label: secret })
  const person = await makePerson(made, { givenName: secret, familyName: secret })
  const staff = await makeActor(ops, { role: 'asystent_rodziny' })
  await joinCase(made, school)
  await fillEverything(made, person, staff.userId)
  await asOwner().query('delete from case_participant where case_id = $1 and institution_id <> $2', [
    made.caseId,
    school,
  ])
  await asOwner().query('update case_person set left_on = null where case_id = $1', [made.caseId])
  actors.specialist = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
  actors.powiat = await makeActor(school, { role: 'lider_powiatowy' })
  actors.head = await makeActor(school, { role: 'decydent' })
  actors.worker = await makeActor(school, { role: 'wykonawca' })
  await asOwner().query(
    `update basket_line set provider_institution_id = $2, responsible_user_id = $3, status = 'inProgress', sent_at = now() where case_id = $1`,
    [made.caseId, school, actors.worker.userId],
  )
  for (const actor of Object.values(actors))
    await insert('notification', {
      user_id: actor.userId,
      institution_id: school,
      kind: 'line.sent',
      case_id: made.caseId,
      line_id: await idIn('basket_line', made.caseId),
    })
  for (const [name, table] of Object.entries({
    basket_line: 'basket_line',
    need: 'need',
    unmet: 'unmet_service',
    goal: 'goal',
    strength: 'strength',
    goal_look: 'goal_look',
    plan: 'plan',
    diagnosis: 'diagnosis',
    delivery: 'service_delivery',
    monitoring: 'monitoring_card',
    referral: 'referral',
    consultation: 'consultation',
    scan: 'consent_scan',
    transition: 'case_transition',
    task: 'case_task',
    meeting: 'case_meeting',
    meeting_item: 'meeting_case_item',
    meeting_entry: 'case_meeting_entry',
    case_decision: 'case_decision',
  }))
    ids[name] = await idIn(table, made.caseId)
  Object.assign(ids, { case: made.caseId, person, family: made.familyId })
  consentId = await consent(made, person, school, await every())
})

type UseCase = (typeof useCases)[number]

const inputs = new Map<string, Record<string, unknown>>()
const inputOf = (useCase: UseCase): Record<string, unknown> => {
  const known = inputs.get(useCase.name)
  if (known) return known
  const input = {
    ...sampleInput(useCase.input, ids),
    ...(useCase.name === 'search.run' ? { q: secret } : {}),
    ...(useCase.name === 'case.list'
      ? { stage: 'open', order: 'changed', waits: undefined, after: undefined }
      : {}),
  }
  inputs.set(useCase.name, input)
  return input
}

/** What may still name the case by its id, and why; never a word of it. */
const accountable: Record<string, string> = {
  'participant.invitations': 'number and purpose of what the own institution was invited to (3.6, row Case)',
  'participant.answer': 'the same',
  'audit.list': "the log of one's own house: that its people once opened a case, without name or number",
}

/** `use case: what` that it tells this actor of the family; nothing where it refuses. */
const tells = async (actor: Actor, kind: UseCase['kind']): Promise<string[]> => {
  const told = async (useCase: UseCase): Promise<string[]> => {
    const result = await useCase.execute(actor, inputOf(useCase)).then(
      (value) => JSON.stringify(value) ?? '',
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error
        return ''
      },
    )
    return Object.entries({ ...ids, secret })
      .filter(
        ([name, value]) =>
          value !== '' && result.includes(value) && !(name === 'case' && useCase.name in accountable),
      )
      .map(([name]) => `${useCase.name}: ${name}`)
  }
  const found: string[] = []
  for (const useCase of useCases.filter((u) => u.kind === kind)) found.push(...(await told(useCase)))
  return found
}

const pages = [
  'case.list',
  'caseMeeting.list',
  'caseMeeting.read',
  'caseTask.list',
  'case.read',
  'case.history',
  'diagnosis.read',
  'family.read',
  'goal.read',
  'identity.read',
  'line.list',
  'need.list',
  'notification.list',
  'plan.read',
  'search.run',
  'service.list',
]

describe('a withdrawal closes every reading path', () => {
  it('before it, pages of the case told the school of the family', async () => {
    const told = await Promise.all(Object.values(actors).map((actor) => tells(actor, 'query')))
    const names = new Set(told.flat().map((one) => one.split(':')[0]))
    for (const name of pages) expect([...names], name).toContain(name)
  }, 60_000)

  it('after it no use case of the product tells anybody there a word or an id of it', async () => {
    await withdraw(consentId)
    const left = async (kind: UseCase['kind']) =>
      Promise.all(
        Object.entries(actors).map(async ([who, actor]) =>
          (await tells(actor, kind)).map((t) => `${who} ${t}`),
        ),
      )
    expect((await left('query')).flat()).toEqual([])
    expect((await left('command')).flat()).toEqual([])
  }, 60_000)
})
