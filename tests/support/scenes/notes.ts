import { beforeAll, beforeEach } from 'vitest'
import { writeNote } from '@/lib/notes'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import {
  consent,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

/** A family of a mother and a daughter; OPS owns the case, school, PCPR and psychological clinic take part. */
export const scene = {} as {
  ops: string
  school: string
  pcpr: string
  clinic: string
  made: Awaited<ReturnType<typeof makeCase>>
  mother: string
  daughter: string
  coordinator: Actor
  assistant: Actor
  leader: Actor
  teacher: Actor
  director: Actor
  psychologist: Actor
  provider: Actor
  stranger: Actor
  schoolConsents: string[]
}

export const useNotesScene = (): void => {
  useDatabase()
  beforeAll(async () => {
    const ops = await makeInstitution({ name: 'GOPS Próbny' })
    const school = await makeInstitution({ name: 'Szkoła Próbna', kind: 'szkola_podstawowa' })
    const pcpr = await makeInstitution({ name: 'PCPR Próbne', kind: 'pcpr' })
    const clinic = await makeInstitution({ name: 'CZP Próbne', kind: 'czp' })
    const far = await makeInstitution({ seat: '2013072' })
    Object.assign(scene, { ops, school, pcpr, clinic, far })
    const teamId = await makeTeam({ lead: ops, members: [school, pcpr, clinic] })
    const foreign = await makeCase({ teamId: await makeTeam({ lead: far }), owner: far })
    scene.stranger = await makeActor(far, { role: 'koordynator_rodziny', caseId: foreign.caseId })
    scene.made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  })
  beforeEach(async () => {
    const { ops, school, pcpr, clinic } = scene
    scene.made = await makeCase({ teamId: scene.made.teamId, owner: ops, status: 'inProgress' })
    const { made } = scene
    scene.mother = await makePerson(made, { givenName: 'Maria' })
    scene.daughter = await makePerson(made, {
      givenName: 'Zofia',
      bornOn: '2016-05-05',
      guardians: [scene.mother],
    })
    for (const institution of [school, pcpr, clinic]) await joinCase(made, institution)
    const mine = { caseId: made.caseId }
    scene.coordinator = await makeActor(ops, { role: 'koordynator_rodziny', ...mine })
    scene.assistant = await makeActor(ops, { role: 'asystent_rodziny', ...mine })
    scene.leader = await makeActor(ops, { role: 'lider_gminny' })
    scene.teacher = await makeActor(school, { role: 'specjalista', ...mine })
    scene.director = await makeActor(pcpr, { role: 'lider_powiatowy' })
    scene.psychologist = await makeActor(clinic, { role: 'specjalista', ...mine })
    scene.provider = await makeActor(school, { role: 'wykonawca' })
    const both = [scene.mother, scene.daughter]
    const give = async (institution: string, categories: string[]) =>
      Promise.all(both.map((p) => consent(made, p, institution, categories, scene.mother)))
    scene.schoolConsents = await give(school, ['PODSTAWOWE', 'EDUKACJA', 'ZDROWIE'])
    await give(pcpr, ['PODSTAWOWE'])
    await give(clinic, ['PODSTAWOWE', 'ZDROWIE'])
  })
}

type Written = Partial<Parameters<typeof writeNote.execute>[1]>

/** A visit about the whole family, written by this person unless told otherwise; gives its id. */
export const write = async (author: Actor, more: Written = {}): Promise<string> => {
  const { noteId } = await writeNote.execute(author, {
    caseId: scene.made.caseId,
    noteId: crypto.randomUUID(),
    kind: 'visit',
    heldOn: '20.11.2026',
    category: 'EDUKACJA',
    personIds: [],
    levels: [],
    body: 'Zosia chodzi do szkoły.',
    summary: 'Obecna w szkole.',
    ...more,
  } as Parameters<typeof writeNote.execute>[1])
  return noteId
}

/** What the database tells of this note to a connection of nobody in particular. */
export const rowsOfNote = async (noteId: string): Promise<Record<string, number>> => {
  const found: Record<string, number> = {}
  for (const table of ['note', 'note_summary', 'note_next', 'note_text', 'note_version', 'note_disclosure']) {
    const key = table === 'note' ? 'id' : 'note_id'
    const { rowCount } = await asOwner().query(`select from ${table} where ${key} = $1`, [noteId])
    found[table] = rowCount ?? 0
  }
  return found
}
