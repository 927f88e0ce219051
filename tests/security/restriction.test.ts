import { beforeAll, describe, expect, it } from 'vitest'
import { accessLog } from '@/lib/audit'
import { listMyServices, readMyService } from '@/lib/baskets'
import { teamBoard } from '@/lib/board'
import { assignToCase, listCases, readCase, readRestriction, restrictCase, unrestrictCase } from '@/lib/cases'
import { teamFigures } from '@/lib/dashboards'
import { listNotifications } from '@/lib/notifications'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { search } from '@/lib/search'
import { readHistory } from '@/lib/story'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { rowsSeen } from '@/tests/support/scenes/rows-seen'
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

useDatabase()

let made: Awaited<ReturnType<typeof makeCase>>
let line: string
let mother: string
let foreign: Awaited<ReturnType<typeof makeCase>>
const who: Record<string, Actor> = {}
const at = (name: string): Actor => {
  const actor = who[name]
  if (!actor) throw new Error(name)
  return actor
}

/** Everybody who sees the case by a role and is not named. */
const others = ['leader', 'assistant', 'counsellor', 'head', 'teacher', 'auditor']

const addLine = async (provider: string, responsible: string, person: string): Promise<string> => {
  const id = crypto.randomUUID()
  await insert('basket_line', {
    id,
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    service_key: 'korepetycje',
    category: 'EDUKACJA',
    provider_institution_id: provider,
    responsible_user_id: responsible,
    starts_on: '2026-11-01',
    status: 'proposed',
    status_since: '2026-11-10',
    sent_at: '2026-11-10T10:00:00Z',
    created_by_id: responsible,
  })
  await insert('line_beneficiary', {
    line_id: id,
    case_id: made.caseId,
    team_id: made.teamId,
    person_id: person,
  })
  return id
}

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS Świlcza' })
  const school = await makeInstitution({ kind: 'szkola_podstawowa', name: 'Szkoła Podstawowa' })
  const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat', name: 'PCPR Rzeszów' })
  const teamId = await makeTeam({ lead: ops, members: [school, pcpr] })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress', label: 'Rodzina Zawadów' })
  mother = await makePerson(made, { givenName: 'Ewa', familyName: 'Zawada' })
  for (const place of [school, pcpr]) {
    await joinCase(made, place)
    await consent(made, mother, place, ['PODSTAWOWE', 'EDUKACJA'])
  }
  who.leader = await makeActor(ops, { role: 'lider_gminny' }, { givenName: 'Halina', familyName: 'Lider' })
  who.coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  who.worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  who.assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId })
  who.colleague = await makeActor(ops, { role: 'koordynator_rodziny' })
  who.auditor = await makeActor(ops, { role: 'audytor' })
  who.officer = await makeActor(ops, { role: 'iod' })
  who.counsellor = await makeActor(pcpr, { role: 'lider_powiatowy' })
  who.head = await makeActor(school, { role: 'decydent' })
  who.teacher = await makeActor(school, { role: 'wykonawca' })
  who.pupil = await makeActor(school, { role: 'wykonawca' })
  who.foreign = await makeActor(school, { role: 'koordynator_zespolu', teamId })
  line = await addLine(school, at('teacher').userId, mother)
  foreign = await makeCase({ teamId, owner: ops, status: 'diagnosis', label: 'Rodzina Inna' })
  await asOwner().query(
    `insert into notification (user_id, institution_id, kind, team_id, case_id) select u, i, 'plan.ready', $3, $4
       from unnest($1::uuid[], $2::uuid[]) x (u, i)`,
    [
      others.map((name) => at(name).userId),
      others.map((name) => at(name).institutionId),
      made.teamId,
      made.caseId,
    ],
  )
  await asOwner().query(
    `insert into notification (user_id, institution_id, kind, team_id, line_id) values ($1, $2, 'line.asked', $3, $4)`,
    [at('head').userId, at('head').institutionId, made.teamId, line],
  )
})

const restrict = (name: string, people: string[] = ['coordinator', 'worker']) =>
  restrictCase.execute(at(name), {
    caseId: made.caseId,
    reason: 'Rodzina pracownicy jednostki',
    people: people.map((one) => at(one).userId),
  })

const rowsOf = (actor: Actor) => rowsSeen(actor, made.caseId)

const persons = (actor: Actor) =>
  asActor(actor, async (tx) => [
    await tx.person.count({ where: { familyName: 'Zawada' } }),
    await tx.family.count({ where: { label: 'Rodzina Zawadów' } }),
  ])

const found = async (name: string): Promise<number> =>
  (await search.execute(at(name), { q: 'Zawada' })).cases.length

describe('before', () => {
  it('everybody with a role reads it', async () => {
    for (const name of others) expect([name, (await rowsOf(at(name))).family_case]).toEqual([name, 1])
    expect(await found('leader')).toBe(1)
    expect(await found('counsellor')).toBe(1)
  })

  it('only who leads it may restrict it, and only for people who see it', async () => {
    for (const name of ['worker', 'assistant', 'counsellor', 'head', 'teacher', 'auditor', 'foreign'])
      expect([name, (await refusal(restrict(name))).split(' ')[0]]).toEqual([name, 'forbidden'])
    expect(await refusal(restrict('colleague'))).toBe('notFound notFound')
    expect(await refusal(restrict('leader', ['officer']))).toBe('invalid invalid people')
    const past = asActor(at('leader'), (tx) =>
      tx.caseRestriction.createMany({
        data: [
          {
            caseId: made.caseId,
            teamId: made.teamId,
            ownerInstitutionId: made.owner,
            reason: 'obok',
            recordedById: at('leader').userId,
          },
        ],
      }),
    )
    await expect(past).rejects.toThrow(/row-level security/u)
  })
})

describe('while only the team coordinator and the family coordinator are named', () => {
  beforeAll(async () => {
    await restrict('coordinator')
  })

  it('the database shows the others no row of it, in no table', async () => {
    for (const name of others) expect([name, await rowsOf(at(name))]).toEqual([name, {}])
    for (const name of others) expect([name, await persons(at(name))]).toEqual([name, [0, 0]])
    for (const name of ['coordinator', 'worker']) expect((await rowsOf(at(name))).family_case).toBe(1)
  })

  it('search, lists, board, notifications and history of the others show nothing of it', async () => {
    for (const name of ['leader', 'assistant', 'counsellor', 'auditor']) {
      expect([name, await found(name)]).toEqual([name, 0])
      const { rows } = await listCases.execute(at(name), { stage: 'all', order: 'changed' })
      expect([name, rows.map((row) => row.id).includes(made.caseId)]).toEqual([name, false])
      expect(await refusal(readCase.execute(at(name), { caseId: made.caseId }))).toBe('notFound notFound')
      expect(
        await refusal(readHistory.execute(at(name), { caseId: made.caseId, cursor: '', part: '' } as never)),
      ).toContain('notFound')
    }
    const board = await teamBoard.execute(at('leader'), { teamId: made.teamId })
    expect(JSON.stringify(board)).not.toContain(made.caseId)
    for (const name of others) {
      const told = await listNotifications.execute(at(name), { onlyUnread: '', cursor: '' })
      expect([name, told.rows, told.unread]).toEqual([name, [], 0])
    }
    expect((await listMyServices.execute(at('head'), {} as never)).toString()).not.toContain(line)
    expect(await refusal(readMyService.execute(at('teacher'), { lineId: line }))).toBe('notFound notFound')
    expect(await found('coordinator')).toBe(1)
  })

  it('nobody else is told anything new, the named ones are', async () => {
    await asOwner().query(
      `insert into notification (user_id, institution_id, kind, team_id, case_id) values
         ($1, $2, 'plan.ended', $3, $4), ($5, $2, 'plan.ended', $3, $4)`,
      [at('leader').userId, made.owner, made.teamId, made.caseId, at('worker').userId],
    )
    const { rows } = await asOwner().query(
      `select kind, user_id = $2 as by_worker from notification where case_id = $1 and kind in ('plan.ended', 'case.restricted') order by 1`,
      [made.caseId, at('worker').userId],
    )
    expect(rows).toEqual([
      { kind: 'case.restricted', by_worker: true },
      { kind: 'plan.ended', by_worker: true },
    ])
  })

  it('still counts in the figures of the team', async () => {
    const figures = await teamFigures.execute(at('leader'), { teamId: made.teamId })
    // one of two open cases of the team, in its stage
    expect(figures.stages.get('work')).toEqual({ kind: 'few' })
  })

  it('each look of the named ones stands in the access log, which the officer reads and the leader does not', async () => {
    await readCase.execute(at('worker'), { caseId: made.caseId })
    const looks = async (name: string): Promise<number> =>
      asActor(at(name), (tx) => tx.auditEvent.count({ where: { caseId: made.caseId, action: 'case.read' } }))
    expect(await looks('officer')).toBe(1)
    expect(await looks('leader')).toBe(0)
    expect(
      (await accessLog.execute(at('leader'), {} as never)).rows.some((r) => r.caseId === made.caseId),
    ).toBe(false)
  })

  it('who is given work in it afterwards is named by that', async () => {
    await assignToCase.execute(at('coordinator'), {
      caseId: made.caseId,
      userId: at('colleague').userId,
      institutionId: made.owner,
      role: 'koordynator_rodziny',
    })
    expect((await rowsOf(at('colleague'))).family_case).toBe(1)
    await addLine(at('pupil').institutionId, at('pupil').userId, mother)
    const view = await readRestriction.execute(at('coordinator'), { caseId: made.caseId })
    const named = view.people.filter((one) => one.named).map((one) => one.role)
    expect(named.sort().join(' ')).toBe('koordynator_rodziny koordynator_zespolu wykonawca')
  })

  it('the restriction is never rewritten', async () => {
    const write = asActor(at('coordinator'), (tx) =>
      tx.caseRestriction.updateMany({ where: { caseId: made.caseId }, data: { reason: 'inny' } }),
    )
    await expect(write).rejects.toThrow()
    const leader = await asActor(at('leader'), (tx) =>
      tx.caseRestriction.updateMany({ where: { caseId: made.caseId }, data: { endedAt: new Date() } }),
    )
    expect(leader.count).toBe(0)
  })
})

describe('the list may change and end', () => {
  it('who restricts may leave oneself out, but never everybody who could lift it', async () => {
    expect(
      await refusal(
        restrictCase.execute(at('coordinator'), {
          caseId: foreign.caseId,
          reason: 'nikt',
          people: [],
        }),
      ),
    ).toBe('invalid invalid people')
    expect(await restrict('coordinator', ['leader'])).toMatchObject({ own: false })
    expect((await rowsOf(at('leader'))).family_case).toBe(1)
    expect(await rowsOf(at('coordinator'))).toEqual({})
  })

  it('when nobody named can lift it any more, the leader of the owner sees it again', async () => {
    await restrict('leader', [])
    expect(await rowsOf(at('leader'))).toEqual({})
    await asOwner().query(`update role_assignment set ended_at = now() where user_id = $1`, [
      at('colleague').userId,
    ])
    expect((await rowsOf(at('leader'))).family_case).toBe(1)
    expect(await rowsOf(at('coordinator'))).toEqual({})
  })

  it('ended with a reason, everybody sees again what role and consent open', async () => {
    expect(await refusal(unrestrictCase.execute(at('leader'), { caseId: made.caseId, reason: '' }))).toBe(
      'invalid invalid reason',
    )
    await unrestrictCase.execute(at('leader'), { caseId: made.caseId, reason: 'Pracownica odeszła' })
    for (const name of others) expect([name, (await rowsOf(at(name))).family_case]).toEqual([name, 1])
    const { rows } = await asOwner().query(
      `select end_reason from case_restriction where case_id = $1 order by recorded_at`,
      [made.caseId],
    )
    expect(rows).toEqual([
      { end_reason: 'zmiana listy osób' },
      { end_reason: 'zmiana listy osób' },
      { end_reason: 'Pracownica odeszła' },
    ])
    const { rows: logged } = await asOwner().query(
      `select action, count(*)::int as n from audit_event where action in ('case.restrict', 'case.unrestrict') and kind = 'write' group by 1 order by 1`,
    )
    expect(logged).toEqual([
      { action: 'case.restrict', n: 3 },
      { action: 'case.unrestrict', n: 1 },
    ])
  })
})
