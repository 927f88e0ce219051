import { inflateSync } from 'node:zlib'

/** A value as a PDF writes it. A name keeps its slash, so that no text is taken for one. */
export type Value = number | boolean | null | `/${string}` | Text | Ref | List | Dict
export type Text = { readonly bytes: Buffer }
export type Ref = { readonly ref: number }
export type List = readonly Value[]
export type Dict = ReadonlyMap<string, Value>
export type Operation = { readonly operator: string; readonly operands: readonly Value[] }

type Reader = { readonly source: string; at: number }

const take = (reader: Reader, pattern: RegExp): RegExpExecArray | null => {
  const sticky = new RegExp(pattern.source, 'yu')
  sticky.lastIndex = reader.at
  const found = sticky.exec(reader.source)
  if (found) reader.at = sticky.lastIndex
  return found
}

const skip = (reader: Reader): void => {
  take(reader, /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/u)
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** What stands between brackets, which may stand inside one another. */
const literal = (reader: Reader): Text => {
  let text = ''
  for (let depth = 1; depth > 0; ) {
    const [one = ''] = take(reader, /\\[0-7]{1,3}|\\[\s\S]|[^\\]/u) ?? []
    if (!one) throw new Error('a text that does not end')
    if (one === '(') depth += 1
    if (one === ')') depth -= 1
    if (/^\\[0-7]/u.test(one)) text += String.fromCharCode(Number.parseInt(one.slice(1), 8))
    else if (one.startsWith('\\')) text += escapes[one.slice(1)] ?? one.slice(1)
    else if (depth > 0) text += one
  }
  return { bytes: Buffer.from(text, 'latin1') }
}

const list = (reader: Reader, end: RegExp): Value[] => {
  const all: Value[] = []
  for (skip(reader); !take(reader, end); skip(reader)) {
    const one = value(reader)
    if (one === undefined) throw new Error(`no value at ${reader.at}`)
    all.push(one)
  }
  return all
}

const dict = (reader: Reader): Dict => {
  const all = list(reader, />>/u)
  return new Map(
    all.flatMap((key, i): [string, Value][] =>
      i % 2 === 0 ? [[String(key).slice(1), all[i + 1] ?? null]] : [],
    ),
  )
}

const words: Readonly<Record<string, Value>> = { true: true, false: false, null: null }

/** The value that stands here; nothing where there is none, as before an operator. */
function value(reader: Reader): Value | undefined {
  skip(reader)
  if (take(reader, /<</u)) return dict(reader)
  if (take(reader, /\[/u)) return list(reader, /\]/u)
  if (take(reader, /\(/u)) return literal(reader)
  const hex = take(reader, /<([0-9A-Fa-f\s]*)>/u)?.[1]
  if (hex !== undefined) return { bytes: Buffer.from(hex.replaceAll(/\s/gu, ''), 'hex') }
  const name = take(reader, /\/[^\s()<>[\]{}/%]*/u)?.[0]
  if (name) return name as `/${string}`
  const ref = take(reader, /(\d+) \d+ R(?![A-Za-z])/u)?.[1]
  if (ref) return { ref: Number(ref) }
  const number = take(reader, /[+-]?(?:\d+\.?\d*|\.\d+)/u)?.[0]
  if (number) return Number(number)
  return words[take(reader, /true|false|null/u)?.[0] ?? '']
}

/** The operations of a page in their order. */
export const operationsOf = (content: string): Operation[] => {
  const reader = { source: content, at: 0 }
  const all: Operation[] = []
  let operands: Value[] = []
  for (skip(reader); reader.at < content.length; skip(reader)) {
    const one = value(reader)
    if (one === undefined) {
      const [operator] = take(reader, /[A-Za-z'"*]+\d?/u) ?? []
      if (!operator) throw new Error(`no operator at ${reader.at}`)
      all.push({ operator, operands })
      operands = []
    } else operands.push(one)
  }
  return all
}

export const isDict = (one: Value | undefined): one is Dict => one instanceof Map
export const isRef = (one: Value | undefined): one is Ref =>
  typeof one === 'object' && one !== null && 'ref' in one
export const isText = (one: Value | undefined): one is Text =>
  typeof one === 'object' && one !== null && 'bytes' in one

/** What a text says: UTF-16 where it begins with its mark, else a letter a byte. */
export const said = (one: Value | undefined): string => {
  if (!isText(one)) return ''
  const { bytes } = one
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
}

/** The objects of a PDF with a plain table of references, as the product writes it; not a reader of any PDF. */
export const openPdfObjects = (file: Buffer) => {
  const source = file.toString('latin1')
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(source)?.[1])
  const offsets = [...source.slice(table).matchAll(/^(\d{10}) \d{5} [nf] ?\r?$/gmu)].map(([, at]) =>
    Number(at),
  )
  const trailer = value({ source, at: source.indexOf('trailer', table) + 'trailer'.length })
  if (!isDict(trailer)) throw new Error('no trailer')

  const object = (no: number): { value: Value; data: Buffer | null } => {
    const reader = { source, at: offsets[no] ?? 0 }
    if (!take(reader, new RegExp(`${no} 0 obj`, 'u'))) throw new Error(`no object ${no}`)
    const told = value(reader) ?? null
    skip(reader)
    if (!isDict(told) || !take(reader, /stream\r?\n/u)) return { value: told, data: null }
    const raw = file.subarray(reader.at, reader.at + Number(resolve(told.get('Length'))))
    return { value: told, data: told.get('Filter') === '/FlateDecode' ? inflateSync(raw) : raw }
  }
  const resolve = (one: Value | undefined): Value => (isRef(one) ? object(one.ref).value : (one ?? null))
  /** The dictionary that stands here or is referred to; empty where there is none. */
  const at = (one: Value | undefined): Dict => {
    const told = resolve(one)
    return isDict(told) ? told : new Map()
  }
  const all = (one: Value | undefined): List => {
    const told = resolve(one)
    return Array.isArray(told) ? (told as List) : told === null ? [] : [told]
  }
  const data = (one: Value | undefined): Buffer =>
    (isRef(one) ? object(one.ref).data : null) ?? Buffer.alloc(0)
  return { source, trailer, root: at(trailer.get('Root')), resolve, at, all, data }
}

export type PdfObjects = ReturnType<typeof openPdfObjects>
