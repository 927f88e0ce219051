import { expect, test } from 'vitest'
import { keyFrom, openTyped, sealTyped, type Typed } from '@/components/ui/phone-seal'

const key = (byte: number) => keyFrom(new Uint8Array(32).fill(byte).buffer)
const typed: Typed = { of: '/sprawy/1/notatki/nowa', at: 1, fields: [['body', 'Mama dzwoniła 🏡']] }

test('what was sealed opens with its key alone', async () => {
  const sealed = await sealTyped(await key(1), typed)
  expect(await openTyped(await key(1), sealed)).toEqual(typed)
  expect(await openTyped(await key(2), sealed)).toBe(null)
})

test('a changed text does not open', async () => {
  const sealed = await sealTyped(await key(1), typed)
  const bytes = new Uint8Array(sealed.text)
  bytes[0] = (bytes[0] ?? 0) ^ 1
  expect(await openTyped(await key(1), sealed)).toBe(null)
})

test('nothing is sealed twice alike, and nothing of it can be read', async () => {
  const mine = await key(1)
  const [one, two] = [await sealTyped(mine, typed), await sealTyped(mine, typed)]
  expect(Buffer.from(one.text)).not.toEqual(Buffer.from(two.text))
  expect(Buffer.from(one.text).toString('latin1')).not.toMatch(/Mama|sprawy|body/u)
})

test('no script reads the key out again', async () => {
  const mine = await key(1)
  expect(mine.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('raw', mine)).rejects.toThrow()
})
