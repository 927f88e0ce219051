import { AttachedFile } from '@/components/attachments/file-field'
import { Versions } from '@/components/attachments/versions'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { attachmentLimit, scanTypes } from '@/lib/attachments'
import { paperFormats } from '@/lib/documents'
import type { FormAction } from '@/lib/format/form-state'
import { attachmentMessages, authorisationPaperMessages as m } from '@/lib/messages/pl/attachments'
import { documentMessages, personDocumentMessages } from '@/lib/messages/pl/papers'
import type { PersonView } from '@/lib/people'
import { versionsFor } from '@/lib/web/attachment-view'
import { paths } from '@/lib/web/paths'
import { IdFields, type PersonIds } from './ids'

type Props = { person: PersonView; ids: PersonIds; attach: FormAction }

/** The signed paper of each authorisation, newest first, and the form for the next scan of the present one. */
export const AuthorisationScans = ({ person, ids, attach }: Props) => {
  if (!person.authorisation) return null
  const subjects = [...new Set(person.scans.map((scan) => scan.subjectId))]
  const href = (id: string) => paths.personAttachment(ids.institutionId, ids.userId, id)
  return (
    <Section id="skan-upowaznienia" title={m.title}>
      <p className="row mb-4">
        {personDocumentMessages.get}:
        {paperFormats.map((format) => (
          <a
            key={format}
            className="btn btn-sm btn-inline"
            href={paths.personDocument(ids.institutionId, ids.userId, 'upowaznienie', format)}
            aria-label={documentMessages.get(documentMessages[format], m.paper)}
            download
          >
            {documentMessages[format]}
          </a>
        ))}
      </p>
      {person.scans.length === 0 && <p className="soft">{attachmentMessages.none}</p>}
      {subjects.map((subjectId) => (
        <p key={subjectId}>
          <Versions
            what={m.paper}
            versions={versionsFor(person.scans, { kind: 'authorisation', subjectId }, href)}
          />
        </p>
      ))}
      {person.may.attachAuthorisation && (
        <Disclosure summary={m.open}>
          <ActionForm action={attach} submitLabel={m.submit} submitVariant={2} label={m.title}>
            <IdFields {...ids} />
            <AttachedFile types="scans" limit={attachmentLimit} accept={scanTypes} />
          </ActionForm>
        </Disclosure>
      )}
    </Section>
  )
}
