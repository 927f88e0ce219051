import { paperToDocx } from '@/lib/documents'
import { dateInWarsaw, formatDate } from '@/lib/format/dates'
import { type Block, heading, lines, paragraph } from '@/lib/format/paper'
import { modelThemes } from '@/lib/knowledge'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { modelMessages } from '@/lib/messages/pl/model-consultations'
import type { ModelView, RemarkView } from '@/lib/model-consultations/read'

const m = modelMessages.paper

const rowOf = (remark: RemarkView): string[] => [
  remark.body,
  `${remark.name}\n${remark.function}`,
  remark.verdict ? modelMessages.verdict[remark.verdict] : m.open,
  remark.reason ?? '',
]

const theme = (key: (typeof modelThemes)[number], remarks: readonly RemarkView[]): Block[] => {
  const own = remarks.filter((r) => r.theme === key)
  const name = knowledgeMessages.theme[key]
  const rows = own.map(rowOf)
  return [
    heading(name),
    own.length === 0
      ? paragraph(m.noRemarks)
      : {
          kind: 'table',
          about: name,
          head: [m.remark, m.who, m.verdict, m.reason],
          rows,
          widths: [5, 3, 2, 4],
        },
  ]
}

/** A consultation as a DOCX: the text that was asked about, the summary, every remark with what became of it. */
export const modelConsultationDocument = (view: ModelView): Promise<Buffer> =>
  paperToDocx({
    title: m.title(view.title),
    subtitle: m.issued(view.issuer, formatDate(view.endsOn)),
    blocks: [
      ...(view.closedAt ? [paragraph(m.closed(formatDate(dateInWarsaw(view.closedAt))))] : []),
      heading(m.summary),
      ...lines(view.summary ?? m.noSummary),
      heading(m.remarks),
      ...modelThemes.flatMap((key) => theme(key, view.remarks)),
      heading(m.text),
      ...lines(view.body),
    ],
  })
