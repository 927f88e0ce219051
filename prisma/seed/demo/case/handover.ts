import type { Story } from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'

/** The case that another social worker coordinated until the work was divided anew. */
const handed = 'swilcza-17'

/** Work that went to a colleague: the case, and one that could not go. */
export const addHandover = (world: World, story: Story): void => {
  const before = story.team.lead.socialWorkers[1]
  if (story.key !== handed || !before) return
  const id = idOf('handover', story.key)
  world.add('work_handover', {
    id,
    institution_id: story.owner,
    from_user_id: before,
    to_user_id: story.worker,
    reason_key: 'division',
    handed_by_id: story.team.lead.coordinator,
    handed_at: world.at(world.daysAgo(40)),
  })
  world.add('work_handover_item', {
    id: idOf('handover item', story.key),
    handover_id: id,
    case_id: story.id,
    team_id: story.team.id,
    role: 'koordynator_rodziny',
  })
}
