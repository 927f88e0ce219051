import { beforeAll, describe, expect, it } from 'vitest'
import {
  activateTemplate,
  choosePreview,
  fillTeamDocument,
  listTeamDocuments,
  listTemplates,
  previewTemplate,
  putTemplate,
  renderPaper,
  renderTemplate,
  withdrawTemplate,
} from '@/lib/documents'
import { messageForField } from '@/lib/messages/pl/errors'
import { asActor } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import { useDatabase } from '@/tests/support/database'
import { makeDocx, openDocx, openPdf } from '@/tests/support/papers'
import { refusal } from '@/tests/support/refusal'
import { makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let teamId: string
let rops: Actor
let leader: Actor
let elsewhere: Actor

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS w Świlczy' })
  teamId = await makeTeam({ lead: ops })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  const centre = await makeInstitution({ kind: 'rops', level: 'wojewodztwo' })
  rops = await makeActor(centre, { role: 'rops_koordynator' })
  const far = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '2013072' })
  elsewhere = await makeActor(far, { role: 'rops_koordynator' })
})

const put = async (paragraphs: string[], actor: Actor = rops) =>
  putTemplate.execute(actor, {
    key: 'regulamin',
    file: new File([new Uint8Array(await makeDocx(paragraphs))], 'wzor.docx'),
  })
const versions = async () =>
  (await listTemplates.execute(rops, {})).documents.find((d) => d.key === 'regulamin')?.templates ?? []
const newest = async () => (await versions())[0]?.id ?? ''
const words = async (): Promise<string> => {
  const filled = await fillTeamDocument.execute(leader, { teamId, key: 'regulamin' })
  return openDocx(await renderPaper('regulamin', filled, 'docx')).text
}

describe('a template of a ROPS', () => {
  it('with a name that the document does not have is refused by that name, and nothing is kept', async () => {
    const refused = await put(['Regulamin {nazwa_zespolu}']).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(AppError)
    const said = messageForField((refused as AppError).fields.file ?? '')
    expect(said).toBe(
      'Wzoru nie przyjęto: nieznane pole {nazwa_zespolu} (w treści, akapit 1: „Regulamin {nazwa_zespolu}”).',
    )
    expect(await versions()).toEqual([])
  })

  it('counts after it was looked at with the data of a team, and can be taken back', async () => {
    await put(['Nasz regulamin: {instytucja_prowadzaca}'])
    const templateId = await newest()
    expect(await words()).toContain('Regulamin pracy zespołu')
    expect(await refusal(activateTemplate.execute(rops, { templateId }))).toBe('conflict templateUnseen')
    await choosePreview.execute(rops, { templateId, teamId })
    const preview = await previewTemplate.execute(rops, { templateId })
    expect(openDocx(await renderTemplate(preview.template, preview.data, 'docx')).text).toBe(
      'Nasz regulamin: GOPS w Świlczy',
    )
    expect(await words()).toContain('Regulamin pracy zespołu')
    await activateTemplate.execute(rops, { templateId })
    expect(await words()).toBe('Nasz regulamin: GOPS w Świlczy')
    expect((await listTeamDocuments.execute(leader, { teamId })).own).toEqual(['regulamin'])

    await put(['Drugi: {gmina}'])
    expect((await versions()).map((v) => [v.versionNo, v.status])).toEqual([
      [2, 'checked'],
      [1, 'active'],
    ])
    const second = await newest()
    await choosePreview.execute(rops, { templateId: second, teamId })
    await activateTemplate.execute(rops, { templateId: second })
    expect(await words()).toBe('Drugi: Świlcza')
    expect((await versions()).map((v) => v.status)).toEqual(['active', 'withdrawn'])
    await withdrawTemplate.execute(rops, { templateId: second })
    expect(await words()).toContain('Regulamin pracy zespołu')
    expect(await refusal(withdrawTemplate.execute(rops, { templateId: second }))).toBe('conflict wrongState')
  })

  it('without a LibreOffice gives DOCX alone: the PDF is the built-in one, and a preview says so', async () => {
    await put(['Trzeci: {gmina}'])
    const templateId = await newest()
    await choosePreview.execute(rops, { templateId, teamId })
    await activateTemplate.execute(rops, { templateId })
    const filled = await fillTeamDocument.execute(leader, { teamId, key: 'regulamin' })
    const pdf = await openPdf(await renderPaper('regulamin', filled, 'pdf'))
    expect(pdf.text).toContain('Regulamin pracy zespołu')
    const preview = await previewTemplate.execute(rops, { templateId })
    expect(await refusal(renderTemplate(preview.template, preview.data, 'pdf'))).toBe(
      'conflict officeMissing',
    )
    await withdrawTemplate.execute(rops, { templateId })
  })

  it('is put and decided by the ROPS of the voivodeship alone', async () => {
    const templateId = await newest()
    expect(await refusal(put(['{gmina}'], leader))).toBe('forbidden forbidden')
    expect(await refusal(activateTemplate.execute(elsewhere, { templateId }))).toBe('notFound notFound')
    expect(await refusal(choosePreview.execute(elsewhere, { templateId, teamId }))).toBe('notFound notFound')
    expect(await refusal(activateTemplate.execute(leader, { templateId }))).toBe('forbidden forbidden')
    const changed = await asActor(elsewhere, (tx) =>
      tx.documentTemplate.updateMany({ where: { id: templateId }, data: { status: 'withdrawn' } }),
    )
    expect(changed.count).toBe(0)
    expect((await listTemplates.execute(elsewhere, {})).documents.flatMap((d) => d.templates)).toEqual([])
  })
})
