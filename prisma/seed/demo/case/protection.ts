import type { Story } from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'

/**
 * Beside the Blue Card procedure the first person of the family is protected from the second one: only the labour office,
 * which advises her, knows more than the name.
 */
export const addProtection = (world: World, story: Story): void => {
  const [protectedOne, suspected] = story.persons
  if (!story.spec.parallel || !protectedOne || !suspected) return
  const id = idOf('protection', story.key)
  world.add('person_protection', {
    id,
    person_id: protectedOne.id,
    owner_institution_id: story.owner,
    safe_institution_ids: story.around
      .filter((staff) => staff.institution.kind === 'pup')
      .map((staff) => staff.institution.id),
    close_user_ids: [],
    starts_on: world.daysAgo(30),
    recorded_by_id: story.worker,
    recorded_at: world.at(world.daysAgo(30)),
  })
  world.add('person_protection_cause', {
    protection_id: id,
    suspected_person_id: suspected.id,
    reason: 'Rozmowy i wizyty tylko osobno, adres przekazujemy po uzgodnieniu z koordynatorką.',
  })
}
