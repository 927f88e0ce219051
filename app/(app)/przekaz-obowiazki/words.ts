import { formatDate } from '@/lib/format/dates'
import type { HandoverSeat, HandoverTask, HandoverThing } from '@/lib/handover'
import { handoverMessages as m } from '@/lib/messages/pl/handover'
import { roleNames } from '@/lib/messages/pl/roles'

/** Which role or service it is; a service that the reader may not know is only "a service". */
export const whatOf = ({ role, service }: HandoverThing): string => {
  if (role) return roleNames[role].toLocaleLowerCase('pl')
  return service ? m.service(service) : m.hiddenService
}

/** The family's name where it may be shown, and always the number. */
export const caseOf = ({ family, number }: HandoverThing): string =>
  [family, number].filter(Boolean).join(', ')

export const whyNot = ({ refusal }: Pick<HandoverThing, 'refusal'>): string =>
  refusal ? (m.refusals[refusal] ?? refusal) : ''

/** Which place in which team. */
export const seatOf = ({ kind, team }: HandoverSeat): string => m.seat(m.seats.kinds[kind] ?? kind, team)

/** A task whose words the reader may not read is only "a task". */
export const taskOf = ({ title, ofCase }: HandoverTask): string =>
  title ?? (ofCase ? m.tasks.hiddenOfCase : m.tasks.hidden)

/** The case by its number where the reader may know it, else the team. */
export const taskPlace = ({ ofCase, number, team }: HandoverTask): string =>
  ofCase ? (number ?? m.tasks.someCase) : (team ?? '')

export const taskTerm = ({ dueOn }: HandoverTask): string => (dueOn ? formatDate(dueOn) : '')

/** A task in one line, for a choice. */
export const taskLine = (task: HandoverTask): string =>
  [taskOf(task), taskPlace(task), task.dueOn && m.tasks.until(taskTerm(task))].filter(Boolean).join(', ')
