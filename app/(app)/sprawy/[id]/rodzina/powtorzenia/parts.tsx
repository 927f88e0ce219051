import type { ComponentProps } from 'react'
import { linkPersons, unlinkPersons } from '@/app/(app)/sprawy/[id]/rodzina/powtorzenia/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormChoices, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import type { DuplicatesPage } from '@/lib/families'
import { formatDate, formatInstant } from '@/lib/format/dates'
import { duplicateMessages as m } from '@/lib/messages/pl/duplicates'
import { paths } from '@/lib/web/paths'

type Props = { page: DuplicatesPage }
type Twin = DuplicatesPage['twins'][number]
type Link = DuplicatesPage['links'][number]

/** Links to cases by number. */
export const Cases = ({ cases }: Pick<Twin, 'cases'>) => (
  <>
    {cases.map(({ id, number }) => (
      <AppLink key={id} href={paths.case(id)}>
        {number}
      </AppLink>
    ))}
  </>
)

const LinkForm = ({ caseId, twin }: { caseId: string; twin: Twin }) => (
  <ActionForm
    action={linkPersons}
    submitLabel={m.twins.submit}
    submitVariant={2}
    label={m.twins.form(twin.twinName)}
  >
    <FormHidden name="caseId" value={caseId} />
    <FormHidden name="personId" value={twin.personId} />
    <FormHidden name="twinId" value={twin.twinId} />
    <FormChoices
      name="keep"
      legend={m.twins.keep}
      options={[
        { value: 'this', label: `${twin.name}, ${m.twins.keepThis}` },
        { value: 'twin', label: `${twin.twinName}, ${m.twins.keepTwin}` },
      ]}
      defaultValue="twin"
      required
    />
    <FormTextArea name="reason" label={m.twins.reason} rows={2} maxLength={1000} required />
  </ActionForm>
)

const Pair = ({ page, twin }: Props & { twin: Twin }) => (
  <li className="stack-2">
    <p>
      <b>{m.twins.pair(twin.name, twin.twinName)}</b>
      <span className="block soft">
        {[m.twins.by[twin.by], twin.bornOn && m.twins.born(formatDate(twin.bornOn))]
          .filter(Boolean)
          .join(', ')}
      </span>
      {twin.cases.length > 0 && !twin.here && (
        <span className="block">
          {m.twins.cases('')}
          <Cases cases={twin.cases} />
        </span>
      )}
    </p>
    {twin.here && <p className="soft">{m.twins.here}</p>}
    {!twin.here && page.may.link && (
      <Disclosure summary={m.twins.submit}>
        <LinkForm caseId={page.caseId} twin={twin} />
      </Disclosure>
    )}
  </li>
)

/** Pairs that may be one person, each with how it was found. */
export const Twins = ({ page }: Props) => (
  <Section id="podpowiedzi" title={m.twins.title}>
    <Sheet pad>
      {page.twins.length === 0 ? (
        <p className="muted">{m.twins.empty}</p>
      ) : (
        <ul className="ledger">
          {page.twins.map((twin) => (
            <Pair key={`${twin.personId} ${twin.twinId}`} page={page} twin={twin} />
          ))}
        </ul>
      )}
    </Sheet>
  </Section>
)

const by = (who: string | null, at: Date): string => m.links.by(who ?? m.links.somebody, formatInstant(at))

type LinkedProps = {
  caseId: string
  link: Link
  /** takes the link back; null: not for this reader */
  undo: ComponentProps<typeof ActionForm>['action'] | null
}

/** One link with who made it and why, and the way to take it back. */
export const Linked = ({ caseId, link, undo }: LinkedProps) => (
  <li className="stack-2">
    <div className="row between">
      <p>
        <b>{m.links.pair(link.kept, link.other)}</b>
        <span className="block soft">{by(link.linkedBy, link.linkedAt)}</span>
        <span className="pre block">{link.reason}</span>
        {link.unlinkedAt && (
          <>
            <span className="block soft">{by(link.unlinkedBy, link.unlinkedAt)}</span>
            <span className="pre block">{link.unlinkReason}</span>
          </>
        )}
      </p>
      <StatusBadge tone={link.unlinkedAt ? 'off' : 'done'}>
        {link.unlinkedAt ? m.links.undone : m.links.holds}
      </StatusBadge>
    </div>
    {!link.unlinkedAt && undo && (
      <Disclosure summary={m.links.unlink}>
        <ActionForm
          action={undo}
          submitLabel={m.links.unlink}
          submitVariant={2}
          label={m.links.form(link.other)}
        >
          <FormHidden name="caseId" value={caseId} />
          <FormHidden name="linkId" value={link.id} />
          <FormTextArea name="reason" label={m.links.reason} rows={2} maxLength={1000} required />
        </ActionForm>
      </Disclosure>
    )}
  </li>
)

/** What was linked, by whom and why, also what was taken back. */
export const Links = ({ page }: Props) => (
  <Section id="polaczone" title={m.links.title}>
    <Sheet pad>
      {page.links.length === 0 ? (
        <p className="muted">{m.links.empty}</p>
      ) : (
        <ul className="ledger">
          {page.links.map((link) => (
            <Linked
              key={link.id}
              caseId={page.caseId}
              link={link}
              undo={page.may.unlink ? unlinkPersons : null}
            />
          ))}
        </ul>
      )}
    </Sheet>
  </Section>
)
