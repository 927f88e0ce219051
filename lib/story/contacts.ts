import { z } from 'zod'
import { isFinal, nextExpectedOn } from '@/lib/baskets'
import { bySubject, ofCase } from '@/lib/cases'
import { serviceTypes } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { isContact } from '@/lib/notes'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
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

/** Contacts out of the notes that this reader is shown; who was not at home was not met. */
const fromNotes = async ({ tx }: Context, caseId: string, known: (key: string) => Known): Promise<void> => {
  const notes = await tx.note.findMany({
    where: { caseId, removedAt: null },
    include: { summary: { select: { nextOn: true } } },
  })
  for (const n of notes) {
    const one = known(keyOf(n.authorId, n.authorInstitutionId))
    if (isContact(n.kind)) one.last.push(fromDbDate(n.heldOn))
    if (n.summary?.nextOn) one.next.push(fromDbDate(n.summary.nextOn))
  }
}

/** Deliveries and the planned rhythm of the services that this reader sees, for who is responsible for them. */
const fromServices = async (
  { tx }: Context,
  caseId: string,
  known: (key: string) => Known,
): Promise<void> => {
  const lines = await tx.basketLine.findMany({
    where: { caseId, sentAt: { not: null } },
    include: { deliveries: { where: { cancelledAt: null }, select: { deliveredOn: true } } },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
  const names = new Map(serviceTypes().map((s) => [s.key, s.namePl]))
  for (const line of lines) {
    const held = line.deliveries.map((d) => fromDbDate(d.deliveredOn))
    const running = !isFinal(line.status) && !['draft', 'proposed', 'counterProposed'].includes(line.status)
    if (!running && held.length === 0) continue
    const one = known(keyOf(line.responsibleUserId, line.providerInstitutionId))
    one.last.push(...held)
    if (!running) continue
    one.services.push(line.title ?? names.get(line.serviceKey) ?? line.serviceKey)
    const next = nextExpectedOn({
      status: line.status,
      frequency: line.frequency,
      quantity: null,
      startsOn: fromDbDate(line.startsOn),
      endsOn: fromDbDateOrNull(line.endsOn),
      lastDeliveryOn: latest(held),
    })
    if (next) one.next.push(next)
  }
}

const assignedOf = async ({ tx }: Context, caseId: string) =>
  tx.roleAssignment.findMany({
    where: { caseId, endedAt: null },
    select: { id: true, userId: true, institutionId: true, role: true },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })

const namesOf = async ({ tx }: Context, keys: readonly string[]) => {
  const pairs = keys.map((key) => key.split(' '))
  const users = await tx.userAccount.findMany({
    where: { id: { in: pairs.flatMap(([user]) => (user ? [user] : [])) } },
    select: { id: true, givenName: true, familyName: true, phone: true },
  })
  const places = await tx.institution.findMany({
    where: { id: { in: pairs.flatMap(([, place]) => (place ? [place] : [])) } },
    select: { id: true, name: true, phone: true },
  })
  return { userOf: new Map(users.map((u) => [u.id, u])), placeOf: new Map(places.map((p) => [p.id, p])) }
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
    const assigned = await assignedOf(ctx, caseId)
    for (const a of assigned) known(keyOf(a.userId, a.institutionId))
    await fromNotes(ctx, caseId, known)
    await fromServices(ctx, caseId, known)
    const { userOf, placeOf } = await namesOf(ctx, [...all.keys()])
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
          name: user ? `${user.givenName} ${user.familyName}` : null,
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
