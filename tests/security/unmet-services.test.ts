import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { countryFigures, regionFigures, teamFigures } from '@/lib/dashboards'
import { recordUnmetNeed } from '@/lib/diagnosis'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { makeLine } from '@/tests/support/basket'
import { asOwner, useDatabase } from '@/tests/support/database'
import { testDay } from '@/tests/support/day'
import { refusal } from '@/tests/support/refusal'
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

type Made = Awaited<ReturnType<typeof makeCase>>

/** A need of schooling, and a service noted for it. */
const makeNeed = async (made: Made, personId: string | null = null): Promise<string> => {
  const id = randomUUID()
  await insert('need', {
    id,
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    person_id: personId,
    need_key: 'nauka_absencja',
    category: 'EDUKACJA',
    created_by_id: made.owner,
  })
  return id
}

const rowOf = (made: Made, needId: string, serviceKey: string, category: string, by: string) => ({
  id: randomUUID(),
  need_id: needId,
  case_id: made.caseId,
  team_id: made.teamId,
  owner_institution_id: made.owner,
  service_key: serviceKey,
  category,
  noted_on: testDay,
  noted_by_id: by,
})

let ops: string
let school: string
let teamId: string
let made: Made
let child: string
let needId: string
let consentId: string
const actors: Record<string, Actor> = {}
const who = (name: string): Actor => {
  const actor = actors[name]
  if (!actor) throw new Error(name)
  return actor
}

beforeAll(async () => {
  ops = await makeInstitution()
  school = await makeInstitution({ kind: 'szkola_podstawowa' })
  teamId = await makeTeam({ lead: ops, members: [school] })
  made = await makeCase({ teamId, owner: ops, status: 'planning' })
  child = await makePerson(made)
  await joinCase(made, school)
  consentId = await consent(made, child, school, ['PODSTAWOWE', 'EDUKACJA'])
  needId = await makeNeed(made, child)
  const at = { caseId: made.caseId }
  actors.coordinator = await makeActor(ops, { role: 'koordynator_rodziny', ...at })
  actors.assistant = await makeActor(ops, { role: 'asystent_rodziny', ...at })
  actors.leader = await makeActor(ops, { role: 'lider_gminny' })
  actors.teacher = await makeActor(school, { role: 'specjalista', ...at })
  actors.head = await makeActor(school, { role: 'decydent' })
  for (const serviceKey of ['dowoz_uczniow', 'prewencja_mlodziez'])
    await recordUnmetNeed.execute(who('coordinator'), { needId, serviceKey })
})

const seen = (actor: Actor) =>
  asActor(actor, async (tx) =>
    (await tx.unmetService.findMany({ orderBy: { serviceKey: 'asc' } })).map((r) => r.serviceKey),
  )

describe('a record is read with its need and its service', () => {
  it.each([
    ['coordinator', ['dowoz_uczniow', 'prewencja_mlodziez']],
    // of the own unit, but safety needs a consent for everybody but the coordinator
    ['assistant', ['dowoz_uczniow']],
    ['leader', ['dowoz_uczniow']],
    ['teacher', ['dowoz_uczniow']],
    ['head', []],
  ])('%s reads %o', async (name, keys) => {
    expect(await seen(who(name))).toEqual(keys)
  })

  it('and noted only where both are open', async () => {
    const note = (serviceKey: string) =>
      refusal(recordUnmetNeed.execute(who('assistant'), { needId, serviceKey }))
    expect(await note('prewencja_mlodziez')).toBe('invalid invalid serviceKey')
    expect(await note('pwd_opiekuncza')).toBe('allowed')
  })

  it('and closes with the consent', async () => {
    await withdraw(consentId)
    expect(await seen(who('teacher'))).toEqual([])
  })
})

describe('past every use case', () => {
  const add = (actor: Actor, fields: object = {}) =>
    asActor(actor, async (tx) => {
      const [row] = await tx.unmetService.createManyAndReturn({
        data: [
          {
            needId,
            caseId: made.caseId,
            teamId,
            ownerInstitutionId: ops,
            personId: child,
            serviceKey: 'korepetycje',
            category: 'EDUKACJA',
            notedOn: new Date(testDay),
            notedById: actor.userId,
            ...fields,
          },
        ],
      })
      return row
    })

  it.each<[string, string, object]>([
    ['the leader adds none', 'leader', {}],
    ['nor the teacher', 'teacher', {}],
    ['nobody signs for another', 'coordinator', { notedById: randomUUID() }],
    ['nobody calls safety schooling', 'coordinator', { serviceKey: 'prewencja_mlodziez' }],
    ['nor moves it to another family', 'coordinator', { caseId: randomUUID() }],
    ['nor takes it from its person', 'coordinator', { personId: null }],
    ['nor writes of tomorrow', 'coordinator', { notedOn: new Date('2026-12-24') }],
  ])('%s', async (_what, name, fields) => {
    await expect(add(who(name), fields)).rejects.toThrow()
  })

  it('a record is ended with a reason of one’s own, never rewritten and never removed', async () => {
    const actor = who('coordinator')
    const row = await add(actor)
    const change = (data: object) =>
      asActor(actor, (tx) => tx.unmetService.updateMany({ where: { id: row?.id ?? '' }, data }))
    const ended = { endedOn: new Date(testDay), endedWhy: 'mistake', endedById: actor.userId }
    await expect(change({ ...ended, serviceKey: 'pomoc_pp' })).rejects.toThrow()
    await expect(change({ ...ended, endedById: randomUUID() })).rejects.toThrow()
    await expect(change({ ...ended, endedWhy: 'line', lineId: randomUUID() })).rejects.toThrow()
    await expect(asActor(actor, (tx) => tx.unmetService.deleteMany({}))).rejects.toThrow()
    expect(await change(ended)).toEqual({ count: 1 })
    expect(await change({ ...ended, endedWhy: 'noLonger' })).toEqual({ count: 0 })
  })
})

describe('earlier results of a provider', () => {
  const results = (actor: Actor, provider: string) =>
    asActor(
      actor,
      (tx) => tx.$queryRaw<{ result: string }[]>`
        select result from app.service_results(array['korepetycje'], array[${provider}::uuid])`,
    )
  const ended = async (
    provider: string,
    ...statuses: ('delivered' | 'partlyDelivered' | 'notDelivered')[]
  ) => {
    for (const status of statuses) {
      const one = await makeCase({ teamId, owner: ops, status: 'closed' })
      await makeLine(one, { provider, createdBy: ops, status })
    }
  }

  it('are silent of four families, however many services they had', async () => {
    const provider = await makeInstitution({ kind: 'ngo' })
    await ended(provider, 'delivered', 'delivered', 'delivered', 'delivered')
    await makeLine(made, { provider, createdBy: ops, status: 'proposed' })
    const { rows } = await asOwner().query<{ case_id: string }>(
      'select case_id from basket_line where provider_institution_id = $1 limit 1',
      [provider],
    )
    const first = { ...made, caseId: rows[0]?.case_id ?? '' }
    await makeLine(first, { provider, createdBy: ops, status: 'delivered' })
    expect(await results(who('coordinator'), provider)).toEqual([])
    await ended(provider, 'notDelivered')
    expect(await results(who('coordinator'), provider)).toEqual([{ result: 'mostly' }])
  })

  it.each([
    ['mostly', ['delivered', 'delivered', 'delivered', 'partlyDelivered', 'partlyDelivered']],
    ['half', ['delivered', 'delivered', 'delivered', 'notDelivered', 'notDelivered']],
    ['seldom', ['delivered', 'partlyDelivered', 'partlyDelivered', 'notDelivered', 'notDelivered']],
  ] as const)('say %s, and nothing to who does not choose', async (result, statuses) => {
    const provider = await makeInstitution({ kind: 'ngo' })
    await ended(provider, ...statuses)
    expect(await results(who('coordinator'), provider)).toEqual([{ result }])
    for (const name of ['head', 'leader', 'teacher']) expect(await results(who(name), provider)).toEqual([])
  })
})

describe('what is missing, for those who watch', () => {
  let rops: Actor
  let radny: Actor
  let ministry: Actor
  let large: string

  /** Trzebownisko: six families want a ride, one a club; Krasne: one family wants a ride; it is missing twice in one. */
  beforeAll(async () => {
    await asOwner().query('delete from unmet_service')
    const lead = await makeInstitution({ seat: '1816132' })
    const council = await makeInstitution({ kind: 'rada_gminy', seat: '1816132' })
    large = await makeTeam({ lead, members: [council], gmina: '1816132', variant: 'I' })
    const next = await makeInstitution({ seat: '1816092' })
    const small = await makeTeam({ lead: next, gmina: '1816092', variant: 'I' })
    const lacking = async (spec: Parameters<typeof makeCase>[0], ...services: string[]) => {
      const one = await makeCase(spec)
      for (const service of services)
        await insert('unmet_service', rowOf(one, await makeNeed(one), service, 'EDUKACJA', ops))
    }
    for (let n = 0; n < 5; n += 1)
      await lacking({ teamId: large, owner: lead, gmina: '1816132' }, 'dowoz_uczniow')
    await lacking(
      { teamId: large, owner: lead, gmina: '1816132' },
      'dowoz_uczniow',
      'dowoz_uczniow',
      'korepetycje',
    )
    await lacking({ teamId: large, owner: lead, gmina: '1816132', status: 'closed' }, 'dowoz_uczniow')
    await lacking({ teamId: small, owner: next, gmina: '1816092' }, 'dowoz_uczniow')
    const office = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
    rops = await makeActor(office, { role: 'rops_koordynator', wojewodztwoCode: '18' })
    radny = await makeActor(council, { role: 'radny' })
    ministry = await makeActor(await makeInstitution({ kind: 'ministerstwo', seat: '1465011' }), {
      role: 'ministerstwo',
    })
  })

  const shown = (unmet: ReadonlyMap<string, unknown>) => Object.fromEntries(unmet)

  it('is counted once a family and service, for the gmina', async () => {
    const { unmet } = await teamFigures.execute(radny, { teamId: large })
    expect(shown(unmet)).toEqual({
      // 7 of 7 in all would give the one of korepetycje away
      dowoz_uczniow: { kind: 'hidden' },
      korepetycje: { kind: 'few' },
      all: { kind: 'count', value: 7 },
    })
  })

  it('for the ROPS and for the ministry', async () => {
    const ofRegion = await regionFigures.execute(rops, { code: '18' })
    expect(shown(ofRegion.unmet)).toEqual({
      dowoz_uczniow: { kind: 'hidden' },
      korepetycje: { kind: 'few' },
      all: { kind: 'count', value: 8 },
    })
    expect(ofRegion.tasks.unmet.map((t) => [t.name, t.service, t.families.kind])).toEqual([
      ['Krasne', 'Dowóz ucznia (także z niepełnosprawnością)', 'few'],
      ['Trzebownisko', 'Dowóz ucznia (także z niepełnosprawnością)', 'hidden'],
      ['Trzebownisko', 'Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie)', 'few'],
    ])
    const { unmet } = await countryFigures.execute(ministry, {})
    expect(unmet.get('korepetycje')).toEqual({ kind: 'few' })
    expect(unmet.get('all')).toEqual({ kind: 'count', value: 8 })
  })

  it('and gone when it is ended or the need is over', async () => {
    await asOwner().query(`update need set closed_on = app.today() where team_id = $1`, [large])
    const { unmet } = await teamFigures.execute(radny, { teamId: large })
    expect(shown(unmet)).toEqual({})
  })
})
