import { addCalendarDays } from '@/lib/calendar'
import type { CaseStatus } from '@/lib/cases/facts'
import { movePermissions } from '@/lib/cases/state'
import { keepsContent, reached, type Story } from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'

const row = (world: World, story: Story, n: number, event: Record<string, unknown>): void =>
  world.add('audit_event', {
    id: idOf('audit', story.key, n),
    subject_kind: 'case',
    subject_ids: [story.id],
    team_id: story.team.id,
    case_id: story.id,
    owner_institution_id: story.owner,
    ...event,
  })

/** Steps of the stages as the use cases would have recorded them. */
const addWrites = (world: World, story: Story): number => {
  story.steps.forEach((step, n) => {
    const from = story.steps[n - 1]?.to as CaseStatus | undefined
    const action = from ? (movePermissions(from, step.to)[0] ?? 'case.archive') : 'referral.submit'
    const institution = n === 0 ? story.spec.referrer : null
    const at = institution ? idOf('institution', institution) : story.owner
    row(world, story, n, { at: step.at, actor_id: step.by, institution_id: at, action, kind: 'write' })
  })
  return story.steps.length
}

/** Looks of the last two months by the people who work on the case. */
const addReads = (world: World, story: Story, from: number): void => {
  const since = story.steps[0]?.on ?? world.today
  const specialists = reached(story, 'diagnosis')
    ? story.around.filter((staff) => staff.institution.kind === 'ppp' || staff.institution.kind === 'pcpr')
    : []
  const lookers = [
    { userId: story.worker, institutionId: story.owner },
    { userId: story.team.lead.coordinator, institutionId: story.owner },
    ...specialists.map((staff) => ({
      userId: staff.desk[0] ?? staff.head,
      institutionId: staff.institution.id,
    })),
  ]
  const count = world.random.int(3, 9)
  for (let n = 0; n < count; n += 1) {
    const day = world.daysAgo(world.random.int(0, 60))
    if (day < addCalendarDays(since, 1)) continue
    const who = lookers[n % lookers.length]
    if (!who) continue
    row(world, story, from + n, {
      at: world.at(day, world.random.int(10, 460)),
      actor_id: who.userId,
      institution_id: who.institutionId,
      action: world.random.pick(['case.read', 'case.read', 'family.read', 'line.list', 'diagnosis.read']),
      kind: 'read',
    })
  }
}

/** The access log of the sixty cases: who changed and who looked. */
export const addAudit = (world: World, stories: readonly Story[]): void => {
  for (const story of stories) {
    const steps = addWrites(world, story)
    if (keepsContent(story)) addReads(world, story, steps)
  }
}
