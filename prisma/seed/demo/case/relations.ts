import { addYears } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import type { Story } from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'

const yearsAgo = (world: World, years: number | undefined): IsoDate | null =>
  years === undefined ? null : addYears(world.today, -years)

/** What the words for relations do not say: the other father, a wedding, a divorce, whose mother the grandmother is. */
export const addRelations = (world: World, story: Story): void => {
  for (const [n, relation] of (story.archetype.relations ?? []).entries())
    world.add('person_relation', {
      id: idOf('person-relation', story.key, n),
      owner_institution_id: story.owner,
      from_id: story.persons[relation.from]?.id,
      to_id: story.persons[relation.to]?.id,
      kind: relation.kind,
      starts_on: yearsAgo(world, relation.since),
      ended: relation.until !== undefined,
      ends_on: yearsAgo(world, relation.until),
      recorded_by_id: story.worker,
    })
}

/** Years ago one of this family belonged to another family with which the unit works as well. */
export const addFormerFamily = (world: World, story: Story): void => {
  const { alsoIn } = story.spec
  if (!alsoIn) return
  world.add('family_member', {
    id: idOf('family-member', story.key, 'also'),
    family_id: idOf('family', `${story.spec.team}-${alsoIn.family}`),
    person_id: story.persons[alsoIn.member]?.id,
    relation_key: 'formerPartner',
    lives_together: false,
    position: 99,
    starts_on: yearsAgo(world, alsoIn.since),
    ends_on: yearsAgo(world, alsoIn.until),
  })
}
