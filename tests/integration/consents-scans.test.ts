import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { attachScan, listConsents, readConsentScan } from '@/lib/consents'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  coordinator,
  made,
  mother,
  ops,
  record,
  said,
  school,
  stranger,
  teacher,
  useScene,
  withdraw,
} from '@/tests/support/scenes/consents'
import { makeActor } from '@/tests/support/world'

useScene()

const pdf = (words = 'podpis') => `%PDF-1.4\n(${words})\n%%EOF\n`
const file = (content: string, name = 'skan.pdf') => new File([Buffer.from(content, 'latin1')], name)

let consentId: string

beforeEach(async () => {
  consentId = (await record([said()])).consentIds[0] ?? ''
})

const attach = (content = pdf(), actor: Actor = coordinator, id = consentId) =>
  attachScan.execute(actor, { caseId: made.caseId, consentId: id, file: file(content) })
const read = (scanId: string, actor: Actor = coordinator) =>
  readConsentScan.execute(actor, { caseId: made.caseId, scanId })
const listed = async (actor: Actor = coordinator) =>
  (await listConsents.execute(actor, { caseId: made.caseId })).history.flatMap((e) =>
    e.scans.map((s) => [s.versionNo, s.mediaType, s.sizeBytes]),
  )

describe('the scan of a signed card', () => {
  test('comes back as it was given, is a new version each time, and lies sealed', async () => {
    const first = await attach()
    await attach(pdf('drugi'))
    expect(await listed()).toEqual([
      [2, 'application/pdf', 23],
      [1, 'application/pdf', 24],
    ])
    const scan = await read(first.scanId)
    expect([scan.bytes.toString('latin1'), scan.versionNo]).toEqual(['%PDF-1.4\n(podpis)\n%%EOF\n', 1])
    const { rows } = await asOwner().query<{ body_sealed: string; sha256: string }>(
      'select body_sealed, sha256 from consent_scan where id = $1',
      [first.scanId],
    )
    expect(rows[0]?.body_sealed).toMatch(/^v1\.k\d+\./)
    expect(rows[0]?.body_sealed).not.toContain(Buffer.from(pdf()).toString('base64'))
    expect(rows[0]?.sha256).toBe(createHash('sha256').update(pdf()).digest('hex'))
  })

  test('stays when the consent is withdrawn: it proves what was signed', async () => {
    const { scanId } = await attach()
    await withdraw(consentId)
    expect((await read(scanId)).versionNo).toBe(1)
  })

  test.each([
    ['', 'invalid invalid file'],
    ['zgoda.exe MZ', 'invalid invalid file'],
    ['%PDF-1.4 ucięty', 'invalid invalid file'],
  ])('%j is refused', async (content, expected) => {
    expect(await refusal(attach(content))).toBe(expected)
  })

  test('belongs to an answer of this case that was given', async () => {
    expect(await refusal(attach(pdf(), coordinator, crypto.randomUUID()))).toBe('notFound notFound')
  })

  test('is in the access log as a read of its own', async () => {
    const { scanId } = await attach()
    await read(scanId)
    const { rows } = await asOwner().query(
      `select action, kind from audit_event where $1 = any (subject_ids) and subject_kind = 'consentScan' order by at`,
      [scanId],
    )
    expect(rows).toEqual([
      { action: 'consent.attachScan', kind: 'write' },
      { action: 'consent.readScan', kind: 'read' },
    ])
    expect((await read(scanId)).personId).toBe(mother)
  })
})

describe('nobody else', () => {
  test('another institution sees neither the scan nor that there is one; a leader of the owner reads and does not add', async () => {
    const { scanId } = await attach()
    const powiat = await makeActor(school, { role: 'lider_powiatowy' })
    for (const actor of [teacher, powiat, stranger]) {
      expect(await refusal(read(scanId, actor))).toBe('notFound notFound')
      expect(await asActor(actor, (tx) => tx.consentScan.count())).toBe(0)
    }
    expect(await listed(powiat)).toEqual([])
    const leader = await makeActor(ops, { role: 'lider_gminny' })
    expect((await read(scanId, leader)).versionNo).toBe(1)
    expect(await refusal(attach(pdf(), leader))).toBe('forbidden forbidden')
  })

  test('changes or removes one: not the app, and not even the owner but by a new seal', async () => {
    const { scanId } = await attach()
    const changed = await asActor(coordinator, (tx) =>
      tx.consentScan.updateMany({ where: { id: scanId }, data: { sha256: 'x' } }),
    )
    expect(changed.count).toBe(0)
    await expect(
      asActor(coordinator, (tx) => tx.consentScan.deleteMany({ where: { id: scanId } })),
    ).rejects.toThrow()
    await expect(
      asOwner().query(`update consent_scan set sha256 = 'x' where id = $1`, [scanId]),
    ).rejects.toThrow('a scan is never edited')
  })

  test('another content under the same row is not shown', async () => {
    const { scanId } = await attach()
    const other = await attach(pdf('podmieniony'))
    await asOwner().query(
      'update consent_scan set body_sealed = (select body_sealed from consent_scan where id = $2) where id = $1',
      [scanId, other.scanId],
    )
    await expect(read(scanId)).rejects.toThrow('is not what was recorded')
  })
})
