import { all, coordinators, type Matrix, workers } from '@/tests/security/role-matrix/holders'
import { columns } from '@/tests/security/role-matrix/rows'

const meetingReaders =
  'rops_koordynator region, animator assignedTeam, lider_gminny memberTeam, lider_powiatowy memberTeam, koordynator_zespolu memberTeam, koordynator_rodziny memberTeam, asystent_rodziny memberTeam, decydent memberTeam, specjalista memberTeam, radny memberTeam, audytor memberTeam'
const meetingMakers = 'animator assignedTeam, lider_gminny memberTeam, koordynator_zespolu assignedTeam'

/** Who gave a task, whoever it is, and who keeps those of the team or heads the house. */
const givers = `${columns.map((role) => `${role} author`).join(', ')}, animator assignedTeam, decydent provider, lider_gminny provider, lider_gminny memberTeam, lider_powiatowy provider, lider_powiatowy memberTeam, koordynator_zespolu assignedTeam`

/** Tasks and meetings. */
export const meetingsMatrix: Matrix = {
  'task.list': ['R task', all],
  'task.addOwn': ['C task', all],
  'task.team': ['R meeting', meetingReaders],
  'task.add': ['C meeting', meetingMakers],
  'task.finish': ['U task', `${columns.map((role) => `${role} line`).join(', ')}, ${givers}`],
  'task.cancel': ['U task', givers],
  'task.reassign': ['U task', givers],
  'caseTask.list': ['R caseMeeting', workers],
  'caseTask.add': ['C caseMeeting', coordinators],
  // U of what was given to one, while consent opens its category
  'caseTask.finish': [
    'U task',
    `${coordinators}, koordynator_zespolu line, koordynator_rodziny line, asystent_rodziny line, specjalista line, wykonawca line, decydent provider, lider_gminny provider, lider_powiatowy provider`,
  ],
  'caseTask.cancel': ['U caseMeeting', coordinators],
  'caseTask.reassign': ['U caseMeeting', coordinators],
}
