import { fontFaults } from '@/tests/support/pdf-fonts'
import { isRef, openPdfObjects, type PdfObjects, said, type Value } from '@/tests/support/pdf-objects'
import { attribute, flat, type Page, pagesOf, shownOn, type Tag, treeOf } from '@/tests/support/pdf-tags'

/** A claim that does not hold, in words. */
const unless = (holds: boolean, fault: string): string[] => (holds ? [] : [fault])

/** 7.1, 7.2, 7.10, 7.16: what the file says of itself before anything is read. */
const documentFaults = ({ source, root, trailer, at }: PdfObjects): string[] => [
  ...unless(source.startsWith('%PDF-1.7\n'), 'version'),
  ...unless(at(root.get('MarkInfo')).get('Marked') === true, 'not marked'),
  ...unless(at(root.get('MarkInfo')).get('Suspects') !== true, 'suspects'),
  ...unless(said(root.get('Lang')) === 'pl-PL', 'language'),
  ...unless(at(root.get('ViewerPreferences')).get('DisplayDocTitle') === true, 'title is not shown'),
  ...unless(
    !trailer.has('Encrypt') && !root.has('OCProperties') && !root.has('AcroForm'),
    'locks, layers, fields',
  ),
]

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt);/gu, (one) => entities[one] ?? one)

/** Names of elements that are not ended where they began, and signs that stand for markup. */
const xmlFaults = (xml: string): string[] => {
  const open: string[] = []
  const rest = xml.replaceAll(
    /<\?.*?\?>|<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/gsu,
    (_, end, name, empty) => {
      if (name && end && open.pop() !== name) open.push(`/${name}`)
      if (name && !end && !empty) open.push(name)
      return ''
    },
  )
  return [...open, ...(rest.match(/<|&(?!(?:amp|lt|gt|quot|apos);)/gu) ?? [])].map((one) => `no XML: ${one}`)
}

/** 5, 7.1: the claim itself, and the title in the metadata that readers look into. */
const metadataFaults = (pdf: PdfObjects): string[] => {
  const place = pdf.root.get('Metadata')
  const xml = pdf.data(place).toString('utf8')
  const title = /<dc:title>\s*<rdf:Alt>\s*<rdf:li xml:lang="x-default">([^<]+)</u.exec(xml)?.[1]
  const info = pdf.at(pdf.trailer.get('Info'))
  return [
    ...unless(!pdf.at(place).has('Filter'), 'packed'),
    ...xmlFaults(xml),
    ...unless(/xmlns:pdfuaid="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/"/u.test(xml), 'name of the claim'),
    ...unless(xml.split('<pdfuaid:part>1</pdfuaid:part>').length === 2, 'claim'),
    ...unless(title !== undefined && unescaped(title) === said(pdf.resolve(info.get('Title'))), 'title'),
  ]
}

const known = /^(?:Document|Sect|H[1-6]|P|L|LI|Lbl|LBody|Table|TR|TH|TD|Figure|Span|Caption)$/u
const holders = /^(?:Document|Sect|L|LI|Table|TR)$/u

/** 7.1, 7.3, 7.18: the tree, the way back from the page into it, and nothing said twice or not at all. */
const structureFaults = (pdf: PdfObjects): string[] => {
  const root = pdf.at(pdf.root.get('StructTreeRoot'))
  const tree = treeOf(pdf)
  const numbers = pdf.all(pdf.at(root.get('ParentTree')).get('Nums'))
  const rows = new Map(
    numbers.flatMap((key, i): [Value, Value][] => (i % 2 === 0 ? [[key, numbers[i + 1] ?? null]] : [])),
  )
  const owners = new Map(flat(tree).flatMap((tag) => tag.content.map((content) => [content, tag.no])))
  return [
    ...unless(
      root.get('Type') === '/StructTreeRoot' && tree.length === 1 && tree[0]?.role === 'Document',
      'root',
    ),
    ...unless(Number(root.get('ParentTreeNextKey')) > Math.max(...[...rows.keys()].map(Number)), 'next key'),
    ...flat(tree).flatMap((tag) => [
      ...unless(known.test(tag.role), `role ${tag.role}`),
      ...unless(!tag.content.includes('wrong parent'), `parent of ${tag.role}`),
      ...unless(!holders.test(tag.role) || tag.content.length === 0, `${tag.role} says something itself`),
      ...unless(holders.test(tag.role) || tag.content.length > 0, `${tag.role} is empty`),
      ...unless(
        tag.role === 'Figure' ? said(tag.dict.get('Alt')) !== '' : !tag.dict.has('Alt'),
        `Alt of ${tag.role}`,
      ),
    ]),
    ...pagesOf(pdf).flatMap(({ no, dict }) => [
      ...unless(dict.get('Tabs') === '/S', 'order of keys'),
      ...unless(!dict.has('Annots'), 'annotations'),
      ...unless(rows.has(dict.get('StructParents') ?? null), 'page without a way back'),
      ...pdf
        .all(rows.get(dict.get('StructParents') ?? null))
        .flatMap((owner, mcid) =>
          unless(isRef(owner) && owners.get(`${no}:${mcid}`) === owner.ref, `way back from ${no}:${mcid}`),
        ),
    ]),
  ]
}

/** 7.4.2: one H1 at the beginning, and no level is left out. */
const headingFaults = (pdf: PdfObjects): string[] => {
  const levels = flat(treeOf(pdf)).flatMap(({ role }) => (/^H\d$/u.test(role) ? [Number(role.slice(1))] : []))
  return [
    ...unless(levels.filter((level) => level === 1).length === 1 && levels[0] === 1, 'no one title'),
    ...levels.flatMap((level, i) =>
      unless(level <= (levels[i - 1] ?? 0) + 1, `H${level} after H${levels[i - 1]}`),
    ),
  ]
}

const roles = ({ children }: Tag): string => children.map(({ role }) => role).join(' ')

/** 7.6: items with their sign and body, and how they are counted. */
const listFaults = (pdf: PdfObjects): string[] =>
  flat(treeOf(pdf)).flatMap((tag) => {
    if (tag.role === 'LI')
      return unless(tag.parent?.role === 'L' && roles(tag) === 'Lbl LBody', `LI of ${roles(tag)}`)
    if (tag.role === 'Lbl' || tag.role === 'LBody')
      return unless(tag.parent?.role === 'LI', `${tag.role} alone`)
    if (tag.role !== 'L') return []
    const counted = attribute(pdf, tag, 'ListNumbering')
    return [
      ...unless(/^LI(?: LI)*$/u.test(roles(tag)), `L of ${roles(tag)}`),
      ...unless(
        /^(?:Disc|Decimal)$/u.test(counted) && attribute(pdf, tag, 'O') === 'List',
        'how the list is counted',
      ),
    ]
  })

/** 7.5: rows of as many cells, heads that say whose heads they are, and what the table holds. */
const tableFaults = (pdf: PdfObjects): string[] =>
  flat(treeOf(pdf)).flatMap((tag) => {
    if (tag.role === 'TR') return unless(tag.parent?.role === 'Table', 'TR alone')
    if (tag.role === 'TD') return unless(tag.parent?.role === 'TR', 'TD alone')
    if (tag.role === 'TH')
      return unless(
        tag.parent?.role === 'TR' &&
          attribute(pdf, tag, 'Scope') === 'Column' &&
          attribute(pdf, tag, 'O') === 'Table',
        'TH of nothing',
      )
    if (tag.role !== 'Table') return []
    const [head, ...rows] = tag.children.map(roles)
    return [
      ...unless(/^TR(?: TR)*$/u.test(roles(tag)), `Table of ${roles(tag)}`),
      ...unless(/^TH(?: TH)*$/u.test(head ?? ''), 'no head'),
      ...rows.flatMap((row) => unless(row === head?.replaceAll('TH', 'TD'), 'rows of another length')),
      ...unless(
        attribute(pdf, tag, 'Summary') !== '' && attribute(pdf, tag, 'O') === 'Table',
        'what the table holds',
      ),
    ]
  })

const contentOfPage = (page: Page, owners: ReadonlyMap<string, string>): string[] => {
  const { shown, marks, balanced } = shownOn(page)
  return [
    ...unless(balanced, 'marks do not end where they began'),
    ...shown.flatMap(({ operation, marks: [mark, ...more] }) =>
      unless(
        mark !== undefined && more.length === 0 && (mark.tag === 'Artifact') === (mark.mcid === null),
        `${operation.operator} in ${[mark, ...more].map((one) => one?.tag ?? 'nothing').join(' in ')}`,
      ),
    ),
    ...marks.flatMap(({ tag, mcid }) =>
      unless(mcid === null || owners.get(`${page.no}:${mcid}`) === tag, `${tag} ${mcid} is nobody's`),
    ),
    ...unless(
      new Set(marks.flatMap(({ mcid }) => mcid ?? [])).size ===
        marks.filter(({ mcid }) => mcid !== null).length,
      'a number twice',
    ),
  ]
}

/** 7.1, 7.8: everything on a page is text of the tree or an artifact, and never both. */
const contentFaults = (pdf: PdfObjects): string[] => {
  const tags = flat(treeOf(pdf))
  const all = tags.flatMap(({ role, content }) => content.map((one): [string, string] => [one, role]))
  const owners = new Map(all)
  return [
    ...unless(owners.size === all.length, 'content of two elements'),
    ...pagesOf(pdf).flatMap((page) => contentOfPage(page, owners)),
  ]
}

/**
 * What PDF/UA-1 (ISO 14289-1) asks of a document and a machine can see, for the documents the product lays out: a list of
 * faults for each group of its clauses. Whether the order and the words make sense, no machine sees.
 */
export const uaFaults = (bytes: Buffer) => {
  const pdf = openPdfObjects(bytes)
  return {
    document: documentFaults(pdf),
    metadata: metadataFaults(pdf),
    structure: structureFaults(pdf),
    headings: headingFaults(pdf),
    lists: listFaults(pdf),
    tables: tableFaults(pdf),
    content: contentFaults(pdf),
    fonts: fontFaults(pdf),
  }
}
