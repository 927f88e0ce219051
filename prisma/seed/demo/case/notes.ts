import { z } from 'zod'
import { addCalendarDays, nextWorkingDay } from '@/lib/calendar'
import { reached, type Story } from '@/prisma/seed/demo/case/story'
import notesJson from '@/prisma/seed/demo/notes.json'
import { idOf, type World } from '@/prisma/seed/demo/world'

const level = z.enum(['exists', 'summary', 'full'])
const entry = z.strictObject({
  by: z.enum(['coordinator', 'assistant', 'ppp', 'pcpr']),
  kind: z.string(),
  category: z.string(),
  /** members of the family by their place; none: everybody */
  who: z.array(z.number().int()),
  /** days before the seeding */
  ago: z.number().int(),
  /** days from the seeding to the next contact */
  next: z.number().int().optional(),
  summary: z.string().optional(),
  body: z.string().optional(),
  /** of a profession bound to secrecy instead of words */
  participation: z.string().optional(),
  recommendation: z.string().optional(),
  /** what the author set, by the kind of the institution */
  levels: z.record(z.string(), level).optional(),
})
type Entry = z.output<typeof entry>

const entries = z.record(z.string(), z.array(entry)).parse(notesJson)

const working = ['diagnosis', 'planning', 'planApproval', 'inProgress', 'suspended', 'evaluation']

const authorOf = (story: Story, by: Entry['by']): { userId: string; institutionId: string } | null => {
  if (by === 'coordinator') return { userId: story.worker, institutionId: story.owner }
  if (by === 'assistant')
    return story.lines.some((line) => line.service === 'asystent_rodziny')
      ? { userId: story.team.lead.assistant, institutionId: story.owner }
      : null
  const staff = story.around.find((one) => one.institution.kind === by)
  const userId = staff?.desk[0]
  return staff && userId ? { userId, institutionId: staff.institution.id } : null
}

const addWords = (world: World, id: string, of: object, one: Entry): void => {
  world.add('note_summary', {
    note_id: id,
    ...of,
    summary: one.summary ?? null,
    participation: one.participation ?? null,
    recommendation: one.recommendation ?? null,
  })
  world.add('note_next', {
    note_id: id,
    ...of,
    next_on: one.next === undefined ? null : nextWorkingDay(addCalendarDays(world.today, one.next)),
  })
  if (one.body) world.add('note_text', { note_id: id, ...of, body: one.body })
}

/** Notes and contacts of a family that is being worked with, as its story tells them. */
export const addNotes = (world: World, story: Story): void => {
  const since = reached(story, 'diagnosis')
  if (!since || !working.includes(story.status)) return
  for (const [i, one] of (entries[story.archetype.key] ?? []).entries()) {
    const author = authorOf(story, one.by)
    const heldOn = world.daysAgo(one.ago)
    if (!author || heldOn < since) continue
    const id = idOf('note', story.key, i)
    const of = { case_id: story.id, team_id: story.team.id }
    world.add('note', {
      id,
      ...of,
      owner_institution_id: story.owner,
      category: one.category,
      kind: one.kind,
      person_ids: one.who.flatMap((place) => story.persons[place]?.id ?? []),
      held_on: heldOn,
      author_id: author.userId,
      author_institution_id: author.institutionId,
      created_at: world.at(heldOn, 300),
    })
    addWords(world, id, of, one)
    for (const [kind, set] of Object.entries(one.levels ?? {})) {
      const staff = story.around.find((other) => other.institution.kind === kind)
      if (staff)
        world.add('note_disclosure', {
          note_id: id,
          institution_id: staff.institution.id,
          ...of,
          level: set,
          set_at: world.at(heldOn, 300),
        })
    }
  }
}
