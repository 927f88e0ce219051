import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { caseFacts } from '@/lib/cases/facts'
import { now, today } from '@/lib/platform/clock'
import { asActor, type Tx } from '@/lib/platform/db'
import type { Actor, Role } from '@/lib/policy/actor'
import { decide } from '@/lib/policy/decide'
import type { Permission } from '@/lib/policy/permissions'
import { useDatabase } from '@/tests/support/database'
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

type Made = Awaited<ReturnType<typeof makeCase>>
type Who =
  | 'koordynator_rodziny'
  | 'asystent_rodziny'
  | 'koordynator_zespolu'
  | 'lider_gminny'
  | 'audytor'
  | 'specjalista'
  | 'lider_powiatowy'
  | 'decydent'
  | 'wykonawca'
  | 'radny'
  | 'iod'

const everybody: readonly Who[] = [
  'koordynator_rodziny',
  'asystent_rodziny',
  'koordynator_zespolu',
  'lider_gminny',
  'audytor',
  'specjalista',
  'lider_powiatowy',
  'decydent',
  'wykonawca',
  'radny',
  'iod',
]

let made: Made
let ops: string
let school: string
let child: string
let line: string
let plan: string
const people = {} as Record<Who, Actor>

beforeAll(async () => {
  ops = await makeInstitution()
  school = await makeInstitution({ kind: 'szkola_podstawowa' })
  const pcpr = await makeInstitution({ kind: 'pcpr' })
  const council = await makeInstitution({ kind: 'rada_gminy' })
  const teamId = await makeTeam({ lead: ops, members: [school, pcpr, council] })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  child = await makePerson(made)
  for (const institution of [school, pcpr]) {
    await joinCase(made, institution)
    await consent(made, child, institution, ['PODSTAWOWE', 'EDUKACJA'])
  }
  const of: Record<Who, [string, { role: Role; teamId?: string; caseId?: string }]> = {
    koordynator_rodziny: [ops, { role: 'koordynator_rodziny', caseId: made.caseId }],
    asystent_rodziny: [ops, { role: 'asystent_rodziny', caseId: made.caseId }],
    koordynator_zespolu: [ops, { role: 'koordynator_zespolu', teamId }],
    lider_gminny: [ops, { role: 'lider_gminny' }],
    audytor: [ops, { role: 'audytor' }],
    specjalista: [school, { role: 'specjalista', caseId: made.caseId }],
    lider_powiatowy: [pcpr, { role: 'lider_powiatowy' }],
    decydent: [school, { role: 'decydent' }],
    wykonawca: [school, { role: 'wykonawca' }],
    radny: [council, { role: 'radny' }],
    iod: [ops, { role: 'iod' }],
  }
  for (const who of everybody) people[who] = await makeActor(...of[who])
  line = randomUUID()
  plan = randomUUID()
  await insert('basket_line', {
    id: line,
    ...owned(),
    service_key: 'korepetycje',
    category: 'EDUKACJA',
    provider_institution_id: school,
    responsible_user_id: people.wykonawca.userId,
    starts_on: '2026-10-01',
    status: 'inProgress',
    status_since: '2026-10-01',
    created_by_id: people.koordynator_rodziny.userId,
  })
  await insert('line_beneficiary', { line_id: line, person_id: child, ...at() })
  await insert('plan', { id: plan, ...owned(), version_no: 1, status: 'inForce' })
})

const at = () => ({ case_id: made.caseId, team_id: made.teamId })
const owned = () => ({ ...at(), owner_institution_id: ops })

/** Domain 3.6 as a list: who may do it, and nobody else. Written from the table, not from grants.ts. */
const rights: Partial<Record<Permission, readonly Who[]>> = {
  // Basket line: C koord_rodz, asystent; U koord_zesp; A of the provider
  'line.create': ['koordynator_rodziny', 'asystent_rodziny'],
  'line.send': ['koordynator_rodziny', 'asystent_rodziny'],
  'line.sendLink': ['koordynator_rodziny', 'asystent_rodziny'],
  'line.takeBackLink': ['koordynator_rodziny', 'asystent_rodziny'],
  'line.edit': ['koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'],
  'line.justify': ['koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'],
  'line.settle': ['koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'],
  'line.unsettle': ['koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'],
  'line.record': ['koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'],
  'line.cancel': ['koordynator_rodziny'],
  'line.takeOver': ['koordynator_rodziny'],
  'line.answer': ['decydent', 'wykonawca'],
  'line.assign': ['decydent'],
  'line.schedule': [
    'koordynator_rodziny',
    'asystent_rodziny',
    'koordynator_zespolu',
    'decydent',
    'wykonawca',
  ],
  'line.suspend': ['koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu', 'decydent', 'wykonawca'],
  'line.start': ['koordynator_rodziny', 'asystent_rodziny', 'decydent', 'wykonawca'],
  'line.finish': ['koordynator_rodziny', 'asystent_rodziny', 'decydent', 'wykonawca'],
  // Delivery, monitoring, evaluation: CRU koord_rodz and asystent, of the provider its own
  'line.deliver': ['koordynator_rodziny', 'asystent_rodziny', 'decydent', 'wykonawca'],
  'line.deliverSeries': ['koordynator_rodziny', 'asystent_rodziny', 'decydent', 'wykonawca'],
  'monitoring.record': ['koordynator_rodziny', 'asystent_rodziny'],
  'monitoring.edit': ['koordynator_rodziny', 'asystent_rodziny'],
  'evaluation.record': ['koordynator_rodziny', 'asystent_rodziny'],
  // Goal, plan version: CU koord_rodz, U asystent, A of who approves
  'goal.add': ['koordynator_rodziny'],
  'goal.edit': ['koordynator_rodziny', 'asystent_rodziny'],
  'case.submitPlan': ['koordynator_rodziny'],
  'plan.sign': ['koordynator_rodziny'],
  'case.putInForce': ['koordynator_zespolu'],
  'case.close': ['lider_gminny'],
  'case.reopen': ['lider_gminny'],
  // Need: CU koord_rodz and asystent, of a specialist the own area
  'need.add': ['koordynator_rodziny', 'asystent_rodziny', 'specjalista'],
}

const mayDo = (who: Who, permission: Permission): Promise<boolean> =>
  asActor(people[who], async (tx) => {
    const ctx = { tx, actor: people[who], now: now(), today: today() }
    return caseFacts(ctx, made.caseId).then(
      (facts) => decide(people[who], permission, facts).allowed,
      () => false,
    )
  })

describe('policy: who may write what', () => {
  it.each(Object.entries(rights))('%s', async (permission, wanted) => {
    const allowed: Who[] = []
    for (const who of everybody) if (await mayDo(who, permission as Permission)) allowed.push(who)
    expect(allowed).toEqual(wanted)
  })
})

const prisma = () => ({ caseId: made.caseId, teamId: made.teamId, ownerInstitutionId: ops })

/** Of each write what the rows themselves let through, whatever the first lock says; undone afterwards. */
const writes: Record<string, (tx: Tx, who: Actor) => Promise<number>> = {
  'a line is changed': async (tx) =>
    (await tx.basketLine.updateMany({ where: { id: line }, data: { scope: 'biblioteka' } })).count,
  'the hour of a line is changed': async (tx) =>
    (await tx.lineSchedule.updateMany({ where: { lineId: line }, data: { place: 'biblioteka' } })).count,
  'a line is made': async (tx, who) =>
    (
      await tx.basketLine.createMany({
        data: [
          {
            ...prisma(),
            serviceKey: 'korepetycje',
            category: 'EDUKACJA',
            providerInstitutionId: school,
            startsOn: new Date('2026-12-01'),
            statusSince: new Date('2026-11-01'),
            createdById: who.userId,
          },
        ],
      })
    ).count,
  'whom a line is for is rewritten': async (tx) =>
    (await tx.lineBeneficiary.deleteMany({ where: { lineId: line } })).count,
  'a delivery is noted': async (tx, who) =>
    (
      await tx.serviceDelivery.createMany({
        data: [
          {
            lineId: line,
            caseId: made.caseId,
            teamId: made.teamId,
            deliveredOn: new Date('2026-11-02'),
            quantity: 1,
            recordedById: who.userId,
            institutionId: who.institutionId,
          },
        ],
      })
    ).count,
  'a look is written': async (tx, who) =>
    (
      await tx.monitoringCard.createMany({
        data: [
          {
            ...prisma(),
            category: 'EDUKACJA',
            heldOn: new Date('2026-11-02'),
            summary: 'x',
            recordedById: who.userId,
          },
        ],
      })
    ).count,
  'an evaluation is written': async (tx, who) =>
    (
      await tx.evaluation.createMany({
        data: [
          {
            ...prisma(),
            category: 'EDUKACJA',
            heldOn: new Date('2026-11-02'),
            outcomeKey: 'cel_osiagniety',
            summary: 'x',
            recordedById: who.userId,
          },
        ],
      })
    ).count,
  'a plan version is changed': async (tx) =>
    (await tx.plan.updateMany({ where: { id: plan }, data: { familySignedBy: 'x' } })).count,
}

class Undo extends Error {}

const passes = async (who: Who, write: (tx: Tx, actor: Actor) => Promise<number>): Promise<boolean> => {
  let count = 0
  try {
    await asActor(people[who], async (tx) => {
      count = await write(tx, people[who])
      throw new Undo()
    })
  } catch (error) {
    if (error instanceof Undo) return count > 0
  }
  return false
}

describe('rows: who can write what', () => {
  it.each<[string, readonly Who[]]>([
    [
      'a line is changed',
      ['koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu', 'decydent', 'wykonawca'],
    ],
    [
      'the hour of a line is changed',
      ['koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu', 'decydent', 'wykonawca'],
    ],
    ['a line is made', ['koordynator_rodziny', 'asystent_rodziny']],
    ['whom a line is for is rewritten', ['koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu']],
    ['a delivery is noted', ['koordynator_rodziny', 'asystent_rodziny', 'decydent', 'wykonawca']],
    ['a look is written', ['koordynator_rodziny', 'asystent_rodziny']],
    ['an evaluation is written', ['koordynator_rodziny', 'asystent_rodziny']],
    [
      'a plan version is changed',
      ['koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu', 'lider_gminny'],
    ],
  ])('%s', async (what, wanted) => {
    const write = writes[what]
    if (!write) throw new Error(`no write ${what}`)
    const able: Who[] = []
    for (const who of everybody) if (await passes(who, write)) able.push(who)
    expect(able).toEqual(wanted)
  })
})
