import { addCalendarDays } from '@/lib/calendar'
import type { DemoTeam } from '@/prisma/seed/demo/teams'
import { idOf, type World } from '@/prisma/seed/demo/world'

/** Who of the team is away for two weeks, and who stands in: shown on the page of the composition. */
const away = 'pup_rzeszow'

/** A representative on leave; the deputy answers meanwhile. */
export const addAbsence = (world: World, team: DemoTeam): void => {
  const staff = team.key === 'swilcza' && team.members.find(({ institution }) => institution.key === away)
  if (!staff) return
  const [deputy] = staff.desk
  if (!deputy) return
  world.add('absence', {
    id: idOf('absence', away),
    user_id: staff.head,
    institution_id: staff.institution.id,
    starts_on: world.daysAgo(3),
    ends_on: addCalendarDays(world.today, 10),
    substitute_id: deputy,
    recorded_by_id: staff.head,
    recorded_at: world.at(world.daysAgo(6)),
  })
}
