import { AttachedFile } from '@/components/attachments/file-field'
import { Versions } from '@/components/attachments/versions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { attachmentLimit, scanTypes } from '@/lib/attachments'
import { teamPaperMessages as m } from '@/lib/messages/pl/attachments'
import type { TeamAttachments } from '@/lib/teams'
import { versionsFor } from '@/lib/web/attachment-view'
import { paths } from '@/lib/web/paths'
import * as actions from '../actions'

/** Scans of what was signed on paper: those that there are, and one form for the next one. */
export const SignedScans = ({ teamId, papers }: { teamId: string; papers: TeamAttachments }) => {
  const rows = papers.things
    .map((thing) => ({
      thing,
      versions: versionsFor(papers.versions, { kind: thing.kind, subjectId: thing.id }, (id) =>
        paths.teamAttachment(teamId, id),
      ),
    }))
    .filter(({ versions }) => versions.length > 0)
  const open = papers.things.filter((thing) => thing.may)
  if (papers.things.length === 0) return null
  return (
    <Section id="skany" title={m.title} lead={rows.length > 0 ? m.lead : m.none}>
      {rows.length > 0 && (
        <Sheet pad>
          <Ledger
            rows={rows.map(({ thing, versions }) => ({
              id: thing.id,
              content: thing.title,
              end: <Versions what={thing.title} versions={versions} />,
            }))}
          />
        </Sheet>
      )}
      {open.length > 0 && (
        <div className="mt-4">
          <Disclosure summary={m.open}>
            <ActionForm action={actions.attach} submitLabel={m.submit} submitVariant={2} label={m.open}>
              <FormHidden name="teamId" value={teamId} />
              <FormSelect
                name="of"
                label={m.what}
                placeholder={m.choose}
                options={open.map(({ kind, id, title }) => ({ value: `${kind}:${id}`, label: title }))}
                required
              />
              <AttachedFile types="scans" limit={attachmentLimit} accept={scanTypes} />
            </ActionForm>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
