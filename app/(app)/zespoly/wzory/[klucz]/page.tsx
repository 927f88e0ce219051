import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { FormFile, FormHidden } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { attachmentLimit } from '@/lib/attachments'
import { hasOffice, listTemplates } from '@/lib/documents'
import { attachmentFieldErrors } from '@/lib/messages/pl/attachments'
import { documentTemplateMessages as m } from '@/lib/messages/pl/papers/templates'
import { teamMessages } from '@/lib/messages/pl/teams'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { put } from '../actions'
import { Places } from './places'
import { Versions } from './versions'

export const metadata = { title: m.title }

/** One document: what a template of it may name, the versions of the ROPS, and the form for the next one. */
export default definePage({
  permission: 'document.templates',
  render: async ({ actor, params }) => {
    const view = await listTemplates.execute(actor, {})
    const document = view.documents.find(({ key }) => key === params.klucz)
    if (!document) notFound()
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: teamMessages.list.title, href: paths.teams() },
            { label: m.back, href: paths.documentTemplates() },
            { label: document.title },
          ]}
        />
        <PageHead title={document.title} lead={hasOffice() ? m.pdfOffice : undefined} />
        {!hasOffice() && <Notice className="mb-4">{m.pdfBuiltIn}</Notice>}
        <Section id="wersje" title={m.versions}>
          {document.templates.length === 0 ? (
            <p className="soft">{m.none}</p>
          ) : (
            <Versions document={document} teams={view.teams} may={view.may} pdf={hasOffice()} />
          )}
        </Section>
        {view.may && (
          <Section id="wlasny-wzor" title={m.put} lead={m.putLead}>
            <Sheet pad>
              <ActionForm action={put} submitLabel={m.submit} label={m.put}>
                <FormHidden name="key" value={document.key} />
                <FormFile
                  name="file"
                  label={m.file}
                  hint={m.putHint(attachmentLimit / 1024 / 1024)}
                  accept=".docx"
                  maxBytes={attachmentLimit}
                  tooLarge={attachmentFieldErrors.fileTooLarge}
                  required
                />
              </ActionForm>
            </Sheet>
          </Section>
        )}
        <Places documentKey={document.key} />
      </div>
    )
  },
})
