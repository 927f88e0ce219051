import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { Changes } from '@/components/variants/changes'
import { teamMessages } from '@/lib/messages/pl/teams'
import { variantMessages as m } from '@/lib/messages/pl/variant-pages'
import { readVariant, type VariantRow, variantChanges } from '@/lib/variants'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'
import { dropDraft, publishDraft } from '../../../actions'
import { holdsName } from '../../names'

export const metadata = { title: m.publish.title }

type Draft = NonNullable<VariantRow['draft']>

const Target = ({ draft }: { draft: Draft }) => (
  <>
    <FormHidden name="versionId" value={draft.id} />
    <FormHidden name="version" value={draft.version} />
  </>
)

const Publish = ({ draft }: { draft: Draft }) => (
  <Section id="ogloszenie" title={m.publish.form} lead={m.publish.formLead}>
    <Sheet pad>
      <ActionForm action={publishDraft} submitLabel={m.publish.submit} label={m.publish.form}>
        <Target draft={draft} />
        <FormTextArea name="note" label={m.publish.note} rows={3} maxLength={1000} />
      </ActionForm>
    </Sheet>
  </Section>
)

const Drop = ({ draft }: { draft: Draft }) => (
  <Sheet pad className="mt-4">
    <Disclosure summary={m.publish.drop}>
      <p className="soft">{m.publish.dropLead}</p>
      <ActionForm action={dropDraft} submitLabel={m.publish.drop} submitVariant="bad" label={m.publish.drop}>
        <Target draft={draft} />
      </ActionForm>
    </Disclosure>
  </Sheet>
)

/** What the draft changes against what holds, and the two ways on: it is published, or thrown away. */
export default definePage({
  permission: 'variant.publish',
  render: async ({ params }) => {
    const key = params.klucz as VariantRow['key']
    const { page, now } = await readPage(async (read) => ({
      page: await read(readVariant, { key, which: 'draft' }),
      now: await read(readVariant, { key, which: 'newest' }),
    }))
    const { draft, name } = page.variant
    if (!draft) notFound()
    const changes = variantChanges(now.shown.body, page.shown.body)
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: teamMessages.list.title, href: paths.teams() },
            { label: m.title, href: paths.models() },
            { label: name, href: paths.model(key) },
            { label: m.draft.title, href: paths.modelDraft(key) },
            { label: m.publish.title },
          ]}
        />
        <PageHead
          title={m.publish.title}
          lead={m.publish.lead(holdsName(page.variant))}
          actions={<LinkButton href={paths.modelDraft(key)}>{m.publish.back}</LinkButton>}
        />
        <Section id="zmiany" title={m.publish.count(changes.length)}>
          {changes.length > 0 ? <Changes changes={changes} /> : <p className="soft">{m.publish.nothing}</p>}
        </Section>
        {changes.length > 0 && <Publish draft={draft} />}
        <Drop draft={draft} />
      </div>
    )
  },
})
