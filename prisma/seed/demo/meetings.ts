import { createHash } from 'node:crypto'
import { addCalendarDays, nextWorkingDay } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { agendaTitles } from '@/lib/messages/pl/meetings'
import { minutesText } from '@/lib/messages/pl/minutes'
import type { Staff } from '@/prisma/seed/demo/people'
import type { DemoTeam } from '@/prisma/seed/demo/teams'
import { idOf, type World } from '@/prisma/seed/demo/world'
import { demoTokens } from '@/prisma/seed/demo-tokens'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

type Decision = {
  readonly item: number
  readonly body: string
  readonly to: number
  readonly days: number
  readonly done?: boolean
}
type Spec = {
  readonly key: string
  readonly status: 'approved' | 'minutes' | 'called'
  /** Days from today; of the past negative. */
  readonly days: number
  readonly items: readonly string[]
  readonly decisions: readonly Decision[]
  readonly body?: string
}

const place = 'Urząd Gminy, sala narad'

/** One approved, one whose draft waits for remarks, one to which everybody is called. */
const specs: readonly Spec[] = [
  {
    key: 'approved',
    status: 'approved',
    days: -62,
    items: ['Dojazd dzieci na zajęcia popołudniowe', 'Dyżur wspólny w GOPS', agendaTitles.other],
    decisions: [
      {
        item: 0,
        body: 'Szkoła przygotowuje listę godzin, w których brakuje dojazdu.',
        to: 1,
        days: 14,
        done: true,
      },
      { item: 1, body: 'GOPS udostępnia salę na wspólny dyżur w każdy wtorek.', to: 0, days: 7, done: true },
    ],
    body: 'Omówiono dojazdy z przysiółków i godziny dyżuru. Strony zgodziły się co do wtorków.',
  },
  {
    key: 'minutes',
    status: 'minutes',
    days: -6,
    items: [agendaTitles.earlier, 'Półkolonie w ferie: kto, gdzie, za co', agendaTitles.other],
    decisions: [
      { item: 1, body: 'Szkoła zbiera zgłoszenia na półkolonie.', to: 1, days: 10 },
      { item: 2, body: 'GOPS proponuje dwa terminy następnego spotkania.', to: 0, days: -1 },
    ],
    body: 'Półkolonie odbędą się w szkole, posiłki zapewni gmina. Brakuje opiekuna na drugi tydzień.',
  },
  {
    key: 'called',
    status: 'called',
    days: 12,
    items: [agendaTitles.earlier, 'Opiekun na drugi tydzień półkolonii', agendaTitles.other],
    decisions: [],
  },
]

type Made = { readonly id: string; readonly on: IsoDate; readonly past: boolean }

const dayFor = (world: World, days: number): IsoDate =>
  days < 0 ? world.daysAgo(-days) : nextWorkingDay(addCalendarDays(world.today, days))

const addMeeting = (world: World, team: DemoTeam, spec: Spec): Made => {
  const id = idOf('meeting', team.key, spec.key)
  const on = dayFor(world, spec.days)
  world.add('team_meeting', {
    id,
    team_id: team.id,
    status: spec.status,
    held_on: on,
    starts_at: '10:00',
    place,
    called_at: world.at(addCalendarDays(on, -16)),
    created_by_id: team.lead.coordinator,
    created_institution_id: team.lead.institution.id,
    created_at: world.at(addCalendarDays(on, -20)),
    version: spec.status === 'called' ? 2 : 4,
  })
  for (const [i, title] of spec.items.entries())
    world.add('meeting_item', {
      id: idOf('meetingItem', team.key, spec.key, i),
      meeting_id: id,
      team_id: team.id,
      position: i + 1,
      title,
    })
  return { id, on, past: spec.status !== 'called' }
}

/** Every third party stays away. */
const addParties = (world: World, team: DemoTeam, meeting: Made) =>
  team.members.map((staff, i) => {
    const came = meeting.past && i % 3 !== 2 ? 'representative' : null
    const party = {
      institution: staff.institution.name,
      came,
      cameName: came && staff.headName,
    }
    world.add('meeting_party', {
      id: idOf('meetingParty', meeting.id, staff.institution.key),
      meeting_id: meeting.id,
      team_id: team.id,
      institution_id: staff.institution.id,
      came,
      came_name: party.cameName,
    })
    return party
  })

const addDecisions = (world: World, team: DemoTeam, spec: Spec, meeting: Made) =>
  spec.decisions.map((decision, i) => {
    const to: Staff = team.members[decision.to] ?? team.lead
    const taskId = idOf('task', team.key, spec.key, i)
    const dueOn =
      decision.days < 0
        ? world.daysAgo(-decision.days)
        : nextWorkingDay(addCalendarDays(meeting.on, decision.days))
    const at = world.at(meeting.on, 240)
    world.add('task', {
      id: taskId,
      team_id: team.id,
      title: decision.body,
      due_on: dueOn,
      to_user_id: to.head,
      to_institution_id: to.institution.id,
      status: decision.done ? 'done' : 'open',
      end_note: null,
      ended_by_id: decision.done ? to.head : null,
      ended_at: decision.done ? world.at(dueOn) : null,
      created_by_id: team.lead.coordinator,
      created_institution_id: team.lead.institution.id,
      created_at: at,
    })
    world.add('meeting_decision', {
      id: idOf('meetingDecision', team.key, spec.key, i),
      meeting_id: meeting.id,
      team_id: team.id,
      item_id: idOf('meetingItem', team.key, spec.key, decision.item),
      body: decision.body,
      task_id: taskId,
      created_by_id: team.lead.coordinator,
      created_at: at,
    })
    return {
      itemId: String(decision.item),
      body: decision.body,
      task: { to: to.headName, institution: to.institution.name, dueOn },
    }
  })

const addMinutes = (
  world: World,
  team: DemoTeam,
  spec: Spec,
  meeting: Made,
  content: { parties: ReturnType<typeof addParties>; decisions: ReturnType<typeof addDecisions> },
): void => {
  const sent = addCalendarDays(meeting.on, 2)
  const approved = spec.status === 'approved'
  const present = content.parties.filter((p) => p.came).length
  const all = content.parties.length
  const needed = Math.floor(all / 2) + 1
  const text = minutesText({
    team: team.lead.institution.name,
    gmina: 'Świlcza',
    heldOn: meeting.on,
    startsAt: '10:00',
    place,
    link: null,
    items: spec.items.map((title, i) => ({ id: String(i), kind: 'team', title })),
    ...content,
    quorum: { present, all, needed, reached: present >= needed },
    minutes: { body: spec.body ?? '' },
    remarks: [],
  })
  world.add('meeting_minutes', {
    meeting_id: meeting.id,
    team_id: team.id,
    body: spec.body,
    sent_at: world.at(sent),
    remarks_until: nextWorkingDay(addCalendarDays(sent, 7)),
    approved_at: approved ? world.at(addCalendarDays(meeting.on, 12)) : null,
    approved_by_id: approved ? team.lead.head : null,
    content: approved ? text : null,
    content_hash: approved ? hashOf(text) : null,
  })
  const author = team.members[1]
  if (!approved && author)
    world.add('meeting_entry', {
      id: idOf('meetingEntry', team.key, spec.key),
      meeting_id: meeting.id,
      team_id: team.id,
      kind: 'remark',
      body: 'Proszę dopisać, że szkoła udostępnia także kuchnię.',
      author_id: author.head,
      institution_id: author.institution.id,
      created_at: world.at(addCalendarDays(sent, 1)),
    })
}

/** Things to do that came from no meeting. */
const addOwnTasks = (world: World, team: DemoTeam): void => {
  const teacher = idOf('user', 'nauczycielka@demo.example')
  const school = team.members.find((staff) => staff.institution.key === 'sp_swilcza')
  if (!school) return
  world.add('task', {
    id: idOf('task', 'nauczycielka'),
    title: 'Uzupełnić listę dzieci dowożonych do świetlicy',
    due_on: nextWorkingDay(addCalendarDays(world.today, 3)),
    to_user_id: teacher,
    to_institution_id: school.institution.id,
    created_by_id: school.head,
    created_institution_id: school.institution.id,
    created_at: world.at(world.daysAgo(2)),
  })
}

/** Meetings of the team of Świlcza, and what came out of them. */
export const addMeetings = (world: World, teams: readonly DemoTeam[]): void => {
  const team = teams.find(({ key }) => key === 'swilcza')
  if (!team) return
  for (const spec of specs) {
    const meeting = addMeeting(world, team, spec)
    const parties = addParties(world, team, meeting)
    const decisions = addDecisions(world, team, spec, meeting)
    if (meeting.past) addMinutes(world, team, spec, meeting, { parties, decisions })
  }
  addOwnTasks(world, team)
  world.add('calendar_feed', {
    id: idOf('calendarFeed', team.key),
    user_id: team.lead.coordinator,
    institution_id: team.lead.institution.id,
    token_hash: hashOf(demoTokens.calendar),
    created_at: world.at(world.daysAgo(30)),
  })
}
