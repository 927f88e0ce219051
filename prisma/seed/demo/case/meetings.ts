import { createHash } from 'node:crypto'
import { addCalendarDays, nextWorkingDay } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { caseMinutesText } from '@/lib/messages/pl/case-minutes'
import type { Story } from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'

const agenda = ['Jak idzie w szkole', 'Popołudnia i dojazd', 'Co dalej'].join('\n')
const body = 'Matka mówi, że poranki są spokojniejsze. Brakuje kogoś, kto odbierze młodsze dziecko we wtorki.'
const decided = 'GOPS sprawdza, kto może odbierać dziecko ze świetlicy we wtorki.'

const of = (story: Story) => ({
  case_id: story.id,
  team_id: story.team.id,
  owner_institution_id: story.owner,
  category: 'RELACJE',
})

const addMeeting = (world: World, story: Story, key: string, on: IsoDate, status: string): string => {
  const id = idOf('caseMeeting', story.key, key)
  const beside = story.around.slice(1, 3)
  world.add('case_meeting', {
    id,
    ...of(story),
    status,
    held_on: on,
    starts_at: '14:30',
    place: 'GOPS, pokój 4',
    invited_ids: beside.map((s) => s.institution.id),
    with_family: true,
    family_came: status === 'approved' ? true : null,
    called_at: world.at(addCalendarDays(on, -14)),
    created_by_id: story.worker,
    created_at: world.at(addCalendarDays(on, -15)),
  })
  world.add('case_meeting_agenda', { meeting_id: id, ...of(story), body: agenda })
  for (const staff of story.around.slice(0, 3))
    world.add('case_meeting_party', {
      id: idOf('caseMeetingParty', story.key, key, staff.institution.key),
      meeting_id: id,
      ...of(story),
      institution_id: staff.institution.id,
      came_name: status === 'approved' ? staff.headName : null,
    })
  return id
}

const addDecision = (world: World, story: Story, meetingId: string, on: IsoDate) => {
  const dueOn = nextWorkingDay(addCalendarDays(on, 14))
  const taskId = idOf('caseTask', story.key)
  const at = world.at(on, 480)
  const ended = { ended_by_id: story.worker, ended_at: world.at(dueOn) }
  world.add('case_task', {
    id: taskId,
    ...of(story),
    title: decided,
    due_on: dueOn,
    to_user_id: story.worker,
    to_institution_id: story.owner,
    status: 'done',
    end_note: 'Odbiera ciocia, we wtorki i czwartki.',
    ...ended,
    created_by_id: story.worker,
    created_institution_id: story.owner,
    created_at: at,
  })
  world.add('case_decision', {
    id: idOf('caseDecision', story.key),
    ...of(story),
    case_meeting_id: meetingId,
    body: decided,
    becomes: 'task',
    task_id: taskId,
    created_by_id: story.worker,
    created_at: at,
  })
  return { to: null, institution: story.team.lead.institution.name, dueOn }
}

const addMinutes = (world: World, story: Story, meetingId: string, on: IsoDate): void => {
  const number = String(world.rows('family_case').find((r) => r.id === story.id)?.number ?? '')
  const content = caseMinutesText({
    number,
    heldOn: on,
    startsAt: '14:30',
    place: 'GOPS, pokój 4',
    link: null,
    withFamily: true,
    familyCame: true,
    agenda,
    parties: story.around.slice(0, 3).map((s) => ({ institution: s.institution.name, cameName: s.headName })),
    decisions: [{ body: decided, becomes: 'task', task: addDecision(world, story, meetingId, on) }],
    minutes: { body },
    remarks: [],
  })
  world.add('case_meeting_minutes', {
    meeting_id: meetingId,
    ...of(story),
    body,
    sent_at: world.at(addCalendarDays(on, 1)),
    remarks_until: nextWorkingDay(addCalendarDays(on, 8)),
    approved_at: world.at(addCalendarDays(on, 10)),
    approved_by_id: story.team.lead.coordinator,
    content,
    content_hash: createHash('sha256').update(content).digest('hex'),
  })
}

/** Meetings around a family whose plan is in force: one approved, one to which everybody is called. */
export const addCaseMeetings = (world: World, stories: readonly Story[]): void => {
  const story = stories.find(({ key }) => key === 'swilcza-14')
  if (!story) return
  const on = world.daysAgo(45)
  addMinutes(world, story, addMeeting(world, story, 'approved', on, 'approved'), on)
  addMeeting(world, story, 'called', nextWorkingDay(addCalendarDays(world.today, 9)), 'called')
  world.add('case_task', {
    id: idOf('caseTask', story.key, 'late'),
    ...of(story),
    title: 'Zadzwonić do wychowawcy w sprawie dojazdu',
    due_on: world.daysAgo(3),
    to_user_id: story.worker,
    to_institution_id: story.owner,
    created_by_id: story.worker,
    created_institution_id: story.owner,
    created_at: world.at(world.daysAgo(12)),
  })
}
