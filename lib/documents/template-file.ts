import Docxtemplater from 'docxtemplater'
import InspectModule from 'docxtemplater/js/inspect-module.js'
import PizZip from 'pizzip'
import type { PaperKey } from '@/lib/documents/catalogue'
import { placesOf } from '@/lib/documents/places'
import { type PaperData, toFillIn } from '@/lib/format/paper'
import { rowPlaceholders } from '@/lib/messages/pl/papers/placeholders'
import { templateFaults as m } from '@/lib/messages/pl/papers/template-faults'

/** A field by hand has nothing after it; a list by name has its columns in it. */
type Tags = { readonly [name: string]: Tags }
type Paragraph = { readonly part: string; readonly no: number; readonly text: string }

const texts = /word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/u

/** The paragraphs of a template with their text as its writer sees it, however Word cut it into runs. */
const paragraphsOf = (zip: PizZip): Paragraph[] =>
  Object.keys(zip.files)
    .filter((name) => texts.test(name))
    .flatMap((part) =>
      [...(zip.file(part)?.asText() ?? '').matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([xml], i) => ({
        part,
        no: i + 1,
        text: [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(''),
      })),
    )

const whereIs = (paragraphs: readonly Paragraph[], written: string, part = 'word/document.xml'): string => {
  const found = paragraphs.find(({ text }) => text.includes(written))
  return m.place(found?.part ?? part, found ?? null)
}

/** What an opened document would fetch from elsewhere: pictures, templates, data of other files. */
const reachesOut = (zip: PizZip): boolean =>
  Object.keys(zip.files).some((name) => {
    if (!/\.(?:rels|xml)$/u.test(name)) return false
    const xml = zip.file(name)?.asText() ?? ''
    const links = [...xml.matchAll(/<Relationship\b[^>]*TargetMode="External"[^>]*>/gu)]
    if (name.endsWith('.rels')) return links.some(([link]) => !/\/hyperlink"/u.test(link))
    return /<w:(?:instrText|fldSimple)\b[^<]*(?:>[^<]*)?\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\b/iu.test(
      xml,
    )
  })

type Fault = {
  readonly properties?: { id?: string; xtag?: string; file?: string; errors?: readonly Fault[] }
}

const syntaxFaults = (error: Fault, paragraphs: readonly Paragraph[]): string[] =>
  (error.properties?.errors ?? [error]).map(({ properties: { id = '', xtag = '', file } = {} }) => {
    const words = m.syntax[id] ?? m.other
    return words(xtag, whereIs(paragraphs, xtag || '{', file))
  })

/** Names that the document does not have, each with its place. */
const unknownNames = (key: PaperKey, tags: Tags, paragraphs: readonly Paragraph[]): string[] => {
  const places = placesOf(key)
  const isField = (name: string) => (places.fields as readonly string[]).includes(name)
  const rows = (name: string) => places.rows.find((one) => one === name)
  return Object.entries(tags).flatMap(([name, inner]) => {
    const asRows = paragraphs.some(({ text }) => text.includes(`{#${name}}`) || text.includes(`{^${name}}`))
    const list = rows(name)
    if (list && !asRows) return [m.rowsAsValue(name, whereIs(paragraphs, `{${name}}`))]
    if (list)
      return Object.keys(inner)
        .filter((column) => !(column in rowPlaceholders[list].columns) && !isField(column))
        .map((column) => m.unknownColumn(column, name, whereIs(paragraphs, `{${column}}`)))
    if (!isField(name))
      return [
        asRows
          ? m.unknownRows(name, whereIs(paragraphs, `{#${name}}`))
          : m.unknown(name, whereIs(paragraphs, `{${name}}`)),
      ]
    // a value as a condition: what stands inside is held against the same names
    return unknownNames(key, inner, paragraphs)
  })
}

/** Everything that keeps this DOCX from being a template of the document, in words; empty: it may be one. */
export const faultsOfTemplate = (key: PaperKey, bytes: Buffer): string[] => {
  let zip: PizZip
  try {
    zip = new PizZip(bytes)
  } catch {
    return [m.broken]
  }
  if (reachesOut(zip)) return [m.linked]
  const paragraphs = paragraphsOf(zip)
  const raw = paragraphs.flatMap(({ text, ...at }) =>
    [...text.matchAll(/\{@+([^}]*)\}/gu)].map(([, name = '']) =>
      m.raw(name, m.place(at.part, { ...at, text })),
    ),
  )
  if (raw.length > 0) return raw
  const inspect = new InspectModule()
  try {
    new Docxtemplater(zip, { modules: [inspect], paragraphLoop: true, linebreaks: true, errorLogging: false })
  } catch (error) {
    return syntaxFaults(error as Fault, paragraphs)
  }
  return unknownNames(key, inspect.getAllTags() as Tags, paragraphs)
}

/** A checked template filled in. What is not known is a place to write; an empty cell of a row stays empty. */
export const fillTemplate = (template: Buffer, data: PaperData): Buffer => {
  const document = new Docxtemplater(new PizZip(template), {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    nullGetter: (part: { module?: string }) => (part.module ? '' : toFillIn),
  })
  const fields = Object.fromEntries(
    Object.entries(data.fields).map(([name, value]) => [name, value || undefined]),
  )
  document.render({ ...fields, ...data.tables })
  return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
