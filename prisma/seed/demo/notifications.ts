import { addCalendarDays } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { keepsContent, type Story } from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'
import type { Row } from '@/prisma/seed/rows'

/** Older news is of no use to anybody who looks around. */
const rememberedDays = 45
/** What is this old was surely read, unless it still waits for this person. */
const readAfterDays = 7

export type News = {
  readonly key: readonly (string | number)[]
  readonly userId: string
  readonly institutionId: string
  readonly kind: string
  readonly at: string
  readonly teamId: string | null
  readonly caseId?: string
  readonly lineId?: string
  /** The thing still waits for this person, so the notification is unread. */
  readonly waits?: boolean
}

/** One line of the bell; old ones are read. */
export const tell = (world: World, news: News): void => {
  const day = news.at.slice(0, 10)
  if (day < addCalendarDays(world.today, -rememberedDays)) return
  const old = day < addCalendarDays(world.today, -readAfterDays)
  world.add('notification', {
    id: idOf('notification', news.kind, news.userId, ...news.key),
    user_id: news.userId,
    institution_id: news.institutionId,
    kind: news.kind,
    team_id: news.teamId,
    case_id: news.caseId ?? null,
    line_id: news.lineId ?? null,
    created_at: news.at,
    read_at: old && !news.waits ? world.at(world.daysAgo(1), 30) : null,
  })
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Who answers for an institution where nobody is named (lib/baskets/notify). */
const decidersOf = (world: World, institutionId: string): string[] =>
  world
    .rows('role_assignment')
    .filter((r) => r.role === 'decydent' && r.institution_id === institutionId && r.ended_at === null)
    .map((r) => text(r.user_id))

const ofLine = (world: World, line: Row, story: Story): void => {
  const at = { teamId: story.team.id, lineId: text(line.id) }
  const institutionId = text(line.provider_institution_id)
  const named = text(line.responsible_user_id)
  for (const userId of named ? [named] : decidersOf(world, institutionId))
    tell(world, {
      ...at,
      key: [at.lineId],
      userId,
      institutionId,
      kind: 'line.asked',
      at: text(line.sent_at),
      waits: line.status === 'proposed',
    })
  if (text(line.answered_at))
    tell(world, {
      ...at,
      key: [at.lineId],
      userId: story.worker,
      institutionId: story.owner,
      kind: 'line.answered',
      at: text(line.answered_at),
      caseId: story.id,
    })
}

const ofCase = (world: World, story: Story): void => {
  const { lead } = story.team
  const at = { teamId: story.team.id, caseId: story.id, institutionId: story.owner, key: [story.id] }
  for (const step of story.steps) {
    if (step.to === 'submitted')
      tell(world, {
        ...at,
        userId: lead.coordinator,
        kind: 'case.referred',
        at: step.at,
        waits: story.status === 'submitted',
      })
    if (step.to === 'awaitingConsent')
      tell(world, { ...at, userId: story.worker, kind: 'case.assigned', at: step.at })
  }
}

/** A destruction list that waits, to who leads the unit. */
const ofList = (world: World, list: Row): void => {
  const institutionId = text(list.institution_id)
  const leads = (r: Row) =>
    (r.role === 'lider_gminny' || r.role === 'lider_powiatowy') && r.institution_id === institutionId
  for (const userId of new Set(
    world
      .rows('role_assignment')
      .filter(leads)
      .map((r) => text(r.user_id)),
  ))
    tell(world, {
      key: [text(list.id)],
      userId,
      institutionId,
      kind: 'destruction.waiting',
      at: world.at(list.prepared_on as IsoDate),
      teamId: null,
      waits: true,
    })
}

/** The bell of the people of the demo: what the commands would have told them in the last weeks. */
export const addNotifications = (world: World, stories: readonly Story[]): void => {
  const byCase = new Map(stories.filter(keepsContent).map((story) => [story.id, story]))
  for (const story of byCase.values()) ofCase(world, story)
  for (const line of world.rows('basket_line')) {
    const story = byCase.get(text(line.case_id))
    if (story && text(line.sent_at)) ofLine(world, line, story)
  }
  for (const proposal of world.rows('case_proposal')) {
    const story = byCase.get(text(proposal.case_id))
    if (!story || proposal.decided_at) continue
    tell(world, {
      key: [story.id],
      userId: story.team.lead.head,
      institutionId: story.owner,
      kind: 'case.proposed',
      at: text(proposal.proposed_at),
      teamId: story.team.id,
      caseId: story.id,
      waits: true,
    })
  }
  for (const list of world.rows('destruction_list')) ofList(world, list)
}
