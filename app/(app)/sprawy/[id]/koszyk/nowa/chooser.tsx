import { Invite } from '@/app/(app)/sprawy/[id]/koszyk/nowa/invite'
import type { LineValues } from '@/app/(app)/sprawy/[id]/koszyk/nowa/line-fields'
import { LineForm } from '@/app/(app)/sprawy/[id]/koszyk/nowa/line-form'
import { Offers } from '@/app/(app)/sprawy/[id]/koszyk/nowa/offers'
import { OtherChoice } from '@/app/(app)/sprawy/[id]/koszyk/nowa/other-choice'
import { Notice } from '@/components/ui/messages'
import type { ProposalPage } from '@/lib/baskets'
import { basketMessages } from '@/lib/messages/pl/basket-page'

type Props = {
  caseId: string
  /** page of this choice; what is chosen stands in its address */
  base: string
  page: ProposalPage
  values: LineValues | null
  draft?: { id: string; version: number }
  /** the refused or queued line, instead of which somebody else is asked */
  replacesId?: string
  /** the decision of a meeting that the line comes out of */
  decisionId?: string
}

/** Left: who can help and why; right: the form of what was chosen. */
export const Chooser = ({ caseId, base, page, values, draft, replacesId, decisionId }: Props) => (
  <div className="split split-main">
    <div>
      <Offers base={base} page={page} mayUnmet={!draft} replacesId={replacesId} decisionId={decisionId} />
      <OtherChoice base={base} page={page} replacesId={replacesId} decisionId={decisionId} />
    </div>
    <div>
      {page.chosen && values ? (
        <>
          <Invite
            may={page.mayInvite}
            caseId={caseId}
            chosen={page.chosen}
            back={`${base}?potrzeba=${page.need.id}&usluga=${page.chosen.serviceKey}&wykonawca=${page.chosen.providerId}${replacesId ? `&zamiast=${replacesId}` : ''}${decisionId ? `&decyzja=${decisionId}` : ''}`}
          />
          <LineForm
            caseId={caseId}
            page={page}
            chosen={page.chosen}
            values={values}
            draft={draft}
            replacesId={replacesId}
            decisionId={decisionId}
          />
        </>
      ) : (
        <Notice>{basketMessages.fresh.pickFirst}</Notice>
      )}
    </div>
  </div>
)
