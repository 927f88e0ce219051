import { meetingMessages } from '@/lib/messages/pl/meetings'
import { documentMessages } from '@/lib/messages/pl/papers'
import { schoolMessages } from '@/lib/messages/pl/school'
import { taskMessages } from '@/lib/messages/pl/tasks'
import { letterMessages } from '@/lib/messages/pl/team-letters'
import { teamMessages } from '@/lib/messages/pl/teams'
import type { TeamView } from '@/lib/teams'
import { paths } from '@/lib/web/paths'

const m = teamMessages.page.tabs

/** Places of a team's folder that this person may open, those looked at together in one group. */
export const teamTabs = ({
  id,
  shows,
}: Pick<TeamView, 'id' | 'shows'>): { label: string; places: { href: string; label: string }[] }[] => [
  { label: m.cases, places: shows['board.team'] ? [{ href: paths.teamBoard(id), label: m.cases }] : [] },
  {
    label: m.team,
    places: [
      { href: paths.team(id), label: m.about },
      { href: paths.teamMembers(id), label: m.members },
      ...(shows['school.ofTeam']
        ? [{ href: paths.teamTrainings(id), label: schoolMessages.trainings.tab }]
        : []),
      ...(shows['programme.shared'] ? [{ href: paths.teamVisits(id), label: letterMessages.tab }] : []),
    ],
  },
  {
    label: m.agreement,
    places: [
      { href: paths.teamAgreement(id), label: m.signatures },
      { href: paths.teamDocuments(id), label: documentMessages.tab },
      { href: paths.teamDeadlines(id), label: m.deadlines },
      { href: paths.teamModel(id), label: m.model },
    ],
  },
  {
    label: m.meetings,
    places: [
      ...(shows['meeting.list'] ? [{ href: paths.teamMeetings(id), label: meetingMessages.title }] : []),
      ...(shows['task.team'] ? [{ href: paths.teamTasks(id), label: taskMessages.title }] : []),
    ],
  },
  {
    label: m.figures,
    places: shows['figures.team'] ? [{ href: paths.teamFigures(id), label: m.figures }] : [],
  },
]
