import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import { paperFormats, type TemplateList } from '@/lib/documents'
import { dateInWarsaw } from '@/lib/format/dates'
import { documentMessages } from '@/lib/messages/pl/papers'
import { documentTemplateMessages as m } from '@/lib/messages/pl/papers/templates'
import { paths } from '@/lib/web/paths'
import * as actions from '../actions'

type Document = TemplateList['documents'][number]
type Version = Document['templates'][number]
type Teams = TemplateList['teams']

const tones = { checked: 'mine', active: 'done', withdrawn: 'off' } as const

const Ids = ({ page, id }: { page: string; id: string }) => (
  <>
    <FormHidden name="page" value={page} />
    <FormHidden name="templateId" value={id} />
  </>
)

/** The template with the data of a team: what it is looked at before it counts. */
const Preview = ({ page, version, pdf }: { page: string; version: Version; pdf: boolean }) =>
  version.previewTeam && (
    <p className="row">
      {m.preview(version.previewTeam)}:
      {paperFormats
        .filter((format) => pdf || format === 'docx')
        .map((format) => (
          <a
            key={format}
            className="btn btn-sm btn-inline"
            href={paths.documentTemplatePreview(page, version.id, format)}
            download
          >
            {documentMessages[format]}
          </a>
        ))}
    </p>
  )

const Decide = ({ page, version, teams }: { page: string; version: Version; teams: Teams }) => {
  const label = (what: string) =>
    `${what}: ${m.version(version.versionNo, dateInWarsaw(new Date(version.at)))}`
  return (
    <>
      {version.status !== 'active' && (
        <ActionForm
          action={actions.choosePreview}
          submitLabel={m.choose}
          submitVariant={2}
          label={label(m.choose)}
        >
          <Ids page={page} id={version.id} />
          <FormSelect
            name="teamId"
            label={m.previewTeam}
            defaultValue={version.previewTeamId ?? ''}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
        </ActionForm>
      )}
      {version.status !== 'active' && version.previewTeam && (
        <ActionForm action={actions.activate} submitLabel={m.use} label={label(m.use)} inline>
          <Ids page={page} id={version.id} />
        </ActionForm>
      )}
      {version.status === 'active' && (
        <ActionForm
          action={actions.withdraw}
          submitLabel={m.withdraw}
          submitVariant={2}
          label={label(m.withdraw)}
          inline
        >
          <Ids page={page} id={version.id} />
        </ActionForm>
      )}
    </>
  )
}

type Props = { document: Document; teams: Teams; may: boolean; pdf: boolean }

/** The versions of a template, newest first; the newest one is decided about. */
export const Versions = ({ document, teams, may, pdf }: Props) => (
  <div className="stack-4">
    {document.templates.map((version, i) => (
      <Sheet key={version.id} pad className="stack-4">
        <div className="row between">
          <b className="med">{m.version(version.versionNo, dateInWarsaw(new Date(version.at)))}</b>
          <StatusBadge tone={tones[version.status]}>{m.status[version.status]}</StatusBadge>
        </div>
        {may && <Preview page={document.key} version={version} pdf={pdf} />}
        {may && (i === 0 || version.status === 'active') && (
          <Decide page={document.key} version={version} teams={teams} />
        )}
      </Sheet>
    ))}
  </div>
)
