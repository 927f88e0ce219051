import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillTeamDocument, meetingPaperKeys, teamPaperKeys } from '@/lib/documents'
import * as meetings from '@/lib/meetings'
import { asOwner } from '@/tests/support/database'
import { at, made, mother, protect, useScene } from '@/tests/support/scenes/protection'
import { insert } from '@/tests/support/world'

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  )
const app = files('app')
const text = (path: string): string => readFileSync(path, 'utf8')

/** Every file that the product gives out, and what stands in it. None is filled in with persons of a family. */
const exportsOf: Record<string, string> = {
  'app/(app)/(wiedza)/biblioteka/[id]/plik/[fileId]/route.ts':
    'what a person put into the library, about no family',
  'app/(app)/(wiedza)/biblioteka/[id]/film/[fileId]/route.ts': 'a film of the library, about no family',
  'app/(app)/(wiedza)/biblioteka/film/route.ts': 'nothing: it takes a film in',
  'app/(app)/(wiedza)/szkola/[id]/material/[materialId]/route.ts':
    'what was put beside an event, about no family',
  'app/(app)/(wiedza)/konsultacje-modelu/[id]/docx/route.ts': 'remarks on the model',
  'app/(app)/instytucje/[id]/osoby/[userId]/dokumenty/[plik]/route.ts': 'authorisation of an employee',
  'app/(app)/instytucje/[id]/osoby/[userId]/zalaczniki/[fileId]/route.ts': 'its scan',
  'app/(app)/instytucje/import/[id]/bledy/route.ts': 'rows of institutions and employees',
  'app/(app)/instytucje/import/wzor/[kind]/route.ts': 'heads of columns',
  'app/(app)/kraj/dane/route.ts': 'figures, suppressed',
  'app/(app)/kraj/program/route.ts': 'counts of gminas and institutions',
  'app/(app)/spotkania/[id]/dokumenty/[plik]/route.ts': 'a meeting of the team: numbers of cases at most',
  'app/(app)/spotkania/[id]/kalendarz/route.ts': 'gmina, day, hour, place of a meeting of the team',
  'app/(app)/sprawy/[id]/zgody/skan/[scanId]/route.ts':
    'the very paper that somebody signed, unchanged, to who keeps the consent; each opening is logged',
  'app/(app)/zespoly/[id]/dokumenty/[plik]/route.ts': 'papers of the team',
  'app/(app)/zespoly/[id]/zalaczniki/[fileId]/route.ts': 'signed papers of the team',
  'app/(app)/zespoly/wzory/[klucz]/podglad/[wzor]/[plik]/route.ts': 'a template with data of the team',
  'app/(public)/kalendarz/[token]/route.ts':
    'gmina, day and hour of meetings; of one around a family no place',
}

describe('what leaves the product', () => {
  it('as a file is listed here with what stands in it', () => {
    const given = app.filter((path) => path.endsWith('/route.ts') && !path.startsWith('app/api/'))
    expect(given.sort()).toEqual(Object.keys(exportsOf).sort())
  })

  it('as paper of a family is asked about before it is rendered', () => {
    const paper = app.filter((path) => /\/sprawy\/.*\/(druk|kartka)\/page\.tsx$/u.test(path))
    expect(paper).toHaveLength(7)
    const unasked = paper.filter(
      (path) => !/\bprintCheck\(/u.test(text(path)) || !text(path).includes('<PrintGate'),
    )
    expect(unasked).toEqual([])
    // and no other page of a case lays a sheet of paper out
    const sheets = app.filter((path) => path.includes('/sprawy/') && /card-a4|FamilyCard/u.test(text(path)))
    expect(sheets.filter((path) => !/\/(druk|kartka)\//u.test(path))).toEqual([])
  })
})

useScene()

let teamMeetingId: string
let token: string

beforeAll(async () => {
  await protect()
  teamMeetingId = crypto.randomUUID()
  await insert('team_meeting', {
    id: teamMeetingId,
    team_id: made.teamId,
    held_on: '2026-11-26',
    starts_at: '12:00',
    place: 'sala',
    status: 'called',
    called_at: '2026-11-20T10:00:00Z',
    created_by_id: at('leader').userId,
    created_institution_id: made.owner,
  })
  await insert('meeting_case_item', {
    meeting_id: teamMeetingId,
    team_id: made.teamId,
    case_id: made.caseId,
    position: 1,
    reason: 'late',
  })
  await insert('case_meeting', {
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    category: 'EDUKACJA',
    status: 'called',
    called_at: '2026-11-20T10:00:00Z',
    held_on: '2026-11-27',
    starts_at: '09:00',
    place: 'Cicha 7',
    with_family: true,
    created_by_id: at('coordinator').userId,
  })
  token = (await meetings.makeFeed.execute(at('coordinator'), {})).token
})

/** Name, phone, address, hour's place of the protected person, and of who is with her in the family. */
const hers = /Wrzosek|Wrzosk|Maria|500\s?100\s?200|Cicha|Rynek 1/u

describe('with a protected person in a case of the team', () => {
  it('no paper of the team or of its meeting, no calendar names her, her address or her hours', async () => {
    const { rows } = await asOwner().query<{ n: number }>(
      'select count(*)::int as n from person_protection where person_id = $1 and ended_at is null',
      [mother],
    )
    expect(rows).toEqual([{ n: 1 }])
    const given: string[] = []
    for (const key of meetingPaperKeys)
      given.push(
        JSON.stringify(
          await meetings.fillMeetingDocument.execute(at('teamCoordinator'), {
            meetingId: teamMeetingId,
            key,
          }),
        ),
      )
    for (const key of teamPaperKeys)
      given.push(
        JSON.stringify(await fillTeamDocument.execute(at('leader'), { teamId: made.teamId, key } as never)),
      )
    given.push(await meetings.meetingCalendar.execute(at('teamCoordinator'), { meetingId: teamMeetingId }))
    const feed = await meetings.feedOf(token)
    expect(feed).toContain('20261127T090000')
    given.push(feed)
    expect(given.filter((one) => hers.test(one))).toEqual([])
  })
})
