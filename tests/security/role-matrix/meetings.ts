import { all, coordinators, type Matrix, workers } from '@/tests/security/role-matrix/holders'
import { columns } from '@/tests/security/role-matrix/rows'

const meetingReaders =
  'rops_koordynator region, animator assignedTeam, lider_gminny memberTeam, lider_powiatowy memberTeam, koordynator_zespolu memberTeam, koordynator_rodziny memberTeam, asystent_rodziny memberTeam, decydent memberTeam, specjalista memberTeam, radny memberTeam, audytor memberTeam'
const meetingMakers = 'animator assignedTeam, lider_gminny memberTeam, koordynator_zespolu assignedTeam'

/** Who gave a task, whoever it is, and who keeps those of the team or heads the house. */
const givers = `${columns.map((role) => `${role} author`).join(', ')}, animator assignedTeam, decydent provider, lider_gminny provider, lider_gminny memberTeam, lider_powiatowy provider, lider_powiatowy memberTeam, koordynator_zespolu assignedTeam`

const keepers = `${meetingMakers}, lider_powiatowy memberTeam`
const approvers = 'lider_gminny memberTeam, lider_powiatowy memberTeam, koordynator_zespolu assignedTeam'
const members =
  'animator assignedTeam, lider_gminny memberTeam, lider_powiatowy memberTeam, koordynator_zespolu memberTeam, koordynator_rodziny memberTeam, asystent_rodziny memberTeam, decydent memberTeam, specjalista memberTeam, radny memberTeam'

const staff =
  'lider_gminny unit, lider_powiatowy participating, koordynator_zespolu teamCases, koordynator_rodziny case, asystent_rodziny case, specjalista case'

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

  'meeting.list': ['R meeting', meetingReaders],
  'meeting.read': ['R meeting', meetingReaders],
  'meeting.paper': ['R meeting', meetingReaders],
  'meeting.calendar': ['R meeting', meetingReaders],
  'meeting.plan': ['C meeting', meetingMakers],
  'meeting.mend': ['U meeting', keepers],
  'meeting.agenda': ['U meeting', keepers],
  'meeting.arrange': ['U meeting', keepers],
  'meeting.call': ['U meeting', keepers],
  'meeting.cancel': ['U meeting', keepers],
  'meeting.attend': ['U meeting', keepers],
  'meeting.decide': ['U meeting', keepers],
  'meeting.hold': ['U meeting', keepers],
  'meeting.writeMinutes': ['U meeting', keepers],
  'meeting.sendMinutes': ['U meeting', keepers],
  // the draft goes to all who sit in the team
  'meeting.remark': ['R meeting', members],
  'meeting.answerRemark': ['U meeting', keepers],
  'meeting.approve': ['A meeting', approvers],
  'meeting.annex': ['A meeting', approvers],
  'meeting.openItem': ['R caseMeeting', workers],
  'meeting.decideCase': ['C caseMeeting', coordinators],
}

/** What names a case: its meetings, and the own calendar. */
export const caseMeetingsMatrix: Matrix = {
  'caseMeeting.list': ['R caseMeeting', workers],
  'caseMeeting.read': ['R caseMeeting', workers],
  'caseMeeting.decision': ['R caseMeeting', workers],
  'caseMeeting.plan': ['C caseMeeting', coordinators],
  'caseMeeting.mend': ['U caseMeeting', coordinators],
  'caseMeeting.call': ['U caseMeeting', coordinators],
  'caseMeeting.cancel': ['U caseMeeting', coordinators],
  'caseMeeting.hold': ['U caseMeeting', coordinators],
  'caseMeeting.decide': ['C caseMeeting', coordinators],
  'caseMeeting.writeMinutes': ['U caseMeeting', coordinators],
  'caseMeeting.sendMinutes': ['U caseMeeting', coordinators],
  'caseMeeting.remark': ['R caseMeeting', staff],
  'caseMeeting.answerRemark': ['U caseMeeting', coordinators],
  'caseMeeting.approve': ['A caseMeeting', 'koordynator_zespolu teamCases'],
  'caseMeeting.annex': ['A caseMeeting', 'koordynator_zespolu teamCases'],
  'feed.read': ['R own', all],
  'feed.make': ['R own', all],
  'feed.revoke': ['R own', all],
}
