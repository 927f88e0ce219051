import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/inputs'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { Changes } from '@/components/variants/changes'
import { teamMessages } from '@/lib/messages/pl/teams'
import { variantMessages as m } from '@/lib/messages/pl/variant-pages'
import { nationalVersion, readVariant, type VariantRow, variantChanges } from '@/lib/variants'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'
import { versionOptions, whichOf } from '../names'

export const metadata = { title: m.compare.title }

/** Any two versions of a variant beside each other; without an answer yet: the national model and what holds. */
export default definePage({
  permission: 'variant.read',
  render: async ({ params, search }) => {
    const key = params.klucz as VariantRow['key']
    const { from, to } = await readPage(async (read) => ({
      from: await read(readVariant, { key, which: whichOf(search.z ?? nationalVersion.choice) }),
      to: await read(readVariant, { key, which: whichOf(search.na) }),
    }))
    const options = versionOptions(to.variant)
    const z = search.z ?? nationalVersion.choice
    const na = search.na ?? options.find(({ value }) => value !== 'szkic')?.value ?? nationalVersion.choice
    const nameOf = (wanted: string) => options.find(({ value }) => value === wanted)?.label ?? wanted
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: teamMessages.list.title, href: paths.teams() },
            { label: m.title, href: paths.models() },
            { label: to.variant.name, href: paths.model(key) },
            { label: m.compare.title },
          ]}
        />
        <PageHead title={m.compare.title} lead={m.heading(key, to.variant.name)} />
        <Sheet pad>
          <form action={paths.modelCompare(key)} aria-label={m.compare.title} className="form">
            <div className="row">
              <Select name="z" label={m.compare.from} options={options} defaultValue={z} />
              <Select name="na" label={m.compare.to} options={options} defaultValue={na} />
            </div>
            <Button variant={1}>{m.compare.submit}</Button>
          </form>
        </Sheet>
        <Section id="zmiany" title={m.compare.result(nameOf(z), nameOf(na))}>
          <Changes changes={variantChanges(from.shown.body, to.shown.body)} />
        </Section>
      </div>
    )
  },
})
