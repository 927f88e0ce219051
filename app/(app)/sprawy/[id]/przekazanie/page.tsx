import { Live } from '@/app/(app)/sprawy/[id]/przekazanie/live'
import { Origin } from '@/app/(app)/sprawy/[id]/przekazanie/origin'
import { Request } from '@/app/(app)/sprawy/[id]/przekazanie/request'
import { Ledger } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import { dateInWarsaw, formatDate } from '@/lib/format/dates'
import { transferMessages as m, transferErrors } from '@/lib/messages/pl/transfers'
import { readTransfer, type TransferPage } from '@/lib/transfers'
import { definePage } from '@/lib/web/define-page'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

const doneText = (code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(m.done, code) ? m.done[code as keyof typeof m.done] : undefined

const Earlier = ({ page }: { page: TransferPage }) => {
  const rows = page.offers.filter((offer) => offer !== page.live)
  return rows.length === 0 ? null : (
    <Section id="wczesniejsze" title={m.earlier.title}>
      <Sheet pad>
        <Ledger
          rows={rows.map((offer) => ({
            id: offer.id,
            content: (
              <>
                {m.earlier.line(offer.team ?? offer.institution, formatDate(dateInWarsaw(offer.requestedAt)))}
                {(offer.endReason ?? offer.answerNote) && (
                  <span className="block soft">
                    {m.earlier.reason(offer.endReason ?? offer.answerNote ?? '')}
                  </span>
                )}
              </>
            ),
            end: <StatusBadge tone={m.status[offer.status].tone}>{m.status[offer.status].name}</StatusBadge>,
          }))}
        />
      </Sheet>
    </Section>
  )
}

export default definePage({
  permission: 'transfer.read',
  render: async ({ params, search }) => {
    const caseId = params.id ?? ''
    const page = await readPage((read) => read(readTransfer, { caseId, words: search.gmina ?? '' }))
    const done = doneText(search.zrobione)
    const refused = page.open && page.refusal ? transferErrors[page.refusal]?.() : undefined
    return (
      <>
        <SectionHead title={m.title} lead={m.lead} />
        {done && (
          <Notice tone="good" role="status" className="mb-4">
            {done}
          </Notice>
        )}
        {page.origin && <Origin origin={page.origin} />}
        {refused && <Notice className="mb-4">{refused}</Notice>}
        {!refused && !page.origin && page.offers.length === 0 && !page.may.request && (
          <p className="soft">{m.none}</p>
        )}
        {page.live && <Live caseId={caseId} page={page} live={page.live} />}
        {page.may.request && <Request caseId={caseId} page={page} words={search.gmina} />}
        <Earlier page={page} />
      </>
    )
  },
})
