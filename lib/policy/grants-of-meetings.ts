import type { Role } from '@/lib/policy/actor'
import {
  caseStaff,
  caseWorkers,
  coordinators,
  everyone,
  type Grant,
  type Reach,
  teamCoordinator,
} from '@/lib/policy/reach'

/** Who sits in the team; the region and a control only read. */
const meetingMembers = {
  animator: 'assignedTeam',
  lider_gminny: 'memberTeam',
  lider_powiatowy: 'memberTeam',
  koordynator_zespolu: 'memberTeam',
  koordynator_rodziny: 'memberTeam',
  asystent_rodziny: 'memberTeam',
  decydent: 'memberTeam',
  specjalista: 'memberTeam',
  radny: 'memberTeam',
} as const satisfies Grant

/** R on "Meeting: items that name no case" (3.6). */
const meetingReaders = {
  ...meetingMembers,
  rops_koordynator: 'region',
  audytor: 'memberTeam',
} as const satisfies Grant
/** C on it. */
const meetingMakers = {
  animator: 'assignedTeam',
  lider_gminny: 'memberTeam',
  koordynator_zespolu: 'assignedTeam',
} as const satisfies Grant
const toEverybody = <const R extends Reach | readonly Reach[]>(reach: R): Record<Role, R> =>
  Object.fromEntries(Object.keys(everyone).map((role) => [role, reach])) as Record<Role, R>

/** Who was given a task, or gave it; for a task to the institution its heads. */
const mine = ['line', 'author'] as const
const heads = ['line', 'provider', 'author'] as const
const taskHolders = {
  ...toEverybody(mine),
  animator: [...mine, 'assignedTeam'],
  decydent: heads,
  lider_gminny: [...heads, 'memberTeam'],
  lider_powiatowy: [...heads, 'memberTeam'],
  koordynator_zespolu: [...mine, 'assignedTeam'],
} as const satisfies Grant
/** What was given is given on by who gave it, by the heads of the house, and by who keeps the team's tasks. */
const taskGivers = {
  ...toEverybody('author'),
  animator: ['author', 'assignedTeam'],
  decydent: ['provider', 'author'],
  lider_gminny: ['provider', 'author', 'memberTeam'],
  lider_powiatowy: ['provider', 'author', 'memberTeam'],
  koordynator_zespolu: ['author', 'assignedTeam'],
} as const satisfies Grant
/** Of a case: both coordinators, and who was given it while consent opens its category (row-level security). */
const caseTaskHolders = {
  decydent: 'provider',
  lider_gminny: 'provider',
  lider_powiatowy: 'provider',
  koordynator_zespolu: ['line', 'teamCases'],
  koordynator_rodziny: ['line', 'case'],
  asystent_rodziny: 'line',
  specjalista: 'line',
  wykonawca: 'line',
} as const satisfies Grant

/** U on "Meeting". */
const meetingKeepers = { ...meetingMakers, lider_powiatowy: 'memberTeam' } as const satisfies Grant
/** A on it. */
const meetingApprovers = {
  lider_gminny: 'memberTeam',
  lider_powiatowy: 'memberTeam',
  koordynator_zespolu: 'assignedTeam',
} as const satisfies Grant
export const meetingGrants = {
  'meeting.list': meetingReaders,
  'meeting.read': meetingReaders,
  'meeting.paper': meetingReaders,
  'meeting.calendar': meetingReaders,
  'meeting.plan': meetingMakers,
  'meeting.mend': meetingKeepers,
  'meeting.agenda': meetingKeepers,
  'meeting.arrange': meetingKeepers,
  'meeting.call': meetingKeepers,
  'meeting.cancel': meetingKeepers,
  'meeting.attend': meetingKeepers,
  'meeting.decide': meetingKeepers,
  'meeting.hold': meetingKeepers,
  'meeting.writeMinutes': meetingKeepers,
  'meeting.sendMinutes': meetingKeepers,
  'meeting.remark': meetingMembers,
  'meeting.answerRemark': meetingKeepers,
  'meeting.approve': meetingApprovers,
  'meeting.annex': meetingApprovers,
  'meeting.openItem': caseWorkers,
  'meeting.decideCase': coordinators,
  'caseMeeting.list': caseWorkers,
  'caseMeeting.read': caseWorkers,
  'caseMeeting.decision': caseWorkers,
  'caseMeeting.plan': coordinators,
  'caseMeeting.mend': coordinators,
  'caseMeeting.call': coordinators,
  'caseMeeting.cancel': coordinators,
  'caseMeeting.hold': coordinators,
  'caseMeeting.decide': coordinators,
  'caseMeeting.writeMinutes': coordinators,
  'caseMeeting.sendMinutes': coordinators,
  'caseMeeting.remark': caseStaff,
  'caseMeeting.answerRemark': coordinators,
  'caseMeeting.approve': teamCoordinator,
  'caseMeeting.annex': teamCoordinator,
  'feed.read': everyone,
  'feed.make': everyone,
  'feed.revoke': everyone,
} as const satisfies Record<string, Grant>

export const taskGrants = {
  'task.list': everyone,
  'task.addOwn': everyone,
  'task.team': meetingReaders,
  'task.add': meetingMakers,
  'task.finish': taskHolders,
  'task.cancel': taskGivers,
  'task.reassign': taskGivers,
  'caseTask.list': caseWorkers,
  'caseTask.add': coordinators,
  'caseTask.finish': caseTaskHolders,
  'caseTask.cancel': coordinators,
  'caseTask.reassign': coordinators,
} as const satisfies Record<string, Grant>
