import { AppLink } from '@/components/ui/app-link'
import { DefinitionList, Ledger } from '@/components/ui/lists'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { territoryMessages } from '@/lib/messages/pl/territory'
import { territoryPages as m } from '@/lib/messages/pl/territory-pages'
import { readUnit } from '@/lib/territory'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

export default definePage({
  permission: 'territory.read',
  render: async ({ actor, params }) => {
    const unit = await readUnit.execute(actor, { code: params.code ?? '' })
    const parent = unit.parents.at(-1)?.name ?? null
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: m.title, href: paths.territory() },
            ...unit.parents.map((p) => ({ label: p.name, href: paths.territory(p.code) })),
            { label: unit.name },
          ]}
        />
        <PageHead title={unit.name} lead={territoryMessages.detail({ ...unit, parent })} />
        <Sheet pad>
          <DefinitionList
            items={[
              { term: m.code, value: unit.code },
              { term: m.valid, value: formatDate(unit.validFrom) },
              { term: m.until, value: unit.validTo && formatDate(unit.validTo) },
              { term: m.former, value: unit.formerNames.join(', ') },
              {
                term: m.successor,
                value: unit.successor && (
                  <AppLink
                    href={paths.territory(unit.successor.code)}
                  >{`${unit.successor.name} (${unit.successor.code})`}</AppLink>
                ),
              },
            ]}
          />
        </Sheet>
        {unit.children.length > 0 && (
          <Section id="wewnatrz" title={m.inside[unit.level]}>
            <Sheet pad>
              <Ledger
                rows={unit.children.map((c) => ({
                  id: c.code,
                  content: <AppLink href={paths.territory(c.code)}>{c.name}</AppLink>,
                  end: (
                    <span className="muted">
                      {c.kind === null ? c.code : territoryMessages.gminaKind(c.kind)}
                    </span>
                  ),
                }))}
              />
            </Sheet>
          </Section>
        )}
        {unit.level === 'gmina' && (
          <Section id="instytucje" title={m.institutions}>
            <Sheet pad>
              {unit.institutions.length === 0 && <p className="soft">{m.noInstitutions}</p>}
              <Ledger
                rows={unit.institutions.map((i) => ({
                  id: i.id,
                  content: <AppLink href={paths.institution(i.id)}>{i.name}</AppLink>,
                }))}
              />
            </Sheet>
          </Section>
        )}
      </div>
    )
  },
})
