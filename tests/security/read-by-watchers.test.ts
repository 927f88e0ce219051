import { beforeAll, expect, it } from 'vitest'
import { addLibraryItem } from '@/lib/library'
import * as meetings from '@/lib/meetings'
import type { Actor } from '@/lib/policy/actor'
import * as tasks from '@/lib/tasks'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal, refusedFields } from '@/tests/support/refusal'
import { insert, makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let ops: string
let teamId: string
let number: string
let caseId: string
let team: Actor

beforeAll(async () => {
  ops = await makeInstitution()
  teamId = await makeTeam({ lead: ops })
  caseId = (await makeCase({ teamId, owner: ops, status: 'submitted' })).caseId
  number = (await asOwner().query('select number from family_case where id = $1', [caseId])).rows[0]?.number
  team = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
})

it('a task of the team bears no number of a case: neither its words nor how it ended', async () => {
  const task = { teamId, to: `${team.userId}:${ops}`, note: '', dueOn: '27.11.2026', days: '' }
  const add = (title: string) => tasks.addTask.execute(team, { ...task, title })
  expect(await refusedFields(add(`Wyjaśnić ${number}`))).toEqual({ title: 'meetingNamesCase' })
  const { taskId } = await add('Przygotować salę')
  const finish = (note: string) => tasks.finishTask.execute(team, { taskId, version: 1, note })
  expect(await refusedFields(finish(`Jak w ${number}`))).toEqual({ note: 'meetingNamesCase' })
  expect(await refusal(finish('Gotowa'))).toBe('allowed')
})

it('the paper of a meeting, which goes from hand to hand, names no case', async () => {
  const meetingId = crypto.randomUUID()
  await insert('team_meeting', {
    id: meetingId,
    team_id: teamId,
    held_on: '2026-11-30',
    starts_at: '09:00',
    place: 'GOPS',
    created_by_id: team.userId,
    created_institution_id: ops,
  })
  await meetings.addToAgenda.execute(team, { meetingId, title: 'Ferie', chosen: [caseId] })
  const page = await meetings.readMeeting.execute(team, { meetingId })
  expect(JSON.stringify(page.items)).toContain(number)
  const paper = await meetings.fillMeetingDocument.execute(team, { meetingId, key: 'protokol' })
  expect(JSON.stringify(paper)).toContain('Punkt o sprawie')
  expect(JSON.stringify(paper)).not.toContain(number)
})

it('a practice in the library names nobody', async () => {
  const keeper = await makeActor(await makeInstitution({ kind: 'rops', level: 'wojewodztwo' }), {
    role: 'rops_koordynator',
  })
  const practice = (description: string) =>
    addLibraryItem.execute(keeper, {
      kind: 'practice',
      title: 'Pierwsza rozmowa',
      description,
      link: '',
      variantKey: '',
      theme: 'family',
      author: 'ROPS',
      datedOn: '20.11.2026',
    } as never)
  expect(await refusedFields(practice(`W sprawie ${number} pomogła rozmowa.`))).toEqual({
    description: 'namesSomebody',
  })
  expect(await refusal(practice('Pomogła rozmowa.'))).toBe('allowed')
})
