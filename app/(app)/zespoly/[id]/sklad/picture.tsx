import { type CompositionGroup, TeamComposition } from '@/components/charts/team-composition'
import { Section } from '@/components/ui/page-head'
import { compositionMessages as m } from '@/lib/messages/pl/composition'
import { sectorOf } from '@/lib/messages/pl/sectors'
import { compositionByLevel, type TeamView } from '@/lib/teams'

/** Groups of one level and one sector, in the order of the places. */
const groupsOf = (team: TeamView): CompositionGroup[] => {
  const groups = new Map<string, CompositionGroup>()
  for (const place of compositionByLevel(team.places)) {
    const sector = sectorOf(place.sector)
    const key = `${place.level}${sector.letter}`
    const group = groups.get(key) ?? { level: place.level, sector, present: [], missing: [] }
    groups.set(key, {
      ...group,
      present: [...group.present, ...place.present],
      missing: [...group.missing, ...place.missing],
    })
  }
  return [...groups.values()]
}

/** Who is in the team by level and sector, and what is missing. */
export const CompositionPicture = ({ team }: { team: TeamView }) => {
  const groups = groupsOf(team)
  const missing = groups.flatMap((group) => group.missing)
  const required = missing.filter((one) => one.required).length
  return (
    <Section
      id="obraz"
      title={m.title}
      lead={m.lead(team.parties.length, required, missing.length - required)}
    >
      <TeamComposition id="obraz-skladu" team={team.name} groups={groups} />
    </Section>
  )
}
