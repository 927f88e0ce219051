import { notFound } from 'next/navigation'
import { AppLink } from '@/components/ui/app-link'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { listTeamDocuments } from '@/lib/documents'
import { documentMessages as m } from '@/lib/messages/pl/papers'
import { documentTemplateMessages } from '@/lib/messages/pl/papers/templates'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { teamView } from '@/lib/web/team-view'
import { DocumentRow } from './document-row'

export const metadata = { title: m.title }

/** Every document of the team: filled in as DOCX and PDF, with the scans of what was signed. */
export default definePage({
  permission: 'document.list',
  render: async ({ actor, params }) => {
    const team = await teamView(params.id ?? '')
    if (!team) notFound()
    const view = await listTeamDocuments.execute(actor, { teamId: team.id })
    return (
      <Section id="dokumenty" title={m.title} lead={m.lead}>
        <Sheet pad>
          <ul className="ledger">
            {view.documents.map((document) => (
              <DocumentRow key={document.key} teamId={team.id} document={document} view={view} />
            ))}
          </ul>
        </Sheet>
        <Notice className="mt-4">{m.advice}</Notice>
        {view.mayTemplates && (
          <p className="mt-4">
            <AppLink href={paths.documentTemplates()}>{documentTemplateMessages.link}</AppLink>
          </p>
        )}
      </Section>
    )
  },
})
