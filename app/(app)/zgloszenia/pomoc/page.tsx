import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { referralMessages } from '@/lib/messages/pl/referrals'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = referralMessages.violence
export const metadata = { title: referralMessages.sheet.safety }

export default definePage({
  permission: 'referral.create',
  render: async () => (
    <div className="task stack-4">
      <PageHead title={m.title} lead={m.lead} />
      <Notice tone="bad" title={m.line} role="alert" />
      <ol className="sheet pad stack list-decimal pl-10">
        {m.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <LinkButton href={paths.referrals()} variant={1}>
        {m.done}
      </LinkButton>
    </div>
  ),
})
