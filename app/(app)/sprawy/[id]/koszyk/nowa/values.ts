import type { Chosen, LineValues } from '@/app/(app)/sprawy/[id]/koszyk/nowa/line-fields'
import type { LinePage, ProposalPage } from '@/lib/baskets'
import { formatQuantity, moneyInput } from '@/lib/format/money'

/** How often such a thing usually takes place, by its unit. */
const usualFrequency = (unit: string): string => {
  if (unit === 'miesiąc') return 'monthly'
  return ['godzina', 'zajęcia', 'sesja', 'spotkanie', 'dzień', 'wizyta', 'posiłek'].includes(unit)
    ? 'weekly'
    : 'once'
}

/** Who is proposed for the line: the only one there is, or who plans it, where the own unit has nobody else to answer. */
const proposedPerson = ({ staff, nobodyAnswers, self }: Chosen): string => {
  if (staff.length === 1) return staff[0]?.value ?? ''
  return nobodyAnswers && staff.some((one) => one.value === self) ? self : ''
}

/** A new line: everything that is known already is filled in. */
const empty = (page: ProposalPage, chosen: Chosen): LineValues => ({
  personIds: page.personIds,
  startsOn: page.today,
  endsOn: page.planEndsOn ?? '',
  frequency: usualFrequency(chosen.unit),
  weekday: '',
  atTime: '',
  quantity: '1',
  place: '',
  responsibleUserId: proposedPerson(chosen),
  needIds: [],
  goalIds: page.choices.goals.filter((g) => g.needIds.includes(page.need.id)).map((g) => g.value),
  title: '',
  scope: '',
  priority: '',
  dependsOnId: '',
  coProviderIds: [],
  costPlanned: '',
  coPayment: '',
  fundingKey: '',
  legalBasis: chosen.legalBasis,
  // why it was invited is why it is asked: nothing is typed twice
  outsideAgreementReason: chosen.inTeam ? '' : (chosen.purpose ?? ''),
})

/**
 * Instead of a line that was refused or queued: for the same persons, goals and dates, as often. How much, and what it is
 * called, only where it is the same service.
 */
export const freshValues = (page: ProposalPage, chosen: Chosen, before: LinePage | null): LineValues => {
  const fresh = empty(page, chosen)
  if (!before) return fresh
  const { line, details } = before
  const same = line.serviceChoice === chosen.serviceKey
  return {
    ...fresh,
    personIds: before.personIds,
    startsOn: [line.startsOn, page.today].sort().at(-1) ?? page.today,
    endsOn: line.endsOn ?? '',
    frequency: line.frequency,
    weekday: String(line.weekday ?? ''),
    atTime: line.atTime ?? '',
    needIds: before.needIds.filter((id) => id !== page.need.id),
    goalIds: before.goals.map((g) => g.id),
    priority: details.priority === 0 ? '' : String(details.priority),
    dependsOnId: details.dependsOn?.id ?? '',
    scope: line.scope ?? '',
    ...(same
      ? { title: line.title ?? '', quantity: line.quantity === null ? '' : formatQuantity(line.quantity) }
      : {}),
  }
}

const money = (grosze: number | null): string => (grosze === null ? '' : moneyInput(grosze))

/** A draft as it stands. */
export const draftValues = (draft: LinePage, chosen: Chosen): LineValues => {
  const { line, details, costs } = draft
  const named = chosen.staff.some((one) => one.value === line.responsibleUserId)
  return {
    personIds: draft.personIds,
    startsOn: line.startsOn,
    endsOn: line.endsOn ?? '',
    frequency: line.frequency,
    weekday: String(line.weekday ?? ''),
    atTime: line.atTime ?? '',
    quantity: line.quantity === null ? '' : formatQuantity(line.quantity),
    place: line.place ?? '',
    responsibleUserId: named ? (line.responsibleUserId ?? '') : proposedPerson(chosen),
    needIds: draft.needIds,
    goalIds: draft.goals.map((g) => g.id),
    title: line.title ?? '',
    scope: line.scope ?? '',
    priority: details.priority === 0 ? '' : String(details.priority),
    dependsOnId: details.dependsOn?.id ?? '',
    coProviderIds: details.coProviderIds.filter((id) => id !== chosen.providerId),
    costPlanned: money(costs.planned),
    coPayment: money(costs.coPayment),
    fundingKey: costs.fundingKey ?? '',
    legalBasis: costs.legalBasis ?? '',
    outsideAgreementReason: draft.outsideAgreementReason ?? '',
  }
}
