import { CountryIndicators } from '@/app/(app)/kraj/indicators'
import { CountryMap, type MapMeasure, mapMeasures } from '@/app/(app)/kraj/map'
import { ProgrammeSums } from '@/app/(app)/kraj/programme'
import { SuppressionNote } from '@/app/(app)/region/parts'
import { Splits } from '@/app/(app)/region/splits'
import { UnitTable } from '@/app/(app)/region/units'
import { UnmetServices } from '@/app/(app)/region/unmet'
import { AppLink } from '@/components/ui/app-link'
import { Button, LinkButton } from '@/components/ui/button'
import { Select } from '@/components/ui/inputs'
import { PageHead, Section } from '@/components/ui/page-head'
import { countryFigures } from '@/lib/dashboards'
import { formatDate } from '@/lib/format/dates'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { today } from '@/lib/platform/clock'
import { countryProgramme } from '@/lib/programme'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.country.title }

const MeasureForm = ({ measure }: { measure: MapMeasure }) => (
  <form action={paths.country()} method="get" className="row">
    <Select
      id="wskaznik"
      name="wskaznik"
      label={m.country.choose}
      defaultValue={measure}
      placeholder={null}
      options={mapMeasures.map((value) => ({ value, label: m.country.measures[value] }))}
    />
    <Button type="submit">{m.country.show}</Button>
  </form>
)

/** The country for the ministry: aggregates only, each with its definition. */
export default definePage({
  permission: 'figures.country',
  render: async ({ actor, search }) => {
    const figures = await countryFigures.execute(actor, {})
    const programme = await countryProgramme.execute(actor, {})
    const { total, parts, powiats } = figures
    const measure = mapMeasures.find((one) => one === search.wskaznik) ?? 'dni'
    return (
      <>
        <PageHead
          title={m.country.title}
          lead={m.country.lead(formatDate(today()))}
          actions={
            <LinkButton variant={1} icon="dl" href={paths.countryData()} download={m.country.csv.file}>
              {m.country.download}
            </LinkButton>
          }
        />
        <Section
          id="wskazniki"
          title={m.country.indicators}
          actions={<AppLink href={paths.indicators()}>{m.country.allDefinitions}</AppLink>}
        >
          <CountryIndicators {...figures} without={total.without} />
        </Section>
        <Section id="mapa" title={m.country.mapTitle} actions={<MeasureForm measure={measure} />}>
          <div className="split split-figures items-start">
            <CountryMap measure={measure} powiats={powiats} />
            <div>
              <UnitTable
                rows={parts}
                total={total}
                level="wojewodztwo"
                totalLabel={m.table.all.kraj}
                teams={new Set()}
              />
            </div>
          </div>
        </Section>
        <ProgrammeSums {...programme} />
        <UnmetServices unmet={figures.unmet} />
        <Splits stages={figures.stages} services={figures.services} />
        <SuppressionNote />
      </>
    )
  },
})
