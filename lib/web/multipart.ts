/** A form whose one large file comes as a stream: the fields before it are read, the file is not. */
export type StreamedForm = {
  readonly fields: FormData
  /** the file's bytes as they come; throws `Interrupted` where the form ends in the middle */
  readonly file: AsyncIterable<Uint8Array>
  /** takes what still comes, unread, up to so many bytes: a browser hears an answer only when it could send everything */
  readonly drain: (atMost: number) => Promise<void>
}

/** The form ended before its end, or is none. */
export class Interrupted extends Error {}

/** All that stands before the file, together. */
const fieldsAtMost = 64 * 1024
const lineEnd = '\r\n'

/** Reads on until `mark` is there; gives what stands before it and keeps what stands behind it. */
const readerOf = (body: AsyncIterable<Uint8Array>) => {
  const source = body[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  let room = fieldsAtMost
  const more = async (): Promise<void> => {
    const next = await source.next().catch(() => ({ done: true, value: undefined }))
    if (next.done || !next.value) throw new Interrupted('the form ended early')
    rest = Buffer.concat([rest, next.value])
  }
  const before = async (mark: string): Promise<string> => {
    for (;;) {
      const at = rest.indexOf(mark, 0, 'latin1')
      if ((at >= 0 ? at : rest.length) > room) throw new Interrupted('fields are too long')
      if (at >= 0) {
        const text = rest.subarray(0, at).toString('utf8')
        rest = rest.subarray(at + mark.length)
        room -= at + mark.length
        return text
      }
      await more()
    }
  }
  /** What stands before `mark`, as it comes: the bytes that could be its beginning wait for what follows. */
  async function* until(mark: string): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = rest.indexOf(mark, 0, 'latin1')
      const sure = at >= 0 ? at : Math.max(0, rest.length - mark.length + 1)
      if (sure > 0) yield rest.subarray(0, sure)
      rest = rest.subarray(at >= 0 ? at + mark.length : sure)
      if (at >= 0) return
      await more()
    }
  }
  const drain = async (atMost: number): Promise<void> => {
    for (let taken = 0; taken <= atMost; ) {
      const next = await source.next().catch(() => ({ done: true, value: undefined }))
      if (next.done || !next.value) return
      taken += next.value.length
    }
  }
  return { before, until, drain }
}

const nameIn = (head: string): string => /\bname="([^"]*)"/u.exec(head)?.[1] ?? ''

/**
 * Reads a `multipart/form-data` body up to its first file, whose bytes are left to be taken one by one. Fields behind the
 * file are not read, so a form sets it last. Throws `Interrupted` for anything else.
 */
export const streamedForm = async (
  contentType: string | null,
  body: AsyncIterable<Uint8Array> | null,
): Promise<StreamedForm> => {
  const boundary = /^multipart\/form-data;.*\bboundary="?([\w'()+,./:=?-]{1,70})"?/iu.exec(
    contentType ?? '',
  )?.[1]
  if (!boundary || !body) throw new Interrupted('no form')
  const { before, until, drain } = readerOf(body)
  const fields = new FormData()
  await before(`--${boundary}`)
  for (;;) {
    // what follows a boundary: the end of the form, or the heads of a part
    const head = await before(lineEnd + lineEnd)
    if (head.startsWith('--')) throw new Interrupted('no file')
    const mark = `${lineEnd}--${boundary}`
    if (/\bfilename\*?=/u.test(head)) return { fields, file: until(mark), drain }
    fields.append(nameIn(head), await before(mark))
  }
}
