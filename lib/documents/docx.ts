import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Paper } from '@/lib/format/paper'

const font = 'Calibri'
const alignments = { center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
/** Width between the margins, in twentieths of a point. */
const full = 9638

const cell = (text: string, share: number, bold: boolean): TableCell =>
  new TableCell({
    width: { size: Math.round(full * share), type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    children: text
      .split('\n')
      .map((one) => new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: one, bold })] })),
  })

const tableOf = ({ head, rows, widths }: Extract<Block, { kind: 'table' }>): Table => {
  const sum = widths.reduce((a, b) => a + b, 0)
  const share = (i: number) => (widths[i] ?? 1) / sum
  return new Table({
    width: { size: full, type: WidthType.DXA },
    columnWidths: widths.map((_, i) => Math.round(full * share(i))),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, i) => cell(text, share(i), true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, share(i), false)) }),
      ),
    ],
  })
}

const signature = (under: string): Paragraph[] => [
  new Paragraph({ spacing: { before: 700, after: 0 }, children: [new TextRun('………………………………………………………')] }),
  new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: under, size: 20 })] }),
]

/** Each numbered list of a document starts with 1. */
const written = (block: Block, n: number): (Paragraph | Table)[] => {
  if (block.kind === 'heading')
    return [new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, text: block.text })]
  if (block.kind === 'paragraph')
    return [
      new Paragraph({
        ...(block.align ? { alignment: alignments[block.align] } : {}),
        children: [new TextRun({ text: block.text, bold: block.strong ?? false })],
      }),
    ]
  if (block.kind === 'list')
    return block.items.map(
      (text) =>
        new Paragraph({
          numbering: { reference: block.numbered ? 'numbers' : 'points', level: 0, instance: n },
          text,
        }),
    )
  if (block.kind === 'table') return [tableOf(block), new Paragraph({ text: '' })]
  return block.under.flatMap(signature)
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
  {
    level: 0,
    format,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 500, hanging: 360 } } },
  },
]

const styles = {
  default: {
    document: {
      run: { font, size: 22, language: { value: 'pl-PL' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
    heading1: {
      run: { font, size: 26, bold: true, color: '1F2933' },
      paragraph: { spacing: { before: 240, after: 100 } },
    },
  },
}

const pageNumbers = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { top: { style: BorderStyle.SINGLE, size: 4, color: 'B8C0C8', space: 6 } },
      children: [
        new TextRun({
          size: 18,
          children: ['strona ', PageNumber.CURRENT, ' z ', PageNumber.TOTAL_PAGES],
        }),
      ],
    }),
  ],
})

/** The document as DOCX to edit: styles of headings, repeated heads of tables, numbered pages, in Polish. */
export const paperToDocx = async ({ title, subtitle, blocks }: Paper): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title,
      creator: 'Kooperacja',
      description: subtitle ?? title,
      styles,
      numbering: {
        config: [
          { reference: 'numbers', levels: level(LevelFormat.DECIMAL, '%1.') },
          { reference: 'points', levels: level(LevelFormat.BULLET, '•') },
        ],
      },
      sections: [
        {
          properties: { page: { margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 } } },
          footers: { default: pageNumbers },
          children: [
            new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
            ...(subtitle
              ? [
                  new Paragraph({
                    spacing: { after: 240 },
                    children: [new TextRun({ text: subtitle, color: '52606D' })],
                  }),
                ]
              : []),
            ...blocks.flatMap(written),
          ],
        },
      ],
    }),
  )
