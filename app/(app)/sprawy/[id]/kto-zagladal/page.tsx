import { LookTable } from '@/components/cases/look-table'
import { AppLink } from '@/components/ui/app-link'
import { Pager } from '@/components/ui/list-tools'
import { SectionHead } from '@/components/ui/page-head'
import { caseLooks } from '@/lib/audit'
import { accessMessages } from '@/lib/messages/pl/case-access'
import { ledgerMessages } from '@/lib/messages/pl/ledger'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const m = accessMessages

export default definePage({
  permission: 'audit.case',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const page = await caseLooks.execute(actor, { caseId, cursor: search.od ?? '' })
    const here = (od: string | null) => (od ? withParams(paths.caseAccess(caseId), { od }) : undefined)
    return (
      <>
        <SectionHead
          title={m.title}
          lead={m.lead}
          actions={<AppLink href={paths.caseLedger(caseId)}>{ledgerMessages.link}</AppLink>}
        />
        <LookTable looks={page.rows} />
        <Pager previousHref={here(page.previous)} nextHref={here(page.next)} />
      </>
    )
  },
})
