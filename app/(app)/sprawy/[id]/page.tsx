import { ownConsents } from '@/app/(app)/sprawy/own-consents'
import { BlueCard } from '@/components/cases/blue-card'
import { CaseWork } from '@/components/cases/case-work'
import { ExpiringConsents } from '@/components/cases/expiring-consents'
import { NextStepView } from '@/components/cases/next-step'
import { SideSteps } from '@/components/cases/side-steps'
import { Workers } from '@/components/cases/workers'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { readCase } from '@/lib/cases'
import { redirectTargets, rejectionReasons } from '@/lib/catalogue'
import { caseMessages } from '@/lib/messages/pl/cases'
import { consultationMessages } from '@/lib/messages/pl/consultations'
import { transferMessages } from '@/lib/messages/pl/transfers'
import { today } from '@/lib/platform/clock'
import { listWorkers } from '@/lib/story'
import { decidedFor } from '@/lib/web/decided'
import { definePage } from '@/lib/web/define-page'
import { documentLink } from '@/lib/web/document-links'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'
import { stepLink } from '@/lib/web/step-link'
import * as actions from './actions'

const m = caseMessages.people

export default definePage({
  permission: 'case.read',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const decision = await decidedFor(actor, caseId, search.decyzja)
    const { head, workers, expiring } = await readPage(async (read) => {
      const folder = await read(readCase, { caseId })
      const { may } = folder
      return {
        head: folder,
        workers: may['participant.list'] ? await read(listWorkers, { caseId }) : null,
        expiring: await ownConsents(read, actor, caseId),
      }
    })
    return (
      <>
        <ExpiringConsents rows={expiring} />
        {head.cameFromElsewhere && (
          <Notice className="mb-4">
            {transferMessages.came}{' '}
            <AppLink href={paths.caseTransfer(head.id)}>{transferMessages.cameLink}</AppLink>
          </Notice>
        )}
        {head.minimised && <Notice className="mb-4">{caseMessages.side.minimised}</Notice>}
        <NextStepView
          head={head}
          links={{
            step: stepLink(head),
            renew: `${paths.casePlan(head.id)}#zmiana`,
            document: (key) => documentLink(head.id, key),
          }}
          today={today()}
          actions={actions}
        />
        <CaseWork
          head={head}
          actions={actions}
          rejections={rejectionReasons()}
          redirects={redirectTargets()}
        />
        <BlueCard head={head} action={actions.flagBlueCard} />
        {workers && (
          <Section
            id="kto-pracuje"
            title={m.title}
            lead={head.twoLevels === false ? head.words.team : head.words.familyTeam}
            actions={
              <>
                {head.may['consultation.case'] && (
                  <LinkButton href={`${paths.caseTeam(head.id)}#konsultacje`} variant={3}>
                    {consultationMessages.case.title}
                  </LinkButton>
                )}
                <LinkButton href={paths.caseTeam(head.id)} variant={2}>
                  {head.may['participant.invite'] ? m.change : m.all}
                </LinkButton>
              </>
            }
          >
            <Workers head={head} workers={workers} />
          </Section>
        )}
        <SideSteps
          head={head}
          actions={actions}
          transferHref={paths.caseTransfer(head.id)}
          restrictionHref={paths.caseRestriction(caseId)}
          modelHref={paths.caseModel(caseId)}
          decided={decision?.body}
        />
      </>
    )
  },
})
