import { CaseModelView } from '@/components/cases/case-model'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Ledger } from '@/components/ui/lists'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { Section, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { Changes } from '@/components/variants/changes'
import { VersionMoves } from '@/components/variants/moves'
import { type CaseVariantView, readCaseVariant } from '@/lib/cases'
import { caseVariantMessages as m } from '@/lib/messages/pl/case-variant'
import { versionWords } from '@/lib/messages/pl/variants'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'
import { moveVariantVersion } from './actions'

export const metadata = { title: m.title }

type Props = { view: CaseVariantView }

const nameOf = versionWords.full

/** The versions that could be chosen; each leads to what it would change. */
const Offers = ({ view }: Props) => (
  <Sheet pad>
    <Ledger
      rows={view.others.map((offer) => ({
        id: offer.choice,
        content: (
          <>
            <b>{nameOf(offer)}</b> {offer.ofTeam && <span className="soft">{m.move.ofTeam}</span>}
            {offer.note && <span className="soft block">{offer.note}</span>}
          </>
        ),
        end:
          view.look?.offer.choice === offer.choice ? undefined : (
            <LinkButton
              href={`${paths.caseModel(view.caseId, { na: offer.choice })}#zmiany`}
              variant={2}
              small
            >
              {m.move.look(versionWords.name(offer.number))}
            </LinkButton>
          ),
      }))}
    />
  </Sheet>
)

/** What changes and what does not, and then the step itself. */
const Look = ({ view }: Props) =>
  view.look && (
    <Section id="zmiany" title={m.move.changes(nameOf(view.look.offer))}>
      <Changes changes={view.look.changes} />
      <Section id="zostaje" title={m.move.stays} level={3}>
        <Sheet pad>
          <ul>
            <li>{view.dueOn ? m.move.due(view.dueOn) : m.move.noDue}</li>
            {view.look.kept.length > 0 && <li>{m.move.kept(view.look.kept.join(', '))}</li>}
            <li>{m.move.gates}</li>
          </ul>
          <ActionForm
            action={moveVariantVersion}
            submitLabel={m.move.button}
            label={m.move.title}
            className="mt-4"
          >
            <FormHidden name="caseId" value={view.caseId} />
            <FormHidden name="version" value={view.version} />
            <FormHidden name="toVersionId" value={view.look.offer.id ?? ''} />
            <FormTextArea
              name="reason"
              label={m.move.reason}
              hint={m.move.reasonHint}
              rows={2}
              maxLength={500}
              required
            />
          </ActionForm>
        </Sheet>
      </Section>
    </Section>
  )

const Moves = ({ view }: Props) =>
  view.moves.length > 0 && (
    <Section id="przejscia" title={m.history}>
      <VersionMoves moves={view.moves} />
    </Section>
  )

export default definePage({
  permission: 'case.variant',
  render: async ({ params, search }) => {
    const view = await readPage((read) => read(readCaseVariant, { caseId: params.id ?? '', to: search.na }))
    return (
      <>
        <SectionHead title={m.title} lead={m.lead} />
        <DoneNotice>{search.zrobione === 'model' ? m.done : undefined}</DoneNotice>
        {view.teamOther && <Notice className="mb-4">{m.teamOther(nameOf(view.teamOther))}</Notice>}
        <CaseModelView model={view} />
        {view.others.length > 0 && (
          <Section id="przejscie" title={m.move.title} lead={m.move.lead}>
            <Offers view={view} />
          </Section>
        )}
        <Look view={view} />
        <Moves view={view} />
      </>
    )
  },
})
