import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { FormHidden, FormSelect } from '@/components/ui/form-fields'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { Model } from '@/components/variants/model'
import { dateInWarsaw } from '@/lib/format/dates'
import { teamMessages } from '@/lib/messages/pl/teams'
import { variantMessages as m, variantDone } from '@/lib/messages/pl/variant-pages'
import { versionWords } from '@/lib/messages/pl/variants'
import { nationalVersion, readVariant, type VariantRow } from '@/lib/variants'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { beginDraft } from '../actions'
import { modelView } from './model-view'
import { holdsName, versionOptions, whichOf } from './names'
import { Versions } from './versions'

export const metadata = { title: m.title }

/** The next version: where its draft is, or the form that begins one. */
const Draft = ({ variant }: { variant: VariantRow }) => (
  <Section id="szkic" title={m.draft.title} lead={variant.draft ? undefined : m.draft.beginLead}>
    <Sheet pad>
      {variant.draft ? (
        <div className="row between">
          <p>{m.draft.there(dateInWarsaw(variant.draft.updatedAt))}</p>
          <LinkButton href={paths.modelDraft(variant.key)} variant={1}>
            {m.draft.open}
          </LinkButton>
        </div>
      ) : (
        <ActionForm action={beginDraft} submitLabel={m.draft.begin} label={m.draft.begin}>
          <FormHidden name="key" value={variant.key} />
          <FormSelect
            name="from"
            label={m.draft.from}
            defaultValue={String(variant.versions[0]?.number ?? 'national')}
            options={versionOptions(variant).map(({ value, label }) => ({
              value: value === nationalVersion.choice ? 'national' : value,
              label,
            }))}
          />
        </ActionForm>
      )}
    </Sheet>
  </Section>
)

/** One variant: what a version of it says, all versions, and the draft of the next for the ROPS. */
export default definePage({
  permission: 'variant.read',
  render: async ({ actor, params, search }) => {
    const page = await readVariant.execute(actor, {
      key: params.klucz as VariantRow['key'],
      which: whichOf(search.wersja),
    })
    const { variant, shown, mayEdit } = page
    const older = shown.id !== (variant.versions[0]?.id ?? null)
    const name = versionWords.name(shown.number)
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: teamMessages.list.title, href: paths.teams() },
            { label: m.title, href: paths.models() },
            { label: variant.name },
          ]}
        />
        <PageHead
          title={m.heading(variant.key, variant.name)}
          lead={`${variant.forWhom}, ${holdsName(variant)}`}
          actions={
            variant.versions.length > 0 && (
              <LinkButton href={paths.modelCompare(variant.key)}>{m.compare.link}</LinkButton>
            )
          }
        />
        <DoneNotice>{search.zrobione && variantDone(search.zrobione)}</DoneNotice>
        {mayEdit && <Draft variant={variant} />}
        <Section id="wersje" title={m.versions.title} lead={m.versions.lead}>
          <Sheet pad>
            <Versions variant={variant} />
          </Sheet>
        </Section>
        <Section id="model" title={shown.number ? m.shown.version(shown.number) : m.shown.national}>
          {older && (
            <Notice className="mb-4">
              {m.older(name, holdsName(variant))}{' '}
              <AppLink href={paths.model(variant.key)}>{m.showNewest}</AppLink>
            </Notice>
          )}
          <Model model={modelView(page)} />
        </Section>
      </div>
    )
  },
})
