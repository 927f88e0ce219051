import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { addCalendarDays, nextWorkingDay } from '@/lib/calendar'
import { type IsoDate, todayInWarsaw } from '@/lib/format/dates'
import { earliest } from '@/prisma/seed/demo/dates'
import { makeRandom, type Random } from '@/prisma/seed/demo/random'
import { insertRows, type Row } from '@/prisma/seed/rows'

/** What the demo's parts share: the same random numbers, the day of seeding, and the rows collected so far. */
export type World = {
  readonly random: Random
  readonly today: IsoDate
  /** A working day about so many days ago; never later than today. */
  readonly daysAgo: (days: number) => IsoDate
  /** An instant of that day: so many minutes after eight in Warsaw's winter, and never in the future. */
  readonly at: (day: IsoDate, minutes?: number) => string
  readonly add: (table: string, ...rows: readonly Row[]) => void
  readonly rows: (table: string) => readonly Row[]
}

/** An id that the same thing has on every machine and at every seeding. */
export const idOf = (kind: string, ...parts: readonly (string | number)[]): string => {
  const hex = createHash('sha256')
    .update(`${kind}:${parts.join(':')}`)
    .digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const seed = 20_261_122

export const makeWorld = (now: Date): World => {
  const today = todayInWarsaw(now)
  const tables = new Map<string, Row[]>()
  const newest = new Date(now.getTime() - 5 * 60_000).toISOString()
  return {
    random: makeRandom(seed),
    today,
    daysAgo: (days) => earliest(nextWorkingDay(addCalendarDays(today, -days)), today),
    at: (day, minutes = 120) => {
      const wanted = new Date(Date.parse(`${day}T07:00:00Z`) + minutes * 60_000).toISOString()
      return [wanted, newest].sort()[0] ?? wanted
    },
    add: (table, ...rows) => {
      const known = tables.get(table)
      if (known) known.push(...rows)
      else tables.set(table, [...rows])
    },
    rows: (table) => tables.get(table) ?? [],
  }
}

/** Parents first, so that every foreign key finds its row. */
const order = [
  'institution',
  'institution_area',
  'institution_service',
  'service_overlay',
  'service_overlay_step',
  'user_account',
  'import_batch',
  'import_row',
  'credential',
  'employment',
  'authorisation',
  'nk_mark',
  'information_clause',
  'team',
  'team_member',
  'team_transition',
  'team_annex',
  'team_joining',
  'team_joining_vote',
  'attachment_piece',
  'attachment',
  'absence',
  'team_deadline',
  'gmina_plan',
  'programme_visit',
  'recruitment',
  'team_letter',
  'team_letter_team',
  'basket_template',
  'basket_template_line',
  'referral',
  'family',
  'person',
  'person_contact',
  'person_identity',
  'person_protection',
  'person_protection_cause',
  'referral_person',
  'family_member',
  'person_relation',
  'family_case',
  // after the teams, which would all begin with it
  'variant_version',
  'case_transition',
  'step_note',
  'case_proposal',
  'case_person',
  'case_participant',
  'nk_flag',
  'duplicate_check',
  'role_assignment',
  'case_filter',
  'work_handover',
  'work_handover_item',
  'case_restriction',
  'case_restriction_person',
  'invitation',
  'password_reset',
  'clause_delivery',
  'consent',
  'consent_scope',
  'consent_scan',
  'legal_basis_record',
  'diagnosis',
  'diagnosis_area',
  'family_voice',
  'need',
  'unmet_service',
  'strength',
  'goal',
  'goal_need',
  'goal_look',
  'plan',
  'plan_reason',
  'basket_line',
  'line_schedule',
  'plan_line',
  'line_beneficiary',
  'line_need',
  'line_goal',
  'line_transition',
  'line_link',
  'line_link_secret',
  'line_warning_settlement',
  'service_delivery',
  'monitoring_card',
  'evaluation',
  'closing_talk',
  'case_transfer',
  'note',
  'note_summary',
  'note_next',
  'note_text',
  'note_disclosure',
  'consultation',
  'consultation_opinion',
  'task',
  'case_task',
  'team_meeting',
  'meeting_party',
  'meeting_item',
  'meeting_case_item',
  'meeting_decision',
  'meeting_entry',
  // the last: approved minutes lock the rest
  'meeting_minutes',
  'case_meeting',
  'case_meeting_party',
  'case_meeting_agenda',
  'case_decision',
  'case_decision_line',
  'case_meeting_entry',
  'case_meeting_minutes',
  'calendar_feed',
  'destruction_list',
  'destruction_item',
  'legal_hold',
  'model_consultation',
  'model_invitation',
  'model_invitation_secret',
  'model_remark',
  'library_item',
  'wzk_member',
  'team_question',
  'question_answer',
  'school_event',
  'school_entry',
  'school_material',
  'notification',
  'audit_event',
] as const

/**
 * One statement a table and shape. Rows of one table may name different columns: those that leave one out get its
 * default. `instead` gives the final rows of a table that had to be known whole first.
 */
export const insertWorld = async (
  client: Client,
  world: World,
  instead: Readonly<Record<string, readonly Row[]>>,
): Promise<void> => {
  for (const table of order) {
    const groups = new Map<string, Row[]>()
    for (const row of instead[table] ?? world.rows(table)) {
      const shape = Object.keys(row).sort().join()
      const group = groups.get(shape)
      if (group) group.push(row)
      else groups.set(shape, [row])
    }
    for (const rows of groups.values()) await insertRows(client, table, rows)
  }
}
