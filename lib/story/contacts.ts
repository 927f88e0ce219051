import { z } from 'zod'
import { isFinal, type LineStatus, nextExpectedOn } from '@/lib/baskets'
import { bySubject, ofCase } from '@/lib/cases'
import { serviceTypes } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { isContact, type NoteKind } from '@/lib/notes'
import type { Role } from '@/lib/platform/generated/prisma/enums'
import { uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { earliestOpen, latest } from '@/lib/story/when'

/** One person who works with the family; without a person a house that has not named one yet. */
export type Worker = {
  readonly key: string
  readonly name: string | null
  /** Of who is assigned to the case. */
  readonly role: Role | null
  readonly assignmentId: string | null
  /** The family's coordinator leaves only for a successor. */
  readonly mayLeave: boolean
  readonly services: readonly string[]
  readonly institution: string
  readonly phone: string | null
  readonly lastOn: IsoDate | null
  readonly nextOn: IsoDate | null
  /** The next contact should have been by now. */
  readonly late: boolean
}

/** What is known of the contacts of one person in one house. */
type Known = { services: string[]; last: IsoDate[]; next: IsoDate[] }

const keyOf = (userId: string | null, institutionId: string): string => `${userId ?? ''} ${institutionId}`

type NoteRow = {
  userId: string
  institutionId: string
  kind: NoteKind
  heldOn: IsoDate
  nextOn: IsoDate | null
}
type LineOfWorker = {
  userId: string | null
  institutionId: string
  status: LineStatus
  title: string | null
  serviceKey: string
  frequency: string
  startsOn: IsoDate
  endsOn: IsoDate | null
  /** this reader is not to know when it takes place (domain 8.2 d) */
  untold: boolean
  /** the last delivery */
  lastOn: IsoDate | null
}
type Assigned = { id: string; userId: string; institutionId: string; role: Role }
type Named = { id: string; name: string; phone: string | null }
type Found = {
  assigned: Assigned[] | null
  notes: NoteRow[] | null
  lines: LineOfWorker[] | null
  users: Named[] | null
  places: Named[] | null
}

/** Who is assigned, what was noted and delivered, and their names, as far as this reader sees each, in one question. */
const foundIn = async ({ tx, actor, today }: Context, caseId: string): Promise<Found> => {
  const [found] = await tx.$queryRaw<Found[]>`
    with assigned as materialized (
      select r.id, r.user_id, r.institution_id, r.role, r.starts_on from role_assignment r
      where r.case_id = ${caseId}::uuid and r.ended_at is null),
    noted as materialized (
      select n.author_id as user_id, n.author_institution_id as institution_id, n.kind, n.held_on, s.next_on
      from note n left join note_next s on s.note_id = n.id
      where n.case_id = ${caseId}::uuid and n.removed_at is null),
    line as materialized (
      select l.id, l.responsible_user_id as user_id, l.provider_institution_id as institution_id, l.status,
        coalesce(l.title, own.name, o.name) as title, l.service_key, l.frequency, l.starts_on, l.ends_on, (
          select max(d.delivered_on) from service_delivery d where d.line_id = l.id and d.cancelled_at is null) as last_on
      from basket_line l left join service_overlay own on own.id = l.regional_service_id
        left join service_overlay o on o.service_key = l.service_key and o.kind = 'renamed'
          and o.wojewodztwo_code = ${actor.wojewodztwoCode} and o.starts_on <= ${today}::date
          and (o.ended_on is null or o.ended_on > ${today}::date)
      where l.case_id = ${caseId}::uuid and l.sent_at is not null),
    untold as materialized (select unnest(app.hidden_line_ids(array(select id from line))) as id),
    who as materialized (
      select user_id, institution_id from assigned union select user_id, institution_id from noted
      union select user_id, institution_id from line)
    select
      (select json_agg(json_build_object('id', id, 'userId', user_id, 'institutionId', institution_id, 'role', role)
          order by starts_on, id) from assigned) as assigned,
      (select json_agg(json_build_object('userId', user_id, 'institutionId', institution_id, 'kind', kind,
          'heldOn', held_on, 'nextOn', next_on)) from noted) as notes,
      (select json_agg(json_build_object('userId', user_id, 'institutionId', institution_id, 'status', status,
          'title', title, 'serviceKey', service_key, 'frequency', frequency, 'startsOn', starts_on, 'endsOn', ends_on,
          'untold', id in (select id from untold), 'lastOn', last_on) order by starts_on, id) from line) as lines,
      (select json_agg(json_build_object('id', u.id, 'name', u.given_name || ' ' || u.family_name, 'phone', u.phone))
        from user_account u where u.id = any (array(select user_id from who))) as users,
      (select json_agg(json_build_object('id', i.id, 'name', i.name, 'phone', i.phone))
        from institution i where i.id = any (array(select institution_id from who))) as places`
  return found ?? { assigned: null, notes: null, lines: null, users: null, places: null }
}

/** Contacts out of the notes that this reader is shown; who was not at home was not met. */
const fromNotes = (notes: readonly NoteRow[], known: (key: string) => Known): void => {
  for (const n of notes) {
    const one = known(keyOf(n.userId, n.institutionId))
    if (isContact(n.kind)) one.last.push(n.heldOn)
    if (n.nextOn) one.next.push(n.nextOn)
  }
}

const unanswered: readonly LineStatus[] = ['draft', 'proposed', 'counterProposed']

/** Deliveries and the planned rhythm of the services that this reader sees, for who is responsible for them. */
const fromServices = (lines: readonly LineOfWorker[], known: (key: string) => Known): void => {
  const names = new Map(serviceTypes().map((s) => [s.key, s.namePl]))
  for (const line of lines) {
    const running = !isFinal(line.status) && !unanswered.includes(line.status)
    if (!running && !line.lastOn) continue
    const one = known(keyOf(line.userId, line.institutionId))
    if (line.lastOn && !line.untold) one.last.push(line.lastOn)
    if (!running) continue
    one.services.push(line.title ?? names.get(line.serviceKey) ?? line.serviceKey)
    if (line.untold) continue
    const next = nextExpectedOn({ ...line, quantity: null, lastDeliveryOn: line.lastOn })
    if (next) one.next.push(next)
  }
}

/** Who works with the family: name, role, institution, phone, when last in contact and when next. */
export const listWorkers = defineQuery({
  name: 'case.contacts',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }): Promise<Worker[]> => {
    const all = new Map<string, Known>()
    const known = (key: string): Known => {
      const one = all.get(key) ?? { services: [], last: [], next: [] }
      all.set(key, one)
      return one
    }
    const found = await foundIn(ctx, caseId)
    const assigned = found.assigned ?? []
    for (const a of assigned) known(keyOf(a.userId, a.institutionId))
    fromNotes(found.notes ?? [], known)
    fromServices(found.lines ?? [], known)
    const userOf = new Map(found.users?.map((u) => [u.id, u]))
    const placeOf = new Map(found.places?.map((p) => [p.id, p]))
    return [...all].flatMap(([key, { services, last, next }]): Worker[] => {
      const [userId = '', institutionId = ''] = key.split(' ')
      const role = assigned.find((a) => keyOf(a.userId, a.institutionId) === key) ?? null
      // who wrote once and works with the family no more stays in the story, not among who works
      if (!role && services.length === 0) return []
      const [user, place] = [userOf.get(userId), placeOf.get(institutionId)]
      const lastOn = latest(last)
      const nextOn = earliestOpen(next, lastOn)
      return [
        {
          key,
          name: user?.name ?? null,
          role: role?.role ?? null,
          assignmentId: role?.id ?? null,
          mayLeave: role !== null && role.role !== 'koordynator_rodziny',
          services,
          institution: place?.name ?? '',
          phone: user?.phone ?? place?.phone ?? null,
          lastOn,
          nextOn,
          late: nextOn !== null && nextOn < ctx.today,
        },
      ]
    })
  },
  audit: (_workers, _input, facts) => ofCase(facts),
})
