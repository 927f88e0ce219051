import { closeCase, reopenCase, startEvaluation } from '@/app/(app)/sprawy/[id]/zakonczenie/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { endingMessages as m } from '@/lib/messages/pl/plans'
import type { EndingPage } from '@/lib/plans'

type Props = { caseId: string; page: EndingPage }

const OfCase = ({ caseId, page }: Props) => (
  <>
    <FormHidden name="caseId" value={caseId} />
    <FormHidden name="version" value={page.version} />
  </>
)

/** Row 12: every line over or carried forward. */
export const Start = ({ caseId, page }: Props) => (
  <Section id="rozpocznij" title={m.start.title} lead={m.start.lead}>
    <Sheet pad>
      <ActionForm action={startEvaluation} submitLabel={m.start.button} label={m.start.title}>
        <OfCase caseId={caseId} page={page} />
        {page.open.length === 0 ? (
          <p>{m.start.none}</p>
        ) : (
          <FormChoices
            name="carry"
            legend={m.start.carry}
            options={page.open.map((l) => ({
              value: l.id,
              label: `${l.title ?? l.service}, ${l.provider.name}`,
            }))}
            multiple
          />
        )}
      </ActionForm>
    </Sheet>
  </Section>
)

/** Row 13: the leader closes. */
export const Close = ({ caseId, page }: Props) => (
  <Section id="zamkniecie" title={m.close.title} lead={m.close.lead}>
    <Sheet pad>
      {page.may.close ? (
        <ActionForm action={closeCase} submitLabel={m.close.button} label={m.close.button}>
          <OfCase caseId={caseId} page={page} />
        </ActionForm>
      ) : (
        <p className="muted">{page.closedOn ? m.close.closedOn(page.closedOn) : m.close.waits}</p>
      )}
    </Sheet>
  </Section>
)

/** Row 15: within six months the work may begin again. */
export const Reopen = ({ caseId, page }: Props) =>
  page.may.reopen && page.reopenUntil ? (
    <Section id="wznowienie" title={m.reopen.title} lead={m.reopen.lead(page.reopenUntil)}>
      <Sheet pad>
        <ActionForm
          action={reopenCase}
          submitLabel={m.reopen.button}
          submitVariant={2}
          label={m.reopen.title}
        >
          <OfCase caseId={caseId} page={page} />
          <FormTextArea name="reason" label={m.reopen.reason} rows={2} maxLength={1000} required />
        </ActionForm>
      </Sheet>
    </Section>
  ) : null
