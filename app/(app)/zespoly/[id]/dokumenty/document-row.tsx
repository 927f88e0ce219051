import { AttachedFile } from '@/components/attachments/file-field'
import { Versions } from '@/components/attachments/versions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { attachmentLimit, scanTypes } from '@/lib/attachments'
import { hasOffice, type listTeamDocuments, paperFormats } from '@/lib/documents'
import { documentMessages as m, paperNotes } from '@/lib/messages/pl/papers'
import { teamModelMessages } from '@/lib/messages/pl/team-model'
import { versionsFor } from '@/lib/web/attachment-view'
import { paths } from '@/lib/web/paths'
import { attach as attachToTeam } from '../actions'
import { attachScan } from './actions'

type View = Awaited<ReturnType<typeof listTeamDocuments.execute>>
type Document = View['documents'][number]
type Props = { teamId: string; document: Document; view: View }

const Attach = ({ teamId, document: { key, title } }: Omit<Props, 'view'>) => (
  <Disclosure
    summary={
      <>
        {m.attach}
        <span className="vh">: {title}</span>
      </>
    }
  >
    <ActionForm
      action={key === 'porozumienie' ? attachToTeam : attachScan}
      submitLabel={m.submit}
      submitVariant={2}
      label={m.attachTo(title)}
      id={`skan-${key}`}
    >
      <FormHidden name="teamId" value={teamId} />
      {key === 'porozumienie' ? (
        <FormHidden name="of" value={`teamAgreement:${teamId}`} />
      ) : (
        <FormHidden name="key" value={key} />
      )}
      <AttachedFile types="scans" limit={attachmentLimit} accept={scanTypes} />
    </ActionForm>
  </Disclosure>
)

/** One document: both files, who signs it, the scans that there are, and the form for the next one. */
export const DocumentRow = ({ teamId, document, view }: Props) => {
  const { key, title, neededFor } = document
  const needed = neededFor.length > 0
  const agreement = key === 'porozumienie'
  const versions = versionsFor(
    view.versions,
    agreement
      ? { kind: 'teamAgreement', subjectId: teamId }
      : { kind: 'teamDocument', subjectId: teamId, slot: key },
    (id) => paths.teamAttachment(teamId, id),
  )
  return (
    <li>
      <div className="row between">
        <span>
          <b className="med">{title}</b>
          <span className="block soft">
            {key === 'zarzadzenie' && needed ? teamModelMessages.orderNote : paperNotes[key]}
            {view.own.includes(key) && ` ${hasOffice() ? m.own : m.ownDocxOnly}`}
          </span>
          {needed && <span className="block">{teamModelMessages.neededFor(neededFor)}</span>}
        </span>
        <span className="row">
          {paperFormats.map((format) => (
            <a
              key={format}
              className="btn btn-sm btn-inline"
              href={paths.teamDocument(teamId, key, format)}
              aria-label={m.get(m[format], title)}
              download
            >
              {m[format]}
            </a>
          ))}
        </span>
      </div>
      {versions.length > 0 && (
        <p className="mt-2">
          <Versions what={title} versions={versions} />
        </p>
      )}
      {view.mayAttach && (view.agreementSent || !agreement) && <Attach teamId={teamId} document={document} />}
    </li>
  )
}
