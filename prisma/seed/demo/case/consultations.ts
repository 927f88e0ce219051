import { addCalendarDays } from '@/lib/calendar'
import { keepsContent, needCategory, type Story } from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'

type Asked = {
  readonly question: string
  readonly days: number
  /** The family agreed that the expert's institution sees the codes. */
  readonly agreed: boolean
  readonly opinion?: string
}

const expertInstitution = idOf('institution', 'kuratorium_rzeszow')

/** Cases that the demo opens to the expert of the voivodeship. */
const asked: Readonly<Record<string, Asked>> = {
  'swilcza-14': {
    days: 6,
    agreed: true,
    question:
      'Jedno z dzieci coraz częściej opuszcza lekcje, mimo że świetlica i asystent działają. Jak ułożyć wsparcie w szkole, żeby nie obciążać dodatkowo rodzica?',
  },
  'swilcza-13': {
    days: 25,
    agreed: true,
    question:
      'Terapia uzależnienia przerywa się co kilka tygodni. Czy w takiej sytuacji lepiej wydłużyć plan, czy najpierw wzmocnić pomoc dla reszty rodziny?',
    opinion:
      'Proponuję najpierw wzmocnić pomoc dla dzieci i drugiego rodzica, a przy terapii zapisać krótsze etapy z jednym celem każdy. W podobnych sprawach pomagało spotkanie całego zespołu rodziny raz w miesiącu i stała osoba, która dzwoni po opuszczonej wizycie.',
  },
  'swilcza-9': {
    days: 2,
    agreed: false,
    question: 'Czy przy takim obciążeniu jednej osoby plan z czterema celami naraz ma szansę?',
  },
}

/** What the family agreed to show the expert: the categories of its needs, in codes. */
export const expertScope = (story: Story): { institutionId: string; categories: readonly string[] } | null =>
  asked[story.key]?.agreed
    ? {
        institutionId: expertInstitution,
        categories: [
          ...new Set([
            'PODSTAWOWE',
            ...story.archetype.needs.map((need) => needCategory.get(need.key) ?? 'PODSTAWOWE'),
          ]),
        ],
      }
    : null

export const addConsultation = (world: World, story: Story): void => {
  const one = asked[story.key]
  if (!one || !keepsContent(story)) return
  const id = idOf('consultation', story.key)
  const expert = idOf('user', 'ekspertka@demo.example')
  const since = world.daysAgo(one.days)
  world.add('consultation', {
    id,
    case_id: story.id,
    team_id: story.team.id,
    owner_institution_id: story.owner,
    expert_id: expert,
    expert_institution_id: expertInstitution,
    question: one.question,
    opened_by_id: story.worker,
    opened_at: world.at(since),
    ends_on: addCalendarDays(since, 60),
  })
  if (one.opinion)
    world.add('consultation_opinion', {
      id: idOf('opinion', story.key),
      consultation_id: id,
      case_id: story.id,
      team_id: story.team.id,
      body: one.opinion,
      author_id: expert,
      created_at: world.at(world.daysAgo(one.days - 8), 240),
    })
}
