import { workingDaysBetween } from '@/lib/calendar'
import type { CaseFacts } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'

export type HelpStep = 'contact' | 'plan' | 'service'

/** How soon help came: the day, and working days from the referral; null days: not yet. */
export type HelpTimes = {
  readonly referredOn: IsoDate
  readonly steps: readonly {
    readonly step: HelpStep
    readonly on: IsoDate | null
    readonly days: number | null
  }[]
}

type Row = { contact: Date | null; plan: Date | null; service: Date | null }

/**
 * First contact (a meeting, a visit, a talk or a call that was kept), first plan in force, first delivered service, in
 * working days from the referral: the definition of the team's figures (app.team_help_times). One statement, under the
 * policies of who reads, so a contact that the reader may not know is not counted.
 */
export const helpTimesOf = async ({ tx }: Context, facts: CaseFacts): Promise<HelpTimes> => {
  const [row] = await tx.$queryRaw<Row[]>`
    select least(c.first_meeting_on, (select min(n.held_on) from note n where n.case_id = c.id and n.removed_at is null
        and n.kind in ('phone', 'visit', 'talk') and n.held_on >= c.opened_on)) as contact,
      (select min(p.in_force_on) from plan p where p.case_id = c.id) as plan, c.first_service_on as service
    from family_case c where c.id = ${facts.caseId}::uuid`
  const { openedOn } = facts
  const step = (name: HelpStep, day: Date | null | undefined) => {
    const on = fromDbDateOrNull(day ?? null)
    return { step: name, on, days: on && on >= openedOn ? workingDaysBetween(openedOn, on) : null }
  }
  return {
    referredOn: openedOn,
    steps: [step('contact', row?.contact), step('plan', row?.plan), step('service', row?.service)],
  }
}
