import { createHash } from 'node:crypto'
import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import { attachAuthorisation, openAuthorisation, readPerson } from '@/lib/people'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { attachToTeam, listTeamAttachments, openTeamAttachment } from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { insert, makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

const pdf = (words = 'podpis') => `%PDF-1.4\n(${words})\n%%EOF\n`
const file = (content: string | Buffer) =>
  new File(
    [typeof content === 'string' ? Buffer.from(content, 'latin1') : new Uint8Array(content)],
    'skan.pdf',
  )

let teamId: string
let leader: Actor
let teacher: Actor
let otherHead: Actor
let stranger: Actor
let member: { ops: string; school: string }

beforeAll(async () => {
  const ops = await makeInstitution()
  const school = await makeInstitution({ kind: 'szkola_podstawowa' })
  const library = await makeInstitution({ kind: 'biblioteka' })
  teamId = await makeTeam({ lead: ops, members: [school, library] })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  teacher = await makeActor(school, { role: 'decydent' })
  otherHead = await makeActor(library, { role: 'decydent' })
  stranger = await makeActor(await makeInstitution({ seat: '2013072' }), { role: 'lider_gminny' })
  const { rows } = await asOwner().query<{ id: string; institution_id: string }>(
    'select id, institution_id from team_member where team_id = $1',
    [teamId],
  )
  const of = (institution: string) => rows.find((r) => r.institution_id === institution)?.id ?? ''
  member = { ops: of(ops), school: of(school) }
})

const attach = (content: string | Buffer, actor: Actor = leader, of = `teamAgreement:${teamId}`) =>
  attachToTeam.execute(actor, { teamId, of, file: file(content) })

describe('a signed scan of a team', () => {
  it('comes back as it was given, each upload a version of its own, sealed and hashed', async () => {
    const first = await attach(pdf())
    const second = await attach(pdf('drugi'))
    expect([first.versionNo, second.versionNo]).toEqual([1, 2])
    const { versions, things } = await listTeamAttachments.execute(leader, { teamId })
    expect(versions.map((v) => [v.title, v.versionNo, v.mediaType, v.sizeBytes])).toEqual([
      ['Porozumienie ze wszystkimi podpisami', 2, 'application/pdf', 23],
      ['Porozumienie ze wszystkimi podpisami', 1, 'application/pdf', 24],
    ])
    expect(things.length).toBe(4)
    const opened = await openTeamAttachment.execute(teacher, { teamId, attachmentId: first.attachmentId })
    expect(opened.bytes.toString('latin1')).toBe('%PDF-1.4\n(podpis)\n%%EOF\n')
    expect(opened.fileName).toBe('porozumienie')
    const { rows } = await asOwner().query<{ body_sealed: string; sha256: string }>(
      'select body_sealed, sha256 from attachment where id = $1',
      [first.attachmentId],
    )
    expect(rows[0]?.body_sealed).toMatch(/^v1\.k\d+\./)
    expect(rows[0]?.sha256).toBe(createHash('sha256').update(pdf()).digest('hex'))
  })

  it('leaves a row in the access log when it is added and when it is opened', async () => {
    const { attachmentId } = await attach(pdf('dziennik'))
    await openTeamAttachment.execute(leader, { teamId, attachmentId })
    const { rows } = await asOwner().query(
      `select action, kind from audit_event where $1 = any (subject_ids) order by at`,
      [attachmentId],
    )
    expect(rows).toEqual([
      { action: 'team.attach', kind: 'write' },
      { action: 'team.openAttachment', kind: 'read' },
    ])
  })

  it('of the own party is added by its head, of another one or of the agreement not', async () => {
    expect(await refusal(attach(pdf(), teacher, `teamSignature:${member.school}`))).toBe('allowed')
    expect(await refusal(attach(pdf(), otherHead, `teamSignature:${member.school}`))).toBe(
      'forbidden forbidden',
    )
    expect(await refusal(attach(pdf(), teacher))).toBe('forbidden forbidden')
    const own = await listTeamAttachments.execute(teacher, { teamId })
    expect(own.things.filter((t) => t.may).map((t) => t.id)).toEqual([member.school])
    expect(await refusal(attach(pdf(), stranger))).toBe('notFound notFound')
  })

  it('hangs on something of this team', async () => {
    expect(await refusal(attach(pdf(), leader, `teamAnnex:${crypto.randomUUID()}`))).toBe('notFound notFound')
    expect(await refusal(attach(pdf(), leader, `teamSignature:${crypto.randomUUID()}`))).toBe(
      'notFound notFound',
    )
    expect(await refusal(attach(pdf(), leader, 'teamCase:x'))).toBe('invalid invalid of')
  })

  it.each([
    ['', 'empty'],
    ['MZ program', 'a program'],
    ['%PDF-1.4 ucięty', 'cut off'],
    ['%PDF-1.4\n<</S/JavaScript/JS(x)>>\n%%EOF', 'with a script'],
    [
      new PizZip()
        .file('word/document.xml', 'x')
        .file('[Content_Types].xml', 'x')
        .generate({ type: 'nodebuffer' }),
      'a text where a scan is asked',
    ],
  ])('%# is refused beside the field', async (content: string | Buffer, _why) => {
    expect(await refusal(attach(content))).toBe('invalid invalid file')
  })
})

describe('nobody', () => {
  it('of elsewhere sees that there is one; past the use cases neither', async () => {
    const { attachmentId } = await attach(pdf('obcy'))
    expect(await refusal(openTeamAttachment.execute(stranger, { teamId, attachmentId }))).toBe(
      'notFound notFound',
    )
    expect(await asActor(stranger, (tx) => tx.attachment.count())).toBe(0)
  })

  it('changes or removes a version, and content that was changed is not shown', async () => {
    const { attachmentId } = await attach(pdf('dowód'))
    const other = await attach(pdf('inny'))
    const changed = await asActor(leader, (tx) =>
      tx.attachment.updateMany({ where: { id: attachmentId }, data: { sha256: 'x' } }),
    )
    expect(changed.count).toBe(0)
    await expect(
      asOwner().query(`update attachment set title = 'x' where id = $1`, [attachmentId]),
    ).rejects.toThrow('an attachment is never edited')
    await asOwner().query(
      'update attachment set body_sealed = (select body_sealed from attachment where id = $2) where id = $1',
      [attachmentId, other.attachmentId],
    )
    expect(await refusal(openTeamAttachment.execute(leader, { teamId, attachmentId }))).toBe(
      'conflict fileChanged',
    )
  })

  it('writes a version of a foreign team, or of a kind that has no policy', async () => {
    const row = (over: Record<string, string>) => ({
      subjectKind: 'teamAgreement',
      subjectId: teamId,
      versionNo: 99,
      teamId,
      institutionId: stranger.institutionId,
      title: 'x',
      mediaType: 'application/pdf',
      sizeBytes: 1,
      sha256: 'x',
      bodySealed: 'x',
      recordedById: stranger.userId,
      ...over,
    })
    const write = (actor: Actor, over: Record<string, string>) =>
      asActor(actor, (tx) => tx.attachment.createMany({ data: [row(over)] }))
    await expect(write(stranger, {})).rejects.toThrow()
    const own = { institutionId: leader.institutionId, recordedById: leader.userId }
    await expect(write(leader, { ...own, subjectKind: 'unknownKind' })).rejects.toThrow()
    await expect(write(leader, { ...own, subjectKind: 'teamAnnex' })).rejects.toThrow()
  })
})

describe('the signed authorisation', () => {
  it('is attached by the head, opened by who reads the person, and by nobody else', async () => {
    const place = { institutionId: leader.institutionId, userId: '' }
    const worker = await makeActor(leader.institutionId, { role: 'koordynator_rodziny' })
    const of = { ...place, userId: worker.userId }
    expect(await refusal(attachAuthorisation.execute(leader, { ...of, file: file(pdf()) }))).toBe(
      'conflict wrongState',
    )
    await insert('authorisation', {
      id: crypto.randomUUID(),
      user_id: worker.userId,
      institution_id: leader.institutionId,
      scope: 'zakres',
      valid_from: '2026-01-01',
      valid_to: '2027-01-01',
    })
    const { attachmentId, versionNo } = await attachAuthorisation.execute(leader, {
      ...of,
      file: file(pdf()),
    })
    expect(versionNo).toBe(1)
    expect((await readPerson.execute(leader, of)).scans.map((s) => s.id)).toEqual([attachmentId])
    expect((await openAuthorisation.execute(leader, { ...of, attachmentId })).versionNo).toBe(1)
    expect(await refusal(openAuthorisation.execute(teacher, { ...of, attachmentId }))).toBe(
      'forbidden forbidden',
    )
    expect(await asActor(teacher, (tx) => tx.attachment.count({ where: { id: attachmentId } }))).toBe(0)
    expect(await refusal(openTeamAttachment.execute(leader, { teamId, attachmentId }))).toBe(
      'notFound notFound',
    )
  })
})
