import { countsAs } from '@/lib/baskets'
import { addCalendarDays } from '@/lib/calendar'
import { needTypes, serviceConflicts, serviceTypes } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import type { CodedLine } from '@/lib/templates/coded'

/** A member of the team of the case. */
export type Member = {
  readonly id: string
  readonly name: string
  readonly kindKey: string
  readonly replacesOps: boolean
  /** National keys and services of the voivodeship that it says it offers. */
  readonly offers: ReadonlySet<string>
}

export type Provider = { readonly id: string; readonly name: string; readonly declared: boolean }

/**
 * Does the member hold the role of the one that gave the service? The same kind, or one that does its work: what a MOPR of
 * a city gave, OPS or PCPR gives elsewhere, each within its own services.
 */
const holdsRole = (member: Member, line: Pick<CodedLine, 'kindKey' | 'serviceKey'>): boolean => {
  if (member.kindKey === line.kindKey) return true
  const wanted = countsAs({ kindKey: line.kindKey, replacesOps: true })
  const usual = serviceTypes().find((s) => s.key === line.serviceKey)?.providerKinds ?? []
  return countsAs(member).some((kind) => wanted.includes(kind) && usual.includes(kind))
}

/**
 * Who of this team could be asked for a line of a template: whose kind counts as the kind that gave the service, and who
 * says that it offers it. Nobody outside the team is ever proposed.
 */
export const providersFor = (
  line: Pick<CodedLine, 'kindKey' | 'serviceKey' | 'regionalServiceId'>,
  members: readonly Member[],
): Provider[] =>
  members
    .map((m) => ({
      id: m.id,
      name: m.name,
      declared: m.offers.has(line.regionalServiceId ?? line.serviceKey),
      role: holdsRole(m, line),
    }))
    .filter((m) => m.declared || m.role)
    .sort(
      (a, b) =>
        Number(b.role) - Number(a.role) ||
        Number(b.declared) - Number(a.declared) ||
        a.name.localeCompare(b.name, 'pl'),
    )
    .map(({ id, name, declared }) => ({ id, name, declared }))

/** When a line of a template would be, if its first service began on this day. */
export const daysOf = (
  line: Pick<CodedLine, 'startWeek' | 'lengthWeeks'>,
  first: IsoDate,
  planEndsOn: IsoDate | null,
): { startsOn: IsoDate; endsOn: IsoDate | null } => {
  const startsOn = addCalendarDays(first, 7 * line.startWeek)
  const end = line.lengthWeeks === null ? null : addCalendarDays(startsOn, 7 * line.lengthWeeks - 1)
  const cut = end !== null && planEndsOn !== null && planEndsOn >= startsOn && end > planEndsOn
  return { startsOn, endsOn: cut ? planEndsOn : end }
}

/** The need of the family that a line would answer: of the same type, else one that its service answers. */
export const needFor = <N extends { readonly id: string; readonly needKey: string }>(
  line: Pick<CodedLine, 'needKeys' | 'serviceKey'>,
  needs: readonly N[],
): N | null =>
  needs.find((n) => line.needKeys.includes(n.needKey)) ??
  needs.find((n) =>
    needTypes().some((t) => t.key === n.needKey && t.serviceKeys.includes(line.serviceKey)),
  ) ??
  null

type Existing = {
  readonly id: string
  readonly serviceKey: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
}
export type Clash = { readonly lineId: string; readonly why: 'same' | 'opposite' }

/** Lines of the basket that would do the same at the same time, or work against it. */
export const clashesOf = (wanted: Omit<Existing, 'id'>, existing: readonly Existing[]): Clash[] =>
  existing
    .filter(
      (e) =>
        (wanted.endsOn === null || e.startsOn <= wanted.endsOn) &&
        (e.endsOn === null || wanted.startsOn <= e.endsOn),
    )
    .flatMap((e): Clash[] => {
      if (e.serviceKey === wanted.serviceKey) return [{ lineId: e.id, why: 'same' }]
      const opposite = serviceConflicts().some(
        ({ services }) => services.includes(e.serviceKey) && services.includes(wanted.serviceKey),
      )
      return opposite ? [{ lineId: e.id, why: 'opposite' }] : []
    })
