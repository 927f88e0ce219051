import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { Block, Paper } from '@/lib/format/paper'

const fonts = join(process.cwd(), 'node_modules', '@expo-google-fonts', 'atkinson-hyperlegible-next')
const regular = join(fonts, '400Regular', 'AtkinsonHyperlegibleNext_400Regular.ttf')
const bold = join(fonts, '700Bold', 'AtkinsonHyperlegibleNext_700Bold.ttf')

const margin = 57
const bottom = 64
const cellPad = 5

type Doc = PDFKit.PDFDocument
type Element = PDFKit.PDFStructureElement
type Style = {
  readonly font?: string
  readonly size?: number
  readonly color?: string
  readonly align?: 'center' | 'right'
  readonly indent?: number
}

/** An element with attributes that pdfkit has no option for; a name is a string, a text is a `String`. */
const withAttributes = (element: Element, attributes: Readonly<Record<string, unknown>>): Element => {
  const { dictionary } = element as unknown as { dictionary: { data: Record<string, unknown> } }
  dictionary.data.A = attributes
  return element
}

const inner = (doc: Doc): number => doc.page.width - 2 * margin
const floor = (doc: Doc): number => doc.page.height - bottom

/** A new page where less than `height` is left of this one. */
const room = (doc: Doc, height: number): void => {
  if (doc.y + height > floor(doc)) {
    doc.addPage()
    doc.y = margin
  }
}

const styled = (doc: Doc, { font = regular, size = 11, color = '#1f2933' }: Style): Doc =>
  doc.font(font).fontSize(size).fillColor(color)

/** Text that readers of the page hear as `tag`. */
const tagged = (doc: Doc, parent: Element, tag: string, text: string, style: Style = {}): void => {
  const indent = style.indent ?? 0
  styled(doc, style)
  const content = doc.markStructureContent(tag)
  doc.text(text, margin + indent, doc.y, {
    width: inner(doc) - indent,
    align: style.align ?? 'left',
    lineGap: 2,
  })
  doc.endMarkedContent()
  parent.add(doc.struct(tag, {}, [content]))
}

/** Lines and boxes say nothing: left out for who listens. */
const drawn = (doc: Doc, draw: () => void): void => {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

const rowHeight = (doc: Doc, cells: readonly string[], widths: readonly number[]): number =>
  Math.max(
    ...cells.map((text, i) =>
      doc.heightOfString(text || ' ', { width: (widths[i] ?? 0) - 2 * cellPad, lineGap: 1 }),
    ),
  ) +
  2 * cellPad

type RowLook = { readonly tag: 'TH' | 'TD'; readonly widths: readonly number[]; readonly repeated?: boolean }

/** One row; its cells become children of `parent`, or nobody's where a head is repeated on the next page. */
const tableRow = (
  doc: Doc,
  parent: Element,
  cells: readonly string[],
  { tag, widths, repeated }: RowLook,
): void => {
  styled(doc, { size: 10, font: tag === 'TH' ? bold : regular })
  const height = rowHeight(doc, cells, widths)
  const top = doc.y
  drawn(doc, () => {
    if (tag === 'TH') doc.rect(margin, top, inner(doc), height).fill('#eef1f4')
    doc.lineWidth(0.6).strokeColor('#b8c0c8').rect(margin, top, inner(doc), height).stroke()
  })
  styled(doc, { size: 10, font: tag === 'TH' ? bold : regular })
  const row = repeated ? null : doc.struct('TR')
  let x = margin
  for (const [i, text] of cells.entries()) {
    const width = widths[i] ?? 0
    const content = repeated ? null : doc.markStructureContent(tag)
    if (!content) doc.markContent('Artifact', { type: 'Pagination' })
    doc.text(text || ' ', x + cellPad, top + cellPad, { width: width - 2 * cellPad, lineGap: 1 })
    doc.endMarkedContent()
    if (content) {
      const cell = doc.struct(tag)
      cell.add(content)
      row?.add(tag === 'TH' ? withAttributes(cell, { O: 'Table', Scope: 'Column' }) : cell)
    }
    x += width
  }
  if (row) {
    row.end()
    parent.add(row)
  }
  doc.y = top + height
}

const table = (doc: Doc, parent: Element, block: Extract<Block, { kind: 'table' }>): void => {
  const sum = block.widths.reduce((a, b) => a + b, 0)
  const widths = block.widths.map((w) => (inner(doc) * w) / sum)
  // a summary, not an alternative text: who hears an alternative hears no cells
  const element = withAttributes(doc.struct('Table'), { O: 'Table', Summary: Object(block.about) })
  room(doc, 60)
  tableRow(doc, element, block.head, { tag: 'TH', widths })
  for (const cells of block.rows) {
    styled(doc, { size: 10 })
    if (doc.y + rowHeight(doc, cells, widths) > floor(doc)) {
      doc.addPage()
      doc.y = margin
      tableRow(doc, element, block.head, { tag: 'TH', widths, repeated: true })
    }
    tableRow(doc, element, cells, { tag: 'TD', widths })
  }
  element.end()
  parent.add(element)
  doc.y += 12
}

const list = (doc: Doc, parent: Element, block: Extract<Block, { kind: 'list' }>): void => {
  const element = withAttributes(doc.struct('L'), {
    O: 'List',
    ListNumbering: block.numbered ? 'Decimal' : 'Disc',
  })
  for (const [i, text] of block.items.entries()) {
    room(doc, 30)
    const item = doc.struct('LI')
    const top = doc.y
    styled(doc, {})
    const label = doc.markStructureContent('Lbl')
    doc.text(block.numbered ? `${i + 1}.` : '•', margin + 6, top, { lineBreak: false })
    doc.endMarkedContent()
    item.add(doc.struct('Lbl', {}, [label]))
    doc.y = top
    tagged(doc, item, 'LBody', text, { indent: 26 })
    item.end()
    element.add(item)
    doc.y += 4
  }
  element.end()
  parent.add(element)
  doc.y += 6
}

const signatures = (doc: Doc, parent: Element, under: readonly string[]): void => {
  for (const text of under) {
    room(doc, 70)
    doc.y += 36
    const y = doc.y
    drawn(doc, () => {
      doc
        .lineWidth(0.8)
        .strokeColor('#1f2933')
        .moveTo(margin, y)
        .lineTo(margin + 230, y)
        .stroke()
    })
    doc.y = y + 4
    tagged(doc, parent, 'P', text, { size: 9.5, color: '#3e4c59' })
    doc.y += 10
  }
}

const block = (doc: Doc, parent: Element, one: Block): void => {
  if (one.kind === 'heading') {
    room(doc, 60)
    doc.y += 8
    tagged(doc, parent, 'H2', one.text, { font: bold, size: 13 })
    doc.y += 4
  } else if (one.kind === 'paragraph') {
    tagged(doc, parent, 'P', one.text, {
      ...(one.align ? { align: one.align } : {}),
      ...(one.strong ? { font: bold } : {}),
    })
    doc.y += 6
  } else if (one.kind === 'list') list(doc, parent, one)
  else if (one.kind === 'table') table(doc, parent, one)
  else signatures(doc, parent, one.under)
}

/** Numbers of the pages, written when it is known how many there are. */
const pageNumbers = (doc: Doc): void => {
  const { count } = doc.bufferedPageRange()
  for (let i = 0; i < count; i += 1) {
    doc.switchToPage(i)
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    styled(doc, { size: 9, color: '#52606d' }).text(
      `strona ${i + 1} z ${count}`,
      margin,
      doc.page.height - 42,
      { width: inner(doc), align: 'center', lineBreak: false },
    )
    doc.endMarkedContent()
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * The claim of PDF/UA and the subject. By pdfkit's own options the one brings a list of glyphs (CIDSet) that leaves out the
 * parts of Polish letters, the other is written into the XML as it stands.
 */
const claim = (doc: Doc, subject: string): void => {
  doc.appendXML(`<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
    <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
  <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="">
    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(subject)}</rdf:li></rdf:Alt></dc:description>
  </rdf:Description>`)
}

/** The glyph of no letter stands for U+FFFD; pdfkit says U+0000, which a map to Unicode may not name. */
const nameNoLetter = (doc: Doc): void => {
  for (const font of [bold, regular]) {
    const { _font } = doc.font(font) as unknown as { _font: { unicode: number[][] } }
    _font.unicode[0] = [0xfffd]
  }
}

/**
 * The document as PDF that the product lays out itself: embedded fonts, every text tagged by what it is, language and title
 * told (PDF/UA, held by pdf-ua.test.ts), so that it is read aloud, searched and copied with its Polish letters.
 */
export const paperToPdf = ({ title, subtitle, blocks }: Paper): Promise<Buffer> => {
  const options = {
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom },
    font: regular,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'pl-PL',
    displayTitle: true,
    bufferPages: true,
    // these go into the XML as they stand: the title is the product's own words
    info: { Title: title, Author: 'Kooperacja' },
  }
  const doc = new PDFDocument(options as PDFKit.PDFDocumentOptions)
  const parts: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  claim(doc, subtitle ?? title)
  nameNoLetter(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  tagged(doc, root, 'H1', title, { font: bold, size: 19 })
  doc.y += 2
  if (subtitle) tagged(doc, root, 'P', subtitle, { color: '#52606d' })
  doc.y += 10
  for (const one of blocks) block(doc, root, one)
  root.end()
  pageNumbers(doc)
  doc.end()
  return done
}
