import type { Story } from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'

/** The case that only the team's coordinator and the family's coordinator see. */
const restricted = 'swilcza-6'

/** A relative of the leader: she neither decides about the case nor sees it. */
export const addRestriction = (world: World, story: Story): void => {
  if (story.key !== restricted) return
  const id = idOf('restriction', story.key)
  const of = { case_id: story.id, team_id: story.team.id }
  world.add('case_restriction', {
    id,
    ...of,
    owner_institution_id: story.owner,
    reason: 'Bliska rodzina kierowniczki jednostki: w tej sprawie decyzje podejmuje koordynatorka zespołu.',
    recorded_by_id: story.team.lead.coordinator,
    recorded_at: world.at(world.daysAgo(5)),
  })
  for (const userId of [story.team.lead.coordinator, story.worker])
    world.add('case_restriction_person', {
      restriction_id: id,
      user_id: userId,
      ...of,
      named_by_id: story.team.lead.coordinator,
      named_at: world.at(world.daysAgo(5)),
    })
}
