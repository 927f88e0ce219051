import { ReferralMendForm } from '@/components/referrals/mend-form'
import { ReferralForm } from '@/components/referrals/referral-form'
import { ReferralSheet } from '@/components/referrals/referral-sheet'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { needTypes, relations } from '@/lib/catalogue'
import { referralMend } from '@/lib/messages/pl/referral-mend'
import { referralMessages as m } from '@/lib/messages/pl/referrals'
import { readReferral, teamsForReferral } from '@/lib/referrals'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { discardReferral, editReferral, mendReferral } from '../actions'

export const metadata = { title: m.view.title }

const Where = ({ title }: { title: string }) => (
  <Crumbs items={[{ label: m.list.title, href: paths.referrals() }, { label: title }]} />
)

export default definePage({
  permission: 'referral.read',
  render: async ({ actor, params, search }) => {
    const view = await readReferral.execute(actor, { id: params.id ?? '' })
    if (!view.may['referral.edit'])
      return (
        <div className="task">
          <Where title={m.view.title} />
          <PageHead title={m.view.title} lead={m.view.sent} />
          {search.poprawiono && (
            <Notice tone="good" role="status" className="mb-4">
              {referralMend.saved}
            </Notice>
          )}
          <ReferralSheet
            view={view}
            reasons={needTypes()}
            relations={relations()}
            caseHref={view.caseId && paths.case(view.caseId)}
          />
          {view.may['referral.mend'] && (
            <ReferralMendForm
              view={view}
              reasons={needTypes()}
              relations={relations()}
              action={mendReferral}
            />
          )}
        </div>
      )
    const teams = await teamsForReferral.execute(actor, {})
    return (
      <div className="task">
        <Where title={m.sheet.edit} />
        <PageHead title={m.sheet.edit} />
        {search.zapisano && (
          <Notice tone="good" role="status">
            {m.sheet.saved}
          </Notice>
        )}
        <ReferralForm
          action={editReferral}
          id={view.id}
          teams={teams}
          reasons={needTypes()}
          relations={relations()}
          values={view}
        />
        <div className="sec">
          <ActionForm
            action={discardReferral}
            submitLabel={m.sheet.discard}
            submitVariant="bad"
            label={m.sheet.discard}
          >
            <FormHidden name="id" value={view.id} />
          </ActionForm>
        </div>
      </div>
    )
  },
})
