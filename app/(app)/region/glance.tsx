import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { Disclosure, Ledger, type LedgerRow, Timeline } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { formatNumber } from '@/lib/format/plural'
import { glanceMessages as m } from '@/lib/messages/pl/glance'
import { programmeMessages } from '@/lib/messages/pl/programme'
import { declineReasonNames } from '@/lib/messages/pl/recruitment'
import type { Coming, Glance } from '@/lib/programme'
import { paths } from '@/lib/web/paths'

const shownDates = 6

/** A figure and the list behind it. */
const figure = (id: string, label: string, value: number, href: string): LedgerRow => ({
  id,
  content: value > 0 ? <AppLink href={href}>{label}</AppLink> : label,
  end: <b className="num">{formatNumber(value)}</b>,
})

const Figures = ({ glance }: { glance: Glance }) => (
  <Sheet pad>
    <h3>{m.figures}</h3>
    <Ledger
      rows={[
        figure('without', m.without, glance.without, paths.programme({ zespol: 'brak' })),
        figure('late', m.late, glance.late, paths.programme({ stan: 'spoznione' })),
        figure('forming', m.forming, glance.forming, paths.teamsOf({ etap: 'tworzone' })),
        figure('active', m.active, glance.active, paths.teamsOf({ etap: 'active' })),
        figure('risk', m.atRisk, glance.atRisk, paths.teamsOf({ ryzyko: 'kazde' })),
        ...glance.risks.map(({ risk, teams }) =>
          figure(risk, `${m.ofThem} ${m.risks[risk]}`, teams, paths.teamsOf({ ryzyko: risk })),
        ),
      ]}
    />
    <div className="mt-2">
      <Disclosure summary={m.definition}>
        <p className="soft">{m.how}</p>
      </Disclosure>
    </div>
  </Sheet>
)

const Barriers = ({ rows }: { rows: Glance['barriers'] }) => (
  <Sheet pad>
    <h3>{m.barriers}</h3>
    {rows.length === 0 ? (
      <p className="muted">{m.barriersNone}</p>
    ) : (
      <>
        <Ledger
          rows={rows.map(({ reason, institutions }) => ({
            id: reason,
            content: (
              <AppLink href={`${paths.barriers({ powod: reason })}#odmowy`}>
                {declineReasonNames[reason]}
              </AppLink>
            ),
            end: m.institutions(institutions),
          }))}
        />
        <p className="mt-2">
          <AppLink href={paths.barriers()}>{m.barriersAll}</AppLink>
        </p>
      </>
    )}
  </Sheet>
)

const wordsOf = (one: Coming): ReactNode => {
  if (one.kind === 'agreement')
    return <AppLink href={paths.teamAgreement(one.teamId)}>{m.agreement(one.name)}</AppLink>
  const href = paths.programmeGmina(one.gmina)
  return (
    <AppLink href={href}>
      {one.kind === 'visit' ? m.visit(one.name) : m.stage(programmeMessages.stages[one.stage], one.name)}
    </AppLink>
  )
}

const Dates = ({ coming }: { coming: readonly Coming[] }) => (
  <Sheet pad>
    <h3>{m.coming}</h3>
    {coming.length === 0 ? (
      <p className="muted">{m.comingNone}</p>
    ) : (
      <Timeline
        events={coming.slice(0, shownDates).map((one) => ({
          id: `${one.kind} ${one.on} ${one.name} ${one.kind === 'stage' ? one.stage : ''}`,
          when: formatDate(one.on),
          dateTime: one.on,
          text: wordsOf(one),
        }))}
      />
    )}
    {coming.length > shownDates && (
      <p className="mt-2">
        <AppLink href={paths.programme()}>{m.comingMore(coming.length - shownDates)}</AppLink>
      </p>
    )}
  </Sheet>
)

/** Teams, risks, barriers and coming dates of the own region. */
export const RegionGlance = ({ glance }: { glance: Glance }) => (
  <Section id="w-skrocie" title={m.title} lead={m.lead}>
    <div className="split split-2 items-start">
      <Figures glance={glance} />
      <div className="stack-4">
        <Dates coming={glance.coming} />
        <Barriers rows={glance.barriers} />
      </div>
    </div>
  </Section>
)
