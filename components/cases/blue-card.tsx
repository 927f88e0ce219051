import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden } from '@/components/ui/form-fields'
import { DefinitionList } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import type { FormAction } from '@/lib/format/form-state'
import { caseWorkMessages } from '@/lib/messages/pl/case-work'

const m = caseWorkMessages.blueCard

type Head = {
  id: string
  blueCard: {
    suspected: boolean
    route: 'instead' | 'parallel' | null
    inProgress: boolean
    redirected: boolean
  } | null
  may: Record<'case.flagNk', boolean>
}

/** Only for who holds the mark `nk`: what is known of the separate procedure, and whether it runs (domain 8.2 b). */
export const BlueCard = ({ head, action }: { head: Head; action: FormAction }) => {
  const card = head.blueCard
  if (!card) return null
  return (
    <Section id="nk" title={m.title} lead={m.lead}>
      <Sheet pad className="stack-4">
        <DefinitionList
          items={[
            {
              term: m.procedure,
              value: (
                <ToneText tone={card.inProgress ? 'late' : 'off'}>
                  {card.inProgress ? m.runs : m.runsNot}
                </ToneText>
              ),
            },
            { term: m.suspicion, value: card.suspected ? m.suspected : m.suspectedNot },
            { term: m.route, value: card.route && m.routes[card.route] },
            { term: m.redirection, value: card.redirected ? m.redirected : null },
          ]}
        />
        {head.may['case.flagNk'] && (
          <ActionForm action={action} submitLabel={m.submit} submitVariant={2} label={m.title}>
            <FormHidden name="caseId" value={head.id} />
            <FormChoices
              name="inProgress"
              legend={m.question}
              chips
              required
              defaultValue={card.inProgress ? 'yes' : 'no'}
              options={[
                { value: 'yes', label: m.yes },
                { value: 'no', label: m.no },
              ]}
            />
          </ActionForm>
        )}
      </Sheet>
    </Section>
  )
}
