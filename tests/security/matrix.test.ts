import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { caseFacts } from '@/lib/cases/facts'
import { now, today } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor, Role } from '@/lib/policy/actor'
import { decide } from '@/lib/policy/decide'
import { asOwner, useDatabase } from '@/tests/support/database'
import {
  actorOf,
  consent,
  giveRole,
  insert,
  joinCase,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
  makeUser,
} from '@/tests/support/world'

useDatabase()

const roles = [
  'operator',
  'rops_koordynator',
  'animator',
  'ekspert',
  'lider_gminny',
  'lider_powiatowy',
  'koordynator_zespolu',
  'koordynator_rodziny',
  'asystent_rodziny',
  'decydent',
  'specjalista',
  'wykonawca',
  'ministerstwo',
  'radny',
  'admin_lokalny',
  'iod',
  'audytor',
] as const satisfies Role[]

const categories = ['BYT', 'EDUKACJA', 'ZDROWIE', 'KARNE'] as const
type Category = (typeof categories)[number]
const sensitive: readonly Category[] = ['ZDROWIE', 'KARNE']

/** Who stands how to the case, drawn anew for each world. */
type World = {
  role: Role
  place: 'owner' | 'member' | 'outside'
  assigned: boolean
  takesPart: boolean
  basic: boolean
  consented: Category[]
  line: 'none' | 'draft' | 'sent'
  responsible: boolean
}

const worlds: fc.Arbitrary<World> = fc.record({
  role: fc.constantFrom(...roles),
  place: fc.constantFrom('owner', 'member', 'outside'),
  assigned: fc.boolean(),
  takesPart: fc.boolean(),
  basic: fc.boolean(),
  consented: fc.subarray([...categories]),
  line: fc.constantFrom('none', 'draft', 'sent'),
  responsible: fc.boolean(),
})

const teamScoped: readonly Role[] = ['koordynator_zespolu', 'animator']
const caseScoped: readonly Role[] = ['koordynator_rodziny', 'asystent_rodziny', 'specjalista']
const unitRoles: readonly Role[] = ['lider_gminny', 'audytor']

type Seen = { case: boolean; person: boolean; identity: boolean; line: boolean; needs: string[] }

/** Domain 3.6 and 5.3.7 written anew, from the text and not from the code. */
const oracle = (w: World): Seen => {
  const owner = w.place === 'owner'
  const reachesAsWorker =
    (caseScoped.includes(w.role) && w.assigned) ||
    (w.role === 'koordynator_zespolu' && w.assigned) ||
    (unitRoles.includes(w.role) && owner) ||
    (w.role === 'lider_powiatowy' && (w.takesPart || owner))
  const anyBasic = w.basic
  const worker = reachesAsWorker && (owner || (w.takesPart && anyBasic))
  const lineOpen = owner || (w.basic && w.consented.includes('EDUKACJA'))
  const answers =
    w.role === 'decydent' ||
    (w.responsible && ['wykonawca', 'specjalista', 'asystent_rodziny'].includes(w.role)) ||
    // a unit that asks itself may name its own social worker
    (w.responsible && owner && w.role === 'koordynator_rodziny')
  const provider = w.line === 'sent' && answers && lineOpen
  const need = (c: Category): boolean => {
    if (!worker) return false
    if (owner && w.role === 'koordynator_rodziny') return true
    if (owner && !sensitive.includes(c)) return true
    return w.consented.includes(c)
  }
  const coordinates =
    owner && ['koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'].includes(w.role)
  const readsLine = worker && (owner || w.consented.includes('EDUKACJA'))
  return {
    case: worker || provider,
    person: worker || provider,
    identity: worker,
    line: w.line !== 'none' && (w.line === 'draft' ? readsLine && coordinates : readsLine || provider),
    needs: categories.filter(need).map((c) => c.toString()),
  }
}

let ops: string
let member: string
let outside: string
let team: string

beforeAll(async () => {
  ops = await makeInstitution()
  member = await makeInstitution({ kind: 'szkola_podstawowa' })
  outside = await makeInstitution({ kind: 'ngo', seat: '2013072' })
  team = await makeTeam({ lead: ops, members: [member] })
})

const build = async (w: World) => {
  const institution = { owner: ops, member, outside }[w.place]
  const made = await makeCase({ teamId: team, owner: ops, status: 'inProgress' })
  const person = await makePerson(made)
  const owned = { case_id: made.caseId, team_id: team, owner_institution_id: ops }
  for (const category of categories)
    await insert('need', { ...owned, person_id: person, need_key: category, category, created_by_id: person })
  const userId = await makeUser(institution)
  await giveRole(userId, institution, {
    role: w.role,
    teamId: teamScoped.includes(w.role) && w.assigned ? team : undefined,
    caseId: caseScoped.includes(w.role) && w.assigned ? made.caseId : undefined,
  })
  if (w.takesPart) await joinCase(made, institution)
  const open = [...(w.basic ? ['PODSTAWOWE'] : []), ...w.consented]
  if (open.length > 0) await consent(made, person, institution, open)
  if (w.line !== 'none') {
    const line = crypto.randomUUID()
    await insert('basket_line', {
      id: line,
      ...owned,
      service_key: 'swietlica',
      category: 'EDUKACJA',
      provider_institution_id: institution,
      responsible_user_id: w.responsible ? userId : null,
      starts_on: '2026-10-01',
      status: w.line === 'draft' ? 'draft' : 'accepted',
      status_since: '2026-10-01',
      created_by_id: person,
    })
    await insert('line_beneficiary', {
      line_id: line,
      person_id: person,
      case_id: made.caseId,
      team_id: team,
    })
  }
  return { made, person, actor: await actorOf(userId, institution) }
}

const look = (actor: Actor, caseId: string, personId: string): Promise<{ seen: Seen; policy: boolean }> =>
  asActor(actor, async (tx) => {
    const needs = await tx.need.findMany({ where: { caseId }, select: { category: true } })
    const seen: Seen = {
      case: (await tx.familyCase.count({ where: { id: caseId } })) === 1,
      person: (await tx.person.count({ where: { id: personId } })) === 1,
      identity: (await tx.personIdentity.count({ where: { personId } })) === 1,
      line: (await tx.basketLine.count({ where: { caseId } })) === 1,
      needs: categories.filter((c) => needs.some((n) => n.category === c)).map((c) => c.toString()),
    }
    const policy = await caseFacts({ tx, actor, now: now(), today: today() }, caseId).then(
      (facts) => decide(actor, 'case.read', facts).allowed,
      () => false,
    )
    return { seen, policy }
  })

describe('role × relation × consent', () => {
  it('what the database shows and what policy says both equal an oracle written from the domain', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (w) => {
        const { made, person, actor } = await build(w)
        const { seen, policy } = await look(actor, made.caseId, person)
        expect({ seen, policy }).toEqual({ seen: oracle(w), policy: oracle(w).case })
        await asOwner().query('update role_assignment set ended_at = now() where user_id = $1', [
          actor.userId,
        ])
      }),
      { numRuns: 300, seed: 20261124 },
    )
  }, 120_000)
})
