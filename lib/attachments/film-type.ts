import type { FileFault } from '@/lib/attachments/file-type'

/** Told before the upload, asked again while it runs and by the database. */
export const filmLimit = 200 * 1024 * 1024

export const filmTypes = ['video/mp4', 'video/webm'] as const
export type FilmType = (typeof filmTypes)[number]

/** Looks at a film as it passes; `end` says what it was, once nothing more comes. */
export type FilmWatch = {
  /** Throws nothing: a fault is told as soon as it is known, and nothing more needs to be sent. */
  readonly see: (bytes: Buffer) => FileFault | null
  readonly end: () => FilmType | FileFault
}

/** Marks of MP4 with pictures; sound alone, still pictures and QuickTime carry others. */
const filmBrands = /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash|cmf[2c])$/u
const ebml = Buffer.from([0x1a, 0x45, 0xdf, 0xa3])
const segment = Buffer.from([0x18, 0x53, 0x80, 0x67])

/** A film has few boxes, one in fragments some thousands; each costs time, so that endless ones are none. */
const boxesAtMost = 50_000

/** How long the head of this MP4 box is: a size above 4 GB stands behind its name. */
const headSize = (head: Buffer): number => (head.length >= 8 && head.readUInt32BE(0) === 1 ? 16 : 8)

/** Size of a box by its whole head; 0 reaches to the end of the file. */
const boxSize = (head: Buffer): number =>
  head.length === 16 ? Number(head.readBigUInt64BE(8)) : head.readUInt32BE(0) || Number.POSITIVE_INFINITY

/** Follows the boxes of an MP4 from head to head and skips what they hold. */
const watchBoxes = (): FilmWatch => {
  const seen = new Set<string>()
  let head = Buffer.alloc(0)
  let boxes = 0
  /** bytes of the running box that are still to come */
  let left = 0
  const see = (bytes: Buffer): FileFault | null => {
    for (let at = 0; at < bytes.length; ) {
      const skipped = Math.min(left, bytes.length - at)
      left -= skipped
      at += skipped
      const wanted = bytes.subarray(at, at + headSize(head) - head.length)
      head = Buffer.concat([head, wanted])
      at += wanted.length
      if (head.length < headSize(head)) continue
      const type = head.toString('latin1', 4, 8)
      left = boxSize(head) - head.length
      boxes += 1
      if (left < 0 || boxes > boxesAtMost || !/^[\w \u00a9-]{4}$/u.test(type)) return 'fileBroken'
      seen.add(type)
      head = Buffer.alloc(0)
    }
    return null
  }
  const whole = () => seen.has('moov') && (seen.has('mdat') || seen.has('moof'))
  const ended = () => head.length === 0 && (left === 0 || left === Number.POSITIVE_INFINITY)
  return { see, end: () => (ended() && whole() ? 'video/mp4' : 'fileBroken') }
}

/** Where the segment of a WebM begins and how long it says it is; null: it does not say, as what was recorded live. */
const segmentOf = (head: Buffer): { at: number; size: number | null } | null => {
  const at = head.indexOf(segment)
  const first = head[at + 4]
  if (at < 0 || !first) return null
  const width = Math.clz32(first) - 23
  const size = [...head.subarray(at + 5, at + 4 + width)].reduce(
    (sum, byte) => sum * 256 + byte,
    first & (0xff >> width),
  )
  return { at: at + 4 + width, size: size === 2 ** (7 * width) - 1 ? null : size }
}

const watchWebm = (begin: Buffer): FilmWatch => {
  let length = 0
  return {
    see: (bytes) => {
      length += bytes.length
      return null
    },
    end: () => {
      const found = segmentOf(begin)
      if (!found || length <= found.at) return 'fileBroken'
      return found.size === null || length >= found.at + found.size ? 'video/webm' : 'fileBroken'
    },
  }
}

/** By its first bytes, whatever name or type the browser gave it. */
const watchOf = (begin: Buffer): FilmWatch | null => {
  if (begin.toString('latin1', 4, 8) === 'ftyp' && filmBrands.test(begin.toString('latin1', 8, 12)))
    return watchBoxes()
  const webm = begin.subarray(0, 4).equals(ebml) && begin.subarray(0, 64).includes('webm', 0, 'latin1')
  return webm ? watchWebm(begin) : null
}

/** What is looked at before anything is kept. */
const beginSize = 512

/** A film as it passes: MP4 or WebM, whole, within the limit. */
export const watchFilm = (limit: number = filmLimit): FilmWatch => {
  let begin = Buffer.alloc(0)
  let watch: FilmWatch | null = null
  let length = 0
  const start = (): FileFault | null => {
    watch = watchOf(begin)
    return watch ? watch.see(begin) : 'fileType'
  }
  return {
    see: (bytes) => {
      length += bytes.length
      if (length > limit) return 'fileTooLarge'
      if (watch) return watch.see(bytes)
      begin = Buffer.concat([begin, bytes])
      return begin.length < beginSize ? null : start()
    },
    end: () => {
      if (length === 0) return 'fileEmpty'
      const fault = watch ? null : start()
      return fault ?? watch?.end() ?? 'fileType'
    },
  }
}
