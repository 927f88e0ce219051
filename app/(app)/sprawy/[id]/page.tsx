import { notFound } from 'next/navigation'
import { OwnConsents } from '@/app/(app)/sprawy/own-consents'
import { BlueCard } from '@/components/cases/blue-card'
import { CaseWork } from '@/components/cases/case-work'
import { Consultations } from '@/components/cases/consultations'
import { FamilyTeamView } from '@/components/cases/family-team'
import { NextStepView } from '@/components/cases/next-step'
import { SideSteps } from '@/components/cases/side-steps'
import { Notice } from '@/components/ui/messages'
import { familyTeam } from '@/lib/cases'
import { redirectTargets, rejectionReasons } from '@/lib/catalogue'
import { caseConsultations } from '@/lib/consultations'
import { caseMessages } from '@/lib/messages/pl/cases'
import { today } from '@/lib/platform/clock'
import { caseHead } from '@/lib/web/case-head'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { stepLink } from '@/lib/web/step-link'
import * as actions from './actions'

export default definePage({
  permission: 'case.read',
  render: async ({ actor, params }) => {
    const head = await caseHead(params.id ?? '')
    if (!head) notFound()
    const team = head.may['participant.list'] ? await familyTeam.execute(actor, { caseId: head.id }) : null
    const asked = head.may['consultation.case']
      ? await caseConsultations.execute(actor, { caseId: head.id })
      : null
    return (
      <>
        <OwnConsents actor={actor} caseId={head.id} />
        {head.minimised && <Notice className="mb-4">{caseMessages.side.minimised}</Notice>}
        <NextStepView
          head={head}
          links={{ step: stepLink(head), renew: `${paths.casePlan(head.id)}#zmiana` }}
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
        {team && <FamilyTeamView head={head} team={team} actions={actions} />}
        {asked && (
          <Consultations
            view={asked}
            consentsHref={head.may['consent.list'] ? paths.caseConsents(head.id) : null}
            actions={actions}
          />
        )}
        <SideSteps head={head} actions={actions} />
      </>
    )
  },
})
