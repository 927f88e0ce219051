import * as actions from '@/app/(app)/sprawy/[id]/zespol/actions'
import { Consultations } from '@/components/cases/consultations'
import { FamilyTeamView } from '@/components/cases/family-team'
import { AppLink } from '@/components/ui/app-link'
import { familyTeam, readCase } from '@/lib/cases'
import { caseConsultations } from '@/lib/consultations'
import { caseVariantMessages } from '@/lib/messages/pl/case-variant'
import { caseMessages } from '@/lib/messages/pl/cases'
import { listWorkers } from '@/lib/story'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: caseMessages.people.title }

export default definePage({
  permission: 'participant.list',
  render: async ({ params }) => {
    const caseId = params.id ?? ''
    const { head, team, workers, asked } = await readPage(async (read) => {
      const folder = await read(readCase, { caseId })
      return {
        head: folder,
        team: await read(familyTeam, { caseId }),
        workers: await read(listWorkers, { caseId }),
        asked: folder.may['consultation.case'] ? await read(caseConsultations, { caseId }) : null,
      }
    })
    return (
      <>
        <FamilyTeamView head={head} team={team} workers={workers} actions={actions} />
        {asked && (
          <Consultations
            view={asked}
            consentsHref={head.may['consent.list'] ? paths.caseConsents(head.id) : null}
            actions={actions}
          />
        )}
        {head.may['case.variant'] && (
          <p className="mt-4">
            <AppLink href={paths.caseModel(head.id)}>{caseVariantMessages.link}</AppLink>
          </p>
        )}
      </>
    )
  },
})
