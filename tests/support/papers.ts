import { Document, Header, Packer, Paragraph, TextRun } from 'docx'
import PizZip from 'pizzip'

/** Text of a DOCX as its parts hold it, paragraph by paragraph, and the parts themselves. */
export const openDocx = (bytes: Buffer) => {
  const zip = new PizZip(bytes)
  const part = (name: string) => zip.file(name)?.asText() ?? ''
  const document = part('word/document.xml')
  const text = [...document.matchAll(/<w:p[ >].*?<\/w:p>/gsu)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, one]) => one).join(''),
    )
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
  return { text, document, part, names: Object.keys(zip.files) }
}

/** Text of a PDF as a reader extracts it, its language and title, and what its tags are. */
export const openPdf = async (bytes: Buffer) => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  const texts: string[] = []
  const tags = new Map<string, number>()
  type Node = { role?: string; type?: string; children?: Node[] }
  // the tree of a page names elements of other pages too: counted is what has content on this one
  const count = (node: Node): boolean => {
    const filled = (node.children ?? []).map(count).some(Boolean) || node.type === 'content'
    if (node.role && filled) tags.set(node.role, (tags.get(node.role) ?? 0) + 1)
    return filled
  }
  for (let i = 1; i <= pdf.numPages; i += 1) {
    const page = await pdf.getPage(i)
    const content = await page.getTextContent()
    texts.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '))
    const tree = (await page.getStructTree()) as Node | null
    if (tree) count(tree)
  }
  const { info, metadata } = await pdf.getMetadata()
  const marks = await pdf.getMarkInfo()
  const found = {
    pages: pdf.numPages,
    text: texts.join('\n').replace(/\s+/gu, ' '),
    tags: Object.fromEntries(tags),
    title: (info as { Title?: string }).Title,
    language: (info as { Language?: string }).Language,
    marked: marks?.Marked === true,
    metadata: metadata?.getRaw() ?? '',
  }
  await task.destroy()
  return found
}

/** A DOCX of these paragraphs; a paragraph in parts is cut into runs as Word does it. */
export const makeDocx = (
  paragraphs: readonly (string | readonly string[])[],
  header?: string,
): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          ...(header ? { headers: { default: new Header({ children: [new Paragraph(header)] }) } } : {}),
          children: paragraphs.map(
            (text) => new Paragraph({ children: [text].flat().map((run) => new TextRun(run)) }),
          ),
        },
      ],
    }),
  )
