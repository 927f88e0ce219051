import { notFound } from 'next/navigation'
import { inviteInstitutions, joinAgreed } from '@/app/(app)/program/[gmina]/instytucje/actions'
import { Invited } from '@/app/(app)/program/[gmina]/instytucje/invited'
import { JoinAgreed } from '@/components/programme/join-agreed'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { FormCombobox } from '@/components/ui/combobox'
import { FormCheckbox, FormDate, FormHidden } from '@/components/ui/form-fields'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { DoneNotice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import { programmeMessages } from '@/lib/messages/pl/programme'
import { recruitmentMessages as m } from '@/lib/messages/pl/recruitment'
import { today } from '@/lib/platform/clock'
import { type RecruitmentView, readRecruitment } from '@/lib/programme'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const Boxes = ({ places }: { places: RecruitmentView['candidates'] }) => (
  <div className="picks">
    {places.flatMap((place) =>
      place.institutions.map((one) => (
        <FormCheckbox
          key={one.id}
          name="institutions"
          id={`i-${one.id}`}
          value={one.id}
          label={one.name}
          hint={place.name}
        />
      )),
    )}
  </div>
)

const Invite = ({ view }: { view: RecruitmentView }) => {
  const usual = view.candidates.filter(({ group }) => group === 'core' || group === 'frequent')
  const rest = view.candidates.filter((place) => !usual.includes(place))
  return (
    <Section id="zapros" title={m.invite} lead={m.inviteLead}>
      <Sheet pad>
        <ActionForm action={inviteInstitutions} submitLabel={m.submit} label={m.invite}>
          <FormHidden name="gmina" value={view.gmina.code} />
          <FormDate name="invitedOn" label={m.invitedDay} defaultValue={today()} required />
          {usual.length > 0 && <Boxes places={usual} />}
          {rest.length > 0 && (
            <Disclosure summary={m.candidates} open={usual.length === 0}>
              <Boxes places={rest} />
            </Disclosure>
          )}
          <FormCombobox
            name="more.0"
            label={m.other}
            hint={
              <>
                {m.notKnown} <AppLink href={paths.institutionNew()}>{m.register}</AppLink>
              </>
            }
            src="/api/instytucje?strona=1"
          />
        </ActionForm>
      </Sheet>
    </Section>
  )
}

const Uninvited = ({ kinds }: { kinds: RecruitmentView['uninvited'] }) => {
  const required = kinds.filter((kind) => kind.required)
  const recommended = kinds.filter((kind) => !kind.required)
  return (
    <Section id="brakuje" title={m.uninvited} lead={kinds.length > 0 ? m.uninvitedLead : m.uninvitedNone}>
      {kinds.length > 0 && (
        <Sheet pad className="stack-4">
          {required.length > 0 && (
            <Ledger
              rows={required.map(({ key, name }) => ({
                id: key,
                content: name,
                end: <StatusBadge tone="late">{m.required}</StatusBadge>,
              }))}
            />
          )}
          {recommended.length > 0 && (
            <Disclosure summary={m.recommended(recommended.length)}>
              <Ledger rows={recommended.map(({ key, name }) => ({ id: key, content: name }))} />
            </Disclosure>
          )}
        </Sheet>
      )}
    </Section>
  )
}

/** Recruitment of institutions for one gmina. */
export default definePage({
  permission: 'recruit.list',
  render: async ({ actor, params, search }) => {
    const code = params.gmina ?? ''
    if (!/^\d{7}$/u.test(code)) notFound()
    const view = await readRecruitment.execute(actor, { gmina: code })
    const agreed = view.rows.some((row) => row.status === 'agreed')
    return (
      <>
        <Crumbs
          items={[
            { label: programmeMessages.title, href: paths.programme() },
            { label: view.gmina.name, href: paths.programmeGmina(code) },
            { label: m.title },
          ]}
        />
        <PageHead
          title={m.titleOf(view.gmina.name)}
          lead={m.lead}
          actions={
            agreed &&
            !view.hasTeam && (
              <LinkButton href={paths.teamNew(code)} variant={1} icon="plus">
                {m.found}
              </LinkButton>
            )
          }
        />
        <DoneNotice>{m.done[search.zrobione ?? '']}</DoneNotice>
        {view.toJoin && <JoinAgreed {...view.toJoin} action={joinAgreed} />}
        <Section id="zaproszone" title={m.invited}>
          <Invited rows={view.rows} today={today()} mayInvite={view.mayInvite} />
        </Section>
        <Uninvited kinds={view.uninvited} />
        {view.mayInvite && <Invite view={view} />}
      </>
    )
  },
})
