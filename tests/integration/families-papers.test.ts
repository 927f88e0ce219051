import { beforeAll, expect, test } from 'vitest'
import { editIdentity, readIdentities, revealNumber } from '@/lib/families'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { makeActor, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useDatabase()

let coordinator: Actor
let assistant: Actor
let stranger: Actor
let caseId: string
let personId: string

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS Świlcza' })
  const made = await makeCase({ teamId: await makeTeam({ lead: ops }), owner: ops })
  caseId = made.caseId
  personId = await makePerson(made)
  coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId })
  assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId })
  stranger = await makeActor(await makeInstitution(), { role: 'koordynator_rodziny' })
})

const seen = async () => {
  const rows = await readIdentities.execute(coordinator, { caseId })
  const one = rows.find((row) => row.personId === personId)
  if (!one) throw new Error('no identity')
  return one
}

const empty = {
  bornOn: '14.03.1985',
  pesel: '',
  removePesel: '',
  documentKind: '',
  document: '',
  removeDocument: '',
  bankAccount: '',
  removeBankAccount: '',
  sex: '',
  diedOn: '',
  street: '',
  postcode: '',
  city: '',
}
const edit = async (change: Partial<typeof empty>, actor = coordinator) =>
  editIdentity.execute(actor, { ...empty, caseId, personId, version: (await seen()).version, ...change })

test('a person without a PESEL gets another document and an account; the table holds neither number', async () => {
  await edit({
    documentKind: 'passport',
    document: 'au 123-4567',
    bankAccount: '61 1090 1014 0000 0712 1981 2874',
  })
  expect((await seen()).papers).toEqual({
    documentKind: 'passport',
    documentMasked: '••••••567',
    bankMasked: '••••••••••••••••••••••••2874',
  })
  const { rows } = await asOwner().query<{ raw: string }>(
    `select row_to_json(i)::text as raw from person_identity i where person_id = $1`,
    [personId],
  )
  expect(rows[0]?.raw).toContain('"document_sealed":"v1.')
  expect(rows[0]?.raw).not.toContain('1234567')
  expect(rows[0]?.raw).not.toContain('19812874')
})

test('each number is shown whole on request, and the access log says which', async () => {
  const shown = async (what: 'pesel' | 'document' | 'bank') =>
    (await revealNumber.execute(assistant, { caseId, personId, what })).number
  expect([await shown('document'), await shown('bank'), await shown('pesel')]).toEqual([
    'AU1234567',
    'PL61109010140000071219812874',
    null,
  ])
  const { rows } = await asOwner().query(
    `select reason from audit_event where action = 'identity.reveal' and kind = 'read' order by reason`,
  )
  expect(rows.map((r) => r.reason).sort()).toEqual(['PESEL', 'numer dokumentu', 'numer rachunku'])
})

test.each([
  ['a number without its kind', { document: 'AU1234567' }, 'invalid invalid documentKind'],
  ['a kind without its number', { documentKind: 'passport' }, 'invalid invalid document'],
  [
    'an identity card with a wrong check digit',
    { documentKind: 'identityCard', document: 'ABA300001' },
    'invalid invalid document',
  ],
  [
    'an account with a wrong digit',
    { bankAccount: '61109010140000071219812875' },
    'invalid invalid bankAccount',
  ],
  ['an account of another country', { bankAccount: 'DE89370400440532013000' }, 'invalid invalid bankAccount'],
])('%s is refused beside its field', async (_what, change, says) => {
  expect(await refusal(edit(change as Partial<typeof empty>))).toBe(says)
})

test('an empty field keeps what is recorded; taking off is said by itself', async () => {
  await edit({ city: 'Świlcza' })
  expect((await seen()).papers.documentMasked).toBe('••••••567')
  await edit({ removeDocument: 'on', removeBankAccount: 'on' })
  expect((await seen()).papers).toEqual({ documentKind: null, documentMasked: null, bankMasked: null })
})

test('the assistant reads and does not write; a stranger finds nothing', async () => {
  expect(await refusal(edit({ documentKind: 'other', document: 'X1' }, assistant))).toBe(
    'forbidden forbidden',
  )
  expect(await refusal(revealNumber.execute(stranger, { caseId, personId, what: 'document' }))).toBe(
    'notFound notFound',
  )
})
