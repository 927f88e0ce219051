import { addCalendarDays, isWorkingDay } from '@/lib/calendar'
import type { CaseStatus } from '@/lib/cases/facts'
import type { IsoDate } from '@/lib/format/dates'
import type { CaseSpec, Step } from '@/prisma/seed/demo/case/story'
import type { Staff } from '@/prisma/seed/demo/people'
import type { World } from '@/prisma/seed/demo/world'

/** How long a stage usually lasts, in days, in a case that goes well. */
const lasts: Readonly<Record<string, readonly [number, number]>> = {
  submitted: [1, 3],
  screening: [3, 7],
  qualified: [3, 9],
  awaitingConsent: [7, 18],
  diagnosis: [16, 27],
  planning: [14, 20],
  planApproval: [5, 12],
  inProgress: [130, 230],
  evaluation: [8, 22],
  closed: [420, 450],
  archived: [380, 400],
}

const start: readonly CaseStatus[] = ['submitted', 'screening', 'qualified', 'awaitingConsent']
const plan: readonly CaseStatus[] = ['diagnosis', 'planning', 'planApproval', 'inProgress']
const full: readonly CaseStatus[] = [...start, ...plan, 'evaluation', 'closed', 'archived', 'erased']
const short: readonly string[] = [
  'wycofanie_zgody',
  'wyprowadzka',
  'utrata_kontaktu',
  'smierc',
  'bezpieczenstwo',
]

/** The stages that a case went through, by the table of domain 4.2: no jump. */
export const pathTo = (stage: CaseStatus, closing?: string, secondVersion?: boolean): CaseStatus[] => {
  if (stage === 'rejected' || stage === 'redirected') return ['submitted', 'screening', stage]
  if (stage === 'suspended') return [...start, ...plan, 'suspended']
  if (closing === 'brak_zgody' || closing === 'brak_odpowiedzi') return [...start, 'closed']
  if (closing && short.includes(closing)) return [...start, ...plan, 'closed']
  if (secondVersion) return [...start, ...plan, 'planning']
  return full.slice(0, full.indexOf(stage) + 1)
}

const workingDayBefore = (day: IsoDate): IsoDate => {
  let found = day
  while (!isWorkingDay(found)) found = addCalendarDays(found, -1)
  return found
}

/** Days on which each stage of the path began, reckoned backwards from the last. */
export const daysOf = (path: readonly CaseStatus[], last: IsoDate, world: World): IsoDate[] => {
  const days = [last]
  for (let n = path.length - 2; n >= 0; n -= 1) {
    const [least = 1, most = 2] = lasts[path[n] ?? ''] ?? []
    const next = days[0] ?? last
    days.unshift(workingDayBefore(addCalendarDays(next, -world.random.int(least, most))))
  }
  return days
}

/** Who makes the step (domain 4.2, column "Who"). */
const actorOf = (to: CaseStatus, from: CaseStatus | undefined, by: Actors): string => {
  if (to === 'submitted') return by.referrer
  if (['qualified', 'rejected', 'redirected', 'archived', 'erased'].includes(to)) return by.leader
  if (to === 'closed')
    return from === 'evaluation' ? by.leader : from === 'awaitingConsent' ? by.worker : by.coordinator
  if (['screening', 'awaitingConsent', 'inProgress', 'suspended'].includes(to)) return by.coordinator
  return by.worker
}

export type Actors = {
  readonly referrer: string
  readonly leader: string
  readonly coordinator: string
  readonly worker: string
}

export const stepsOf = (
  world: World,
  spec: CaseSpec,
  lead: Staff,
  worker: string,
  referrer: Staff,
): Step[] => {
  const path = pathTo(spec.stage as CaseStatus, spec.closing, spec.secondVersion)
  const days = daysOf(path, world.daysAgo(spec.days), world)
  const by = {
    referrer: referrer.desk[0] ?? referrer.head,
    leader: lead.head,
    coordinator: lead.coordinator,
    worker,
  }
  return path.map((to, n) => {
    const on = days[n] ?? world.today
    return { to, on, by: actorOf(to, path[n - 1], by), at: world.at(on, 60 + n * 20) }
  })
}
