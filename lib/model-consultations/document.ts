import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { dateInWarsaw, formatDate } from '@/lib/format/dates'
import { modelThemes } from '@/lib/knowledge'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { modelMessages } from '@/lib/messages/pl/model-consultations'
import type { ModelView, RemarkView } from '@/lib/model-consultations/read'

const m = modelMessages.paper

const lines = (text: string): Paragraph[] => text.split('\n').map((one) => new Paragraph(one))
const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ text, heading: level })

const cell = (children: Paragraph[]) => new TableCell({ children })
const head = new TableRow({
  tableHeader: true,
  children: [m.remark, m.who, m.verdict, m.reason].map((text) =>
    cell([new Paragraph({ children: [new TextRun({ text, bold: true })] })]),
  ),
})

const rowOf = (remark: RemarkView): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      cell(lines(remark.body)),
      cell([new Paragraph(remark.name), new Paragraph(remark.function)]),
      cell([new Paragraph(remark.verdict ? modelMessages.verdict[remark.verdict] : m.open)]),
      cell(lines(remark.reason ?? '')),
    ],
  })

const theme = (key: (typeof modelThemes)[number], remarks: readonly RemarkView[]) => {
  const own = remarks.filter((r) => r.theme === key)
  return [
    heading(knowledgeMessages.theme[key], HeadingLevel.HEADING_2),
    own.length === 0
      ? new Paragraph(m.noRemarks)
      : new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...own.map(rowOf)] }),
  ]
}

/** A consultation as a DOCX: the text that was asked about, the summary, every remark with what became of it. */
export const modelConsultationDocument = (view: ModelView): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: view.title,
      creator: view.issuer,
      styles: {
        default: { document: { run: { font: 'Arial', size: 22 }, paragraph: { spacing: { after: 120 } } } },
      },
      sections: [
        {
          children: [
            heading(m.title(view.title), HeadingLevel.TITLE),
            new Paragraph(m.issued(view.issuer, formatDate(view.endsOn))),
            ...(view.closedAt ? [new Paragraph(m.closed(formatDate(dateInWarsaw(view.closedAt))))] : []),
            heading(m.summary, HeadingLevel.HEADING_1),
            ...lines(view.summary ?? m.noSummary),
            heading(m.remarks, HeadingLevel.HEADING_1),
            ...modelThemes.flatMap((key) => theme(key, view.remarks)),
            heading(m.text, HeadingLevel.HEADING_1),
            ...lines(view.body),
          ],
        },
      ],
    }),
  )
