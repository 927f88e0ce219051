import fc from 'fast-check'
import type { Actor, Role } from '@/lib/policy/actor'
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

export const categories = ['BYT', 'EDUKACJA', 'ZDROWIE', 'KARNE'] as const
export type Category = (typeof categories)[number]
export const sensitive: readonly Category[] = ['ZDROWIE', 'KARNE']

/** Who stands how to the case, drawn anew for each world. */
export type World = {
  role: Role
  place: 'owner' | 'member' | 'outside'
  assigned: boolean
  takesPart: boolean
  basic: boolean
  consented: Category[]
  line: 'none' | 'draft' | 'sent'
  responsible: boolean
}

export const worlds: fc.Arbitrary<World> = fc.record({
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

/** A role that reaches the case, in an institution that may work on it: its owner, or one that takes part by consent. */
export const worksOn = (w: World): boolean => {
  const owner = w.place === 'owner'
  const reached =
    (caseScoped.includes(w.role) && w.assigned) ||
    (w.role === 'koordynator_zespolu' && w.assigned) ||
    (unitRoles.includes(w.role) && owner) ||
    (w.role === 'lider_powiatowy' && (w.takesPart || owner))
  return reached && (owner || (w.takesPart && w.basic))
}

/** Delivers the line: it was sent to the own institution, the family agreed, and the person answers for it there. */
export const delivers = (w: World): boolean => {
  const open = w.place === 'owner' || (w.basic && w.consented.includes('EDUKACJA'))
  const answers =
    w.role === 'decydent' ||
    (w.responsible && ['wykonawca', 'specjalista', 'asystent_rodziny'].includes(w.role)) ||
    // a unit that asks itself may name its own social worker
    (w.responsible && w.place === 'owner' && w.role === 'koordynator_rodziny')
  return w.line === 'sent' && answers && open
}

/** May read what bears this category of data. */
export const reads = (w: World, c: Category): boolean => {
  const owner = w.place === 'owner'
  if (!worksOn(w)) return false
  if (owner && w.role === 'koordynator_rodziny') return true
  return (owner && !sensitive.includes(c)) || w.consented.includes(c)
}

/** Sees the line: a draft is for who coordinates, a sent one for who works with the family and for who delivers it. */
export const seesLine = (w: World): boolean => {
  const owner = w.place === 'owner'
  const coordinates =
    owner && ['koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'].includes(w.role)
  const worker = worksOn(w) && (owner || w.consented.includes('EDUKACJA'))
  return w.line !== 'none' && (w.line === 'draft' ? worker && coordinates : worker || delivers(w))
}

export type Built = {
  made: Awaited<ReturnType<typeof makeCase>>
  person: string
  line: string
  institution: string
  actor: Actor
}

let ops: string
let member: string
let outside: string
let team: string

export const makePlace = async (): Promise<void> => {
  ops = await makeInstitution()
  member = await makeInstitution({ kind: 'szkola_podstawowa' })
  outside = await makeInstitution({ kind: 'ngo', seat: '2013072' })
  team = await makeTeam({ lead: ops, members: [member] })
}

/** The case, the person of the family, and who looks at it, as the world says. */
export const build = async (w: World): Promise<Built> => {
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
  const line = crypto.randomUUID()
  if (w.line !== 'none') {
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
  return { made, person, line, institution, actor: await actorOf(userId, institution) }
}
