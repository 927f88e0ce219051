import { expect, it } from 'vitest'
import { Interrupted, streamedForm } from '@/lib/web/multipart'

const whole = [
  '--kres',
  'Content-Disposition: form-data; name="itemId"',
  '',
  'pierwszy',
  '--kres',
  'Content-Disposition: form-data; name="opis"',
  '',
  'żółw',
  '--kres',
  'Content-Disposition: form-data; name="film"; filename="film.mp4"',
  'Content-Type: video/mp4',
  '',
  'treść\r\n--kre\r\n\r\nfilmu',
  '--kres--',
  '',
].join('\r\n')

async function* inParts(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const read = async (text: string, size: number) => {
  const form = await streamedForm('multipart/form-data; boundary=kres', inParts(text, size))
  const parts: Uint8Array[] = []
  for await (const part of form.file) parts.push(part)
  return [form.fields.get('itemId'), form.fields.get('opis'), Buffer.concat(parts).toString()]
}

it.each([1, 2, 3, 5, 7, 16, 64, 1000])(
  'reads fields and file however they come, %i bytes at a time',
  async (size) => {
    expect(await read(whole, size)).toEqual(['pierwszy', 'żółw', 'treść\r\n--kre\r\n\r\nfilmu'])
  },
)

it('says when the form ends in the middle, and when it is none', async () => {
  await expect(read(whole.slice(0, -20), 10)).rejects.toThrow(Interrupted)
  await expect(read(whole.slice(0, 60), 10)).rejects.toThrow(Interrupted)
  await expect(streamedForm('multipart/form-data', inParts(whole, 9))).rejects.toThrow(Interrupted)
  await expect(streamedForm('text/plain', inParts(whole, 9))).rejects.toThrow(Interrupted)
})

it('holds no more than a few fields in memory, however many come', async () => {
  const field = ['Content-Disposition: form-data; name="opis"', '', 'x'.repeat(40_000), '--kres', ''].join(
    '\r\n',
  )
  const form = (times: number) => whole.replace('--kres\r\n', `--kres\r\n${field.repeat(times)}`)
  expect(await read(form(1), 1000)).toEqual(['pierwszy', 'x'.repeat(40_000), 'treść\r\n--kre\r\n\r\nfilmu'])
  await expect(read(form(2), 1000)).rejects.toThrow(Interrupted)
})
