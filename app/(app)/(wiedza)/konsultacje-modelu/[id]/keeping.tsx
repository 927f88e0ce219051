import {
  closeModelConsultation,
  inviteOutside,
  takeBackInvitation,
} from '@/app/(app)/(wiedza)/konsultacje-modelu/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { modelMessages } from '@/lib/messages/pl/model-consultations'
import type { ModelPage } from '@/lib/model-consultations'

const m = modelMessages.page

const stateOf = (one: ModelPage['invitations'][number]): string =>
  one.endedAt ? m.ended : one.openedAt ? m.opened : m.notOpened

/** Letters with a secret link, and what became of them. */
export const Invitations = ({ view }: { view: ModelPage }) =>
  view.may['model.invite'] ? (
    <Section id="zaproszenia" title={m.invite} lead={m.inviteLead}>
      <Sheet pad className="stack-4">
        {view.invitations.length > 0 && (
          <Ledger
            rows={view.invitations.map((one) => ({
              id: one.id,
              content: (
                <>
                  {one.recipient} <span className="muted">{stateOf(one)}</span>
                </>
              ),
              end:
                one.endedAt || view.state !== 'open' ? undefined : (
                  <ActionForm
                    action={takeBackInvitation}
                    submitLabel={m.takeBack}
                    submitVariant={2}
                    label={`${m.takeBack}: ${one.recipient}`}
                    inline
                    small
                  >
                    <FormHidden name="modelInvitationId" value={one.id} />
                  </ActionForm>
                ),
            }))}
          />
        )}
        {view.state === 'open' && (
          <ActionForm action={inviteOutside} submitLabel={m.inviteSubmit} submitVariant={2} label={m.invite}>
            <FormHidden name="modelConsultationId" value={view.id} />
            <FormTextArea
              name="emails"
              label={m.emails}
              hint={m.emailsHint}
              rows={2}
              maxLength={4000}
              required
            />
          </ActionForm>
        )}
      </Sheet>
    </Section>
  ) : null

/** The summary that ends it, once every remark has its answer. */
export const Closing = ({ view }: { view: ModelPage }) => {
  if (!view.may['model.close'] || view.closedAt) return null
  const open = view.remarks.filter((r) => r.verdict === null).length
  const wait = view.lastDay ? open > 0 && m.closeUnanswered(open) : m.closeEarly
  return (
    <Section id="zamkniecie" title={m.close}>
      <Sheet pad>
        {wait ? (
          <p className="soft">{wait}</p>
        ) : (
          <Disclosure summary={m.close} open>
            <ActionForm action={closeModelConsultation} submitLabel={m.closeSubmit} label={m.close}>
              <FormHidden name="modelConsultationId" value={view.id} />
              <FormHidden name="version" value={view.version} />
              <FormTextArea
                name="summary"
                label={m.summary}
                hint={`${m.summaryHint} ${knowledgeMessages.noNames}`}
                rows={6}
                maxLength={6000}
                required
              />
            </ActionForm>
          </Disclosure>
        )}
      </Sheet>
    </Section>
  )
}
