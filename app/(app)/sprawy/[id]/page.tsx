import { ownConsents } from '@/app/(app)/sprawy/own-consents'
import { BlueCard } from '@/components/cases/blue-card'
import { CaseWork } from '@/components/cases/case-work'
import { Consultations } from '@/components/cases/consultations'
import { ExpiringConsents } from '@/components/cases/expiring-consents'
import { FamilyTeamView } from '@/components/cases/family-team'
import { NextStepView } from '@/components/cases/next-step'
import { SideSteps } from '@/components/cases/side-steps'
import { Notice } from '@/components/ui/messages'
import { familyTeam, readCase } from '@/lib/cases'
import { redirectTargets, rejectionReasons } from '@/lib/catalogue'
import { caseConsultations } from '@/lib/consultations'
import { caseMessages } from '@/lib/messages/pl/cases'
import { today } from '@/lib/platform/clock'
import { listWorkers } from '@/lib/story'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'
import { stepLink } from '@/lib/web/step-link'
import * as actions from './actions'

export default definePage({
  permission: 'case.read',
  render: async ({ actor, params }) => {
    const caseId = params.id ?? ''
    const { head, team, workers, asked, expiring } = await readPage(async (read) => {
      const folder = await read(readCase, { caseId })
      const { may } = folder
      return {
        head: folder,
        team: may['participant.list'] ? await read(familyTeam, { caseId }) : null,
        workers: may['participant.list'] ? await read(listWorkers, { caseId }) : [],
        asked: may['consultation.case'] ? await read(caseConsultations, { caseId }) : null,
        expiring: await ownConsents(read, actor, caseId),
      }
    })
    return (
      <>
        <ExpiringConsents rows={expiring} />
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
        {team && <FamilyTeamView head={head} team={team} workers={workers} actions={actions} />}
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
