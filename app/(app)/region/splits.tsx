import { CountTable } from '@/app/(app)/region/parts'
import { Section } from '@/components/ui/page-head'
import { categories } from '@/lib/catalogue'
import type { Shown } from '@/lib/dashboards'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'

const zero: Shown = { kind: 'count', value: 0 }

/** Families by stage and services by kind, side by side. */
export const Splits = ({
  stages,
  services,
}: {
  stages: ReadonlyMap<string, Shown>
  services: ReadonlyMap<string, Shown>
}) => {
  const used = Object.entries(categories().serviceCategories).filter(([key]) => services.has(key))
  return (
    <div className="split split-2">
      <Section id="etapy" title={m.stages.title} lead={m.stages.lead}>
        <CountTable
          caption={m.stages.title}
          columns={[m.stages.stage, m.stages.count]}
          rows={Object.entries(m.stages.names).map(([key, name]) => ({
            key,
            name,
            shown: stages.get(key) ?? zero,
          }))}
          total={stages.get('all') ?? zero}
          totalLabel={m.stages.all}
        />
      </Section>
      <Section id="uslugi" title={m.services.title} lead={m.services.lead}>
        {used.length === 0 ? (
          <p className="muted">{m.services.empty}</p>
        ) : (
          <CountTable
            caption={m.services.title}
            columns={[m.services.category, m.services.count]}
            rows={used.map(([key, name]) => ({ key, name, shown: services.get(key) ?? zero }))}
            total={services.get('all') ?? zero}
            totalLabel={m.services.all}
          />
        )}
      </Section>
    </div>
  )
}
