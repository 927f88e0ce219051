import { Confirmed, offerFacts } from '@/app/(app)/instytucje/[id]/uslugi/offered'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { DefinitionList, Ledger } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import { formatDate } from '@/lib/format/dates'
import { formatPhone } from '@/lib/format/phone'
import { type InstitutionView, readInstitution } from '@/lib/institutions'
import { institutionMessages as m } from '@/lib/messages/pl/institutions'
import { teamStatusNames, teamTones } from '@/lib/messages/pl/teams'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const v = m.view

const addressOf = ({ street, postcode, city }: InstitutionView): string =>
  [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')

const Registered = ({ view }: { view: InstitutionView }) => (
  <Sheet pad>
    <DefinitionList
      items={[
        { term: v.seat, value: view.seatUnknown ? `${view.seat}. ${v.seatUnknown}` : view.seat },
        {
          term: v.areas,
          value: view.areas.map(({ name, wholePowiat }) => (wholePowiat ? v.whole(name) : name)).join(', '),
        },
        { term: v.address, value: addressOf(view) },
        { term: v.phone, value: view.phone && formatPhone(view.phone) },
        { term: v.email, value: view.email },
        { term: v.website, value: view.website },
        { term: 'REGON', value: view.regon },
        { term: 'NIP', value: view.nip },
        { term: 'KRS', value: view.krs },
        { term: 'RSPO', value: view.rspo },
        { term: 'RPWDL', value: view.rpwdl },
        { term: m.form.edoreczenia, value: view.edoreczenia },
      ]}
    />
  </Sheet>
)

const Services = ({ view }: { view: InstitutionView }) => (
  <Section
    id="uslugi"
    title={v.services}
    actions={
      view.may['institution.offer'] && (
        <LinkButton href={paths.institutionServices(view.id)} small>
          {v.offer}
        </LinkButton>
      )
    }
  >
    {view.services.length === 0 ? (
      <p className="soft">{v.noServices}</p>
    ) : (
      <Sheet pad>
        <Ledger
          rows={view.services.map((service) => ({
            id: service.serviceKey,
            content: (
              <>
                <AppLink href={paths.service(service.serviceKey)}>{service.name}</AppLink>
                {offerFacts(service) && <p>{offerFacts(service)}</p>}
                <Confirmed offer={service} />
              </>
            ),
          }))}
        />
      </Sheet>
    )}
  </Section>
)

const Teams = ({ view }: { view: InstitutionView }) => (
  <Section id="zespoly" title={v.teams}>
    {view.teams.length === 0 ? (
      <p className="soft">{v.noTeams}</p>
    ) : (
      <Sheet pad>
        <Ledger
          rows={view.teams.map(({ id, name, status }) => ({
            id,
            content: <AppLink href={paths.team(id)}>{name}</AppLink>,
            end: <StatusBadge tone={teamTones[status]}>{teamStatusNames[status]}</StatusBadge>,
          }))}
        />
      </Sheet>
    )}
  </Section>
)

/** One institution: what it is, whom it serves, what it offers and in which teams it works. */
export default definePage({
  permission: 'institution.read',
  render: async ({ actor, params }) => {
    const view = await readInstitution.execute(actor, { institutionId: params.id ?? '' })
    return (
      <>
        <Crumbs items={[{ label: m.title, href: paths.institutions() }, { label: view.name }]} />
        <PageHead
          title={view.name}
          lead={view.sample ? `${view.kindName}, ${m.sample}` : view.kindName}
          actions={
            <>
              {view.may['people.list'] && <LinkButton href={paths.people(view.id)}>{v.people}</LinkButton>}
              {view.may['institution.mend'] && (
                <LinkButton href={paths.institutionEdit(view.id)}>{v.mend}</LinkButton>
              )}
              <LinkButton href={paths.institutionClause(view.id)}>{v.clause}</LinkButton>
            </>
          }
        />
        {view.endedOn && <Notice tone="warn">{v.ended(formatDate(view.endedOn))}</Notice>}
        <Registered view={view} />
        <Services view={view} />
        <Teams view={view} />
      </>
    )
  },
})
