import { LookTable } from '@/components/cases/look-table'
import { SectionHead } from '@/components/ui/page-head'
import { caseLooks } from '@/lib/audit'
import { caseMessages } from '@/lib/messages/pl/cases'
import { definePage } from '@/lib/web/define-page'

const m = caseMessages.access

export default definePage({
  permission: 'audit.case',
  render: async ({ actor, params }) => {
    const looks = await caseLooks.execute(actor, { caseId: params.id ?? '' })
    return (
      <>
        <SectionHead title={m.title} lead={m.lead} />
        <LookTable looks={looks} />
      </>
    )
  },
})
