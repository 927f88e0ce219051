import { notFound } from 'next/navigation'
import { BlueCard } from '@/components/cases/blue-card'
import { CaseWork } from '@/components/cases/case-work'
import { FamilyTeamView } from '@/components/cases/family-team'
import { NextStepView } from '@/components/cases/next-step'
import { SideSteps } from '@/components/cases/side-steps'
import { familyTeam } from '@/lib/cases'
import { redirectTargets, rejectionReasons } from '@/lib/catalogue'
import { caseHead } from '@/lib/web/case-head'
import { definePage } from '@/lib/web/define-page'
import { stepLink } from '@/lib/web/step-link'
import * as actions from './actions'

export default definePage({
  permission: 'case.read',
  render: async ({ actor, params }) => {
    const head = await caseHead(params.id ?? '')
    if (!head) notFound()
    const team = head.may['participant.list'] ? await familyTeam.execute(actor, { caseId: head.id }) : null
    return (
      <>
        <NextStepView head={head} link={stepLink(head)} actions={actions} />
        <CaseWork
          head={head}
          actions={actions}
          rejections={rejectionReasons()}
          redirects={redirectTargets()}
        />
        <BlueCard head={head} action={actions.flagBlueCard} />
        {team && <FamilyTeamView head={head} team={team} actions={actions} />}
        <SideSteps head={head} actions={actions} />
      </>
    )
  },
})
