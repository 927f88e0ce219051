import { publishClause } from '@/app/(app)/instytucje/[id]/klauzula/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormDate, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { EmptyState, Notice } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import { type ClauseView, readClauses } from '@/lib/consents'
import { formatDate } from '@/lib/format/dates'
import { clauseMessages as m } from '@/lib/messages/pl/clauses'
import { today } from '@/lib/platform/clock'
import { definePage } from '@/lib/web/define-page'

export const metadata = { title: m.title }

type Version = ClauseView['versions'][number]

const Body = ({ version }: { version: Version }) => (
  <div className="stack">
    {version.body.split(/\n+/u).map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
  </div>
)

const standing = (version: Version) => {
  if (version.inForce) return <StatusBadge tone="done">{m.inForce}</StatusBadge>
  return version.validFrom > today() ? (
    <StatusBadge tone="wait">{m.later}</StatusBadge>
  ) : (
    <StatusBadge tone="off">{m.past}</StatusBadge>
  )
}

const words = (version: Version): string => m.version(version.versionNo, formatDate(version.validFrom))

const Current = ({ version }: { version: Version }) => (
  <Sheet pad as="article" className="stack-4">
    <div className="row between">
      <h2>{words(version)}</h2>
      {standing(version)}
    </div>
    <Body version={version} />
  </Sheet>
)

const Others = ({ versions }: { versions: readonly Version[] }) => (
  <Section id="inne-wersje" title={m.earlier}>
    <Sheet pad className="stack-4">
      {versions.map((version) => (
        <Disclosure
          key={version.id}
          summary={
            <>
              {words(version)} {standing(version)}
            </>
          }
        >
          <Body version={version} />
        </Disclosure>
      ))}
    </Sheet>
  </Section>
)

const Publish = ({ view }: { view: ClauseView }) => (
  <Section id="nowa" title={m.publish} lead={m.publishLead}>
    <Sheet pad>
      <ActionForm action={publishClause} submitLabel={m.submit} label={m.publish}>
        <FormHidden name="institutionId" value={view.institutionId} />
        <FormTextArea
          name="body"
          label={m.body}
          hint={m.bodyHint}
          defaultValue={view.versions[0]?.body ?? m.template(view.name)}
          rows={16}
          maxLength={20_000}
          required
        />
        <FormDate name="validFrom" label={m.validFrom} defaultValue={today()} required />
      </ActionForm>
    </Sheet>
  </Section>
)

export default definePage({
  permission: 'clause.read',
  render: async ({ actor, params, search }) => {
    const view = await readClauses.execute(actor, { institutionId: params.id ?? '' })
    const current = view.versions.find((version) => version.inForce)
    const others = view.versions.filter((version) => !version.inForce)
    return (
      <>
        <PageHead title={m.title} lead={m.lead(view.name)} />
        {search.zapisano && (
          <Notice tone="good" role="status">
            {m.saved}
          </Notice>
        )}
        {current ? (
          <Current version={current} />
        ) : (
          <EmptyState title={m.none} level={2}>
            {m.noneLead}
          </EmptyState>
        )}
        {others.length > 0 && <Others versions={others} />}
        {view.may['clause.publish'] && <Publish view={view} />}
      </>
    )
  },
})
