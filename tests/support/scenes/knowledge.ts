import { fold } from '@/lib/format/fold'
import { insert } from '@/tests/support/world'

type Around = { owner: string; team: string; person: string }

/** One thing of each kind that a voivodeship passes on, for the stranger of another one. */
export const addKnowledge = async (
  foreign: Record<string, string>,
  { owner, team, person }: Around,
): Promise<void> => {
  const at = { wojewodztwo_code: '18' }
  const add = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const id = crypto.randomUUID()
    await insert(table, { id, ...at, ...row })
    foreign[table] = id
    return id
  }
  const title = 'Obce szkolenie'
  const event = await add('school_event', {
    kind: 'school',
    title,
    title_folded: fold(title),
    programme: 'program',
    place: 'Rzeszów',
    starts_on: '2026-12-10',
    ends_on: '2026-12-10',
    places: 5,
    institution_id: owner,
    created_by_id: person,
  })
  await add('school_entry', {
    event_id: event,
    user_id: person,
    institution_id: owner,
    signed_by_id: person,
    queue_no: 1,
    state: 'signed',
  })
  await add('school_material', { event_id: event, title, link: 'https://rops.example', added_by_id: person })
  await add('wzk_member', {
    institution_id: owner,
    person_name: 'Jan Obcy',
    person_function: 'dyrektor',
    starts_on: '2026-01-01',
    created_by_id: person,
  })
  await add('team_question', {
    team_id: team,
    institution_id: owner,
    asked_by_id: person,
    title,
    body: 'pytanie',
    theme: 'law',
    text_folded: 'pytanie',
  })
  const model = await add('model_consultation', {
    title,
    body: 'tekst',
    ends_on: '2026-12-10',
    roles: ['lider_gminny', 'ekspert'],
    institution_id: owner,
    created_by_id: person,
  })
  const invitation = await add('model_invitation', {
    consultation_id: model,
    recipient: 'kto@przyklad.example',
    sent_by_id: person,
  })
  await add('model_remark', {
    consultation_id: model,
    theme: 'law',
    body: 'uwaga',
    invitation_id: invitation,
    by_name: 'Jan Obcy',
    by_function: 'prezes',
  })
  await add('library_item', {
    kind: 'practice',
    title,
    description: 'opis',
    theme: 'law',
    author: 'autor',
    dated_on: '2026-10-01',
    text_folded: 'opis',
    institution_id: owner,
    created_by_id: person,
  })
}

/** An item of the library; the items of a meeting have the same name of a field. */
export const libraryInputs = (
  foreign: Readonly<Record<string, string>>,
): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    [
      'read',
      'correct',
      'withdraw',
      'restore',
      'attach',
      'openFile',
      'filmPlace',
      'attachFilm',
      'openFilm',
    ].map((step) => [
      `library.${step}`,
      {
        itemId: foreign.library_item,
        ...(step === 'attachFilm' ? { film: {} } : {}),
        ...(step === 'attach' ? { file: new File(['%PDF-1.4\n%%EOF'], 'poradnik.pdf') } : {}),
      },
    ]),
  )
