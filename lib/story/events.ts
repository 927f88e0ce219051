import type { DataCategory } from '@/lib/catalogue'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import { type Cursor, direction } from '@/lib/platform/keyset'
import type { Context } from '@/lib/policy/usecase'

/** Parts of the story, for the filter. */
export const storyParts = [
  'case',
  'notes',
  'services',
  'plan',
  'diagnosis',
  'consents',
  'meetings',
  'documents',
] as const
export type StoryPart = (typeof storyParts)[number]

export const sources = [
  'step',
  'proposed',
  'proposedAnswer',
  'note',
  'delivery',
  'line',
  'planMade',
  'planInForce',
  'planOver',
  'monitoring',
  'evaluation',
  'goalLook',
  'talk',
  'noTalk',
  'personLinked',
  'personUnlinked',
  'transferAsked',
  'transferAnswered',
  'transferEnded',
  'diagnosisBegun',
  'diagnosisCompleted',
  'consentAnswered',
  'consentWithdrawn',
  'basisStarted',
  'basisEnded',
  'handover',
  'variantMoved',
  'meetingCalled',
  'meetingHeld',
  'meetingCancelled',
  'meetingApproved',
  'decision',
  'scan',
] as const
export type Source = (typeof sources)[number]

/** That something happened: of which object, when, by whom, about whom. The words are read from the object itself. */
export type EventRow = {
  readonly source: Source
  readonly id: string
  readonly at: Date
  /** Only a day is known. */
  readonly dated: boolean
  readonly part: StoryPart
  readonly institutionId: string | null
  readonly actorId: string | null
  /** Null: it is about no person; empty: about the whole family. */
  readonly personIds: string[] | null
  readonly category: DataCategory | null
}

const noon = (column: string) => Prisma.raw(`(${column} + time '12:00') at time zone 'Europe/Warsaw'`)
const nobody = Prisma.raw('null::uuid[]')
const plain = Prisma.raw('null::data_category')
const lineFor = Prisma.raw(
  'array(select b.person_id from line_beneficiary b where b.line_id = l.id order by b.person_id)',
)

/**
 * Everything that happened in a case, as rows of the same shape. It reads each object's own table under that table's own
 * policies, so an entry is there for whom the object is there (domain 3.6), and nobody keeps a second list of rights.
 */
const eventsOf = (caseId: string): Prisma.Sql => Prisma.sql`
  select 'step' as source, t.id, t.at, false as dated, 'case' as part, t.institution_id, t.actor_id,
    ${nobody} as person_ids, ${plain} as category from case_transition t where t.case_id = ${caseId}::uuid
  union all select 'proposed', p.id, p.proposed_at, false, 'case', null, p.proposed_by_id, ${nobody}, ${plain}
    from case_proposal p where p.case_id = ${caseId}::uuid
  union all select 'proposedAnswer', p.id, p.decided_at, false, 'case', null, p.decided_by_id, ${nobody}, ${plain}
    from case_proposal p where p.case_id = ${caseId}::uuid and p.decided_at is not null and p.accepted is not null
  union all select 'note', n.id, ${noon('n.held_on')}, true, 'notes', n.author_institution_id, n.author_id, n.person_ids, n.category
    from note n where n.case_id = ${caseId}::uuid
  union all select 'delivery', d.id, ${noon('d.delivered_on')}, true, 'services', d.institution_id, d.recorded_by_id, ${lineFor}, l.category
    from service_delivery d join basket_line l on l.id = d.line_id where d.case_id = ${caseId}::uuid
  union all select 'line', t.id, t.at, false, 'services', t.institution_id, t.actor_id, ${lineFor}, l.category
    from line_transition t join basket_line l on l.id = t.line_id where t.case_id = ${caseId}::uuid
  union all select 'planMade', p.id, p.created_at, false, 'plan', p.owner_institution_id, null, ${nobody}, ${plain}
    from plan p where p.case_id = ${caseId}::uuid
  union all select 'planInForce', p.id, ${noon('p.in_force_on')}, true, 'plan', p.owner_institution_id, p.approved_by_id, ${nobody}, ${plain}
    from plan p where p.case_id = ${caseId}::uuid and p.in_force_on is not null
  union all select 'planOver', p.id, ${noon('p.ended_on')}, true, 'plan', p.owner_institution_id, null, ${nobody}, ${plain}
    from plan p where p.case_id = ${caseId}::uuid and p.ended_on is not null
  union all select 'monitoring', m.id, ${noon('m.held_on')}, true, 'plan', m.owner_institution_id, m.recorded_by_id, '{}', m.category
    from monitoring_card m where m.case_id = ${caseId}::uuid
  union all select 'evaluation', e.id, ${noon('e.held_on')}, true, 'plan', e.owner_institution_id, e.recorded_by_id, '{}', e.category
    from evaluation e where e.case_id = ${caseId}::uuid
  union all select 'goalLook', k.id, ${noon('k.looked_on')}, true, 'plan', k.owner_institution_id, k.recorded_by_id, '{}', g.category
    from goal_look k join goal g on g.id = k.goal_id where k.case_id = ${caseId}::uuid
  union all select 'talk', k.id, ${noon('k.held_on')}, true, 'plan', k.owner_institution_id, k.recorded_by_id, k.person_ids, k.category
    from closing_talk k where k.case_id = ${caseId}::uuid and k.held_on is not null
  union all select 'noTalk', k.id, k.created_at, false, 'plan', k.owner_institution_id, k.recorded_by_id, ${nobody}, ${plain}
    from closing_talk k where k.case_id = ${caseId}::uuid and k.held_on is null
  union all select 'personLinked', l.id, l.linked_at, false, 'case', l.owner_institution_id, l.linked_by_id, array[k.person_id], ${plain}
    from case_person k join person_link l on k.person_id in (l.kept_id, l.other_id) where k.case_id = ${caseId}::uuid
  union all select 'personUnlinked', l.id, l.unlinked_at, false, 'case', l.owner_institution_id, l.unlinked_by_id, array[k.person_id], ${plain}
    from case_person k join person_link l on k.person_id in (l.kept_id, l.other_id)
    where k.case_id = ${caseId}::uuid and l.unlinked_at is not null
  union all select 'transferAsked', x.id, x.requested_at, false, 'case', x.owner_institution_id, x.requested_by_id, ${nobody}, ${plain}
    from case_transfer x where x.case_id = ${caseId}::uuid
  union all select 'transferAnswered', x.id, x.answered_at, false, 'case', x.to_institution_id, x.answered_by_id, ${nobody}, ${plain}
    from case_transfer x where x.case_id = ${caseId}::uuid and x.answered_at is not null
  union all select 'transferEnded', x.id, x.ended_at, false, 'case', x.owner_institution_id, x.ended_by_id, ${nobody}, ${plain}
    from case_transfer x where x.case_id = ${caseId}::uuid and x.ended_at is not null`

/** The rest of them: diagnosis, consents, and who took the work over. */
const otherEvents = (caseId: string): Prisma.Sql => Prisma.sql`
  select 'diagnosisBegun', d.id, ${noon('d.started_on')}, true, 'diagnosis', null, null, ${nobody}, ${plain}
    from diagnosis d where d.case_id = ${caseId}::uuid
  union all select 'diagnosisCompleted', d.id, ${noon('d.completed_on')}, true, 'diagnosis', null, null, ${nobody}, ${plain}
    from diagnosis d where d.case_id = ${caseId}::uuid and d.completed_on is not null
  union all select 'consentAnswered', c.id, ${noon('c.given_on')}, true, 'consents', c.owner_institution_id, c.recorded_by_id, array[c.person_id], ${plain}
    from consent c where c.case_id = ${caseId}::uuid and c.status <> 'draft' and c.given_on is not null
  union all select 'consentWithdrawn', c.id, c.withdrawn_at, false, 'consents', c.owner_institution_id, null, array[c.person_id], ${plain}
    from consent c where c.case_id = ${caseId}::uuid and c.withdrawn_at is not null
  union all select 'basisStarted', b.id, ${noon('b.starts_on')}, true, 'consents', b.institution_id, b.recorded_by_id,
    case when b.person_id is null then '{}' else array[b.person_id] end, b.category
    from legal_basis_record b where b.case_id = ${caseId}::uuid
  union all select 'basisEnded', b.id, b.ended_at, false, 'consents', b.institution_id, null,
    case when b.person_id is null then '{}' else array[b.person_id] end, b.category
    from legal_basis_record b where b.case_id = ${caseId}::uuid and b.ended_at is not null
  union all select 'handover', i.id, h.handed_at, false, 'case', h.institution_id, h.handed_by_id, ${nobody}, ${plain}
    from work_handover_item i join work_handover h on h.id = i.handover_id
    where i.case_id = ${caseId}::uuid and i.refusal is null
      and (i.line_id is null or exists (select from basket_line l where l.id = i.line_id))
  union all select 'variantMoved', v.id, v.moved_at, false, 'case', v.institution_id, v.moved_by_id, ${nobody}, ${plain}
    from case_variant_move v where v.case_id = ${caseId}::uuid`

/** Meetings around the case that were called, what was decided at them, and the scans of signed cards. */
const meetingEvents = (caseId: string): Prisma.Sql => Prisma.sql`
  select 'meetingCalled', m.id, m.called_at, false, 'meetings', m.owner_institution_id, null, '{}', m.category
    from case_meeting m where m.case_id = ${caseId}::uuid and m.called_at is not null
  union all select 'meetingHeld', m.id, ${noon('m.held_on')}, true, 'meetings', m.owner_institution_id, null, '{}', m.category
    from case_meeting m where m.case_id = ${caseId}::uuid and m.status in ('held', 'minutes', 'approved')
  union all select 'meetingCancelled', m.id, m.updated_at, false, 'meetings', m.owner_institution_id, null, '{}', m.category
    from case_meeting m where m.case_id = ${caseId}::uuid and m.status = 'cancelled' and m.called_at is not null
  union all select 'meetingApproved', k.meeting_id, k.approved_at, false, 'meetings', k.owner_institution_id, k.approved_by_id, '{}', k.category
    from case_meeting_minutes k where k.case_id = ${caseId}::uuid and k.approved_at is not null
  union all select 'decision', d.id, d.created_at, false, 'meetings', d.owner_institution_id, d.created_by_id, '{}', d.category
    from case_decision d where d.case_id = ${caseId}::uuid
  union all select 'scan', s.id, s.created_at, false, 'documents', s.owner_institution_id, s.recorded_by_id, array[c.person_id], ${plain}
    from consent_scan s join consent c on c.id = s.consent_id where s.case_id = ${caseId}::uuid`

const everything = (caseId: string): Prisma.Sql =>
  Prisma.sql`${eventsOf(caseId)} union all ${otherEvents(caseId)} union all ${meetingEvents(caseId)}`

/** Events that leave a document behind beside what they are: they stand in the story once and answer to both kinds. */
const leavesPaper = Prisma.raw(`e.source in ('planInForce', 'meetingApproved')`)

export type StoryFilter = {
  readonly personId: string | null
  readonly institutionId: string | null
  readonly category: DataCategory | null
  readonly part: StoryPart | null
}

/** What is about the whole family is about each of its members too. */
const matching = ({ personId, institutionId, category, part }: StoryFilter): Prisma.Sql => Prisma.sql`
  (${personId}::uuid is null or e.person_ids = '{}' or ${personId}::uuid = any (e.person_ids))
  and (${institutionId}::uuid is null or e.institution_id = ${institutionId}::uuid)
  and (${category}::data_category is null or e.category = ${category}::data_category)
  and (${part}::text is null or e.part = ${part} or ${part} = 'documents' and ${leavesPaper})`

/** Sorted value of a row: the instant, then the kind of event, since one object may give several. */
export const keyOf = ({ at, source, id }: EventRow): { value: string; id: string } => ({
  value: `${at.toISOString()} ${source}`,
  id,
})

const beyond = (at: Cursor | null, order: 'asc' | 'desc'): Prisma.Sql => {
  const [instant = '', source = ''] = at?.value.split(' ') ?? []
  if (!at || Number.isNaN(Date.parse(instant))) return Prisma.sql`true`
  const sign = Prisma.raw(order === 'desc' ? '<' : '>')
  return Prisma.sql`(e.at, e.source, e.id) ${sign} (${new Date(instant)}::timestamptz, ${source}, ${at.id}::uuid)`
}

/** One page of the story, the newest first; `count` rows from the cursor on, in the direction that it asks for. */
export const eventRows = async (
  { tx }: Context,
  caseId: string,
  filter: StoryFilter,
  page: { at: Cursor | null; count: number },
): Promise<EventRow[]> => {
  const order = direction(page.at, 'desc')
  const by = Prisma.raw(order)
  return tx.$queryRaw<EventRow[]>`
    select e.source, e.id, e.at, e.dated, e.part, e.institution_id as "institutionId", e.actor_id as "actorId",
      e.person_ids as "personIds", e.category
    from (select source, id, date_trunc('milliseconds', at) as at, dated, part, institution_id, actor_id, person_ids, category
          from (${everything(caseId)}) every) e
    where ${matching(filter)} and ${beyond(page.at, order)}
    order by e.at ${by}, e.source ${by}, e.id ${by} limit ${page.count}`
}

export type StoryFacets = {
  readonly institutionIds: string[]
  readonly personIds: string[]
  readonly categories: DataCategory[]
  readonly parts: StoryPart[]
}

/** What the filter can offer: only what stands in the story that this reader sees. */
export const facetsOf = async ({ tx }: Context, caseId: string): Promise<StoryFacets> => {
  const [row] = await tx.$queryRaw<StoryFacets[]>`
    with e as materialized (${everything(caseId)})
    select coalesce(array_agg(distinct e.institution_id) filter (where e.institution_id is not null), '{}') as "institutionIds",
      coalesce(array_agg(distinct e.category) filter (where e.category is not null), '{}')::text[] as categories,
      coalesce(array_agg(distinct e.part), '{}') || case when bool_or(${leavesPaper}) then '{documents}'::text[] else '{}' end as parts,
      coalesce((select array_agg(distinct person) from e p, unnest(p.person_ids) person), '{}') as "personIds"
    from e`
  return row ?? { institutionIds: [], personIds: [], categories: [], parts: [] }
}
