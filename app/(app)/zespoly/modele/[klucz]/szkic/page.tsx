import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormHidden } from '@/components/ui/form-fields'
import { DoneNotice } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { Tabs } from '@/components/ui/tabs'
import { teamMessages } from '@/lib/messages/pl/teams'
import { variantMessages as m } from '@/lib/messages/pl/variant-pages'
import { nationalBody, readVariant, type VariantPage, type VariantRow } from '@/lib/variants'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { saveDraft } from '../../actions'
import { AreaFields } from './areas'
import { DocumentFields } from './documents'
import { KindFields } from './kinds'
import { NameFields } from './names'
import { TermFields } from './terms'

export const metadata = { title: m.draft.title }

const parts = Object.keys(m.draft.parts) as (keyof typeof m.draft.parts)[]
type Part = (typeof parts)[number]

const Fields = ({ part, page }: { part: Part; page: VariantPage }) => {
  const { body } = page.shown
  if (part === 'nazwy') return <NameFields body={body} />
  if (part === 'terminy') return <TermFields body={body} national={nationalBody(page.variant.key)} />
  if (part === 'instytucje') return <KindFields body={body} kinds={page.offered.kinds} />
  if (part === 'dokumenty') return <DocumentFields body={body} />
  return <AreaFields body={body} areas={page.offered.areas} />
}

/** The draft of the next version, a part at a time. */
export default definePage({
  permission: 'variant.saveDraft',
  render: async ({ actor, params, search }) => {
    const key = params.klucz as VariantRow['key']
    const page = await readVariant.execute(actor, { key, which: 'draft' })
    const part = parts.find((one) => one === search.czesc) ?? 'nazwy'
    const { draft } = page.variant
    if (!draft) notFound()
    return (
      <>
        <Crumbs
          items={[
            { label: teamMessages.list.title, href: paths.teams() },
            { label: m.title, href: paths.models() },
            { label: page.variant.name, href: paths.model(key) },
            { label: m.draft.title },
          ]}
        />
        <PageHead
          title={m.draft.title}
          lead={m.heading(key, page.variant.name)}
          actions={<LinkButton href={paths.modelPublish(key)}>{m.draft.look}</LinkButton>}
        />
        <DoneNotice>{search.zrobione && m.draft.saved}</DoneNotice>
        <Tabs
          top
          label={m.draft.partsLabel}
          items={parts.map((one) => ({
            href: paths.modelDraft(key, one),
            label: m.draft.parts[one],
            current: one === part,
          }))}
        />
        <Sheet pad>
          <h2 className="vh">{m.draft.parts[part]}</h2>
          <p className="soft mb-4">{m.draft.leads[part]}</p>
          <ActionForm action={saveDraft} submitLabel={m.draft.save} label={m.draft.parts[part]} key={part}>
            <FormHidden name="versionId" value={draft.id} />
            <FormHidden name="version" value={draft.version} />
            <FormHidden name="part" value={part} />
            <Fields part={part} page={page} />
          </ActionForm>
        </Sheet>
      </>
    )
  },
})
