import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden, FormText } from '@/components/ui/form-fields'
import { Ledger } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatInstant } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { caseWorkMessages } from '@/lib/messages/pl/case-work'
import { caseMessages } from '@/lib/messages/pl/cases'

const m = caseMessages.duplicates
const w = caseWorkMessages.elsewhere

export type OtherCase = { caseId: string; number: string; name: string; main: boolean }
export type Search = {
  id: string
  at: Date
  by: string | null
  reason: string
  knownTo: readonly string[]
}

/** Persons of this case in another open one: nothing forbids it, but somebody should know (domain 5.3.3). */
export const Elsewhere = ({ others }: { others: readonly OtherCase[] }) =>
  others.length === 0 ? null : (
    <Notice tone="warn" title={w.title} className="mt-4">
      <ul className="stack">
        {others.map((other) => (
          <li key={`${other.caseId} ${other.name}`}>
            {other.main ? w.main(other.name) : w.member(other.name)}{' '}
            <AppLink href={`/sprawy/${other.caseId}`}>{other.number}</AppLink>
          </li>
        ))}
      </ul>
    </Notice>
  )

/** The search and the answers it gave before: it is not made a second time only to read them. */
export const Duplicates = ({
  caseId,
  searches,
  action,
}: {
  caseId: string
  searches: readonly Search[]
  action: FormAction
}) => (
  <Section id="duplicates" title={m.title} lead={m.lead}>
    <Sheet pad className="stack-4">
      {searches.length > 0 && (
        <Ledger
          rows={searches.map((s) => ({
            id: s.id,
            content: (
              <>
                <b>{s.knownTo.length > 0 ? m.known(s.knownTo.join(', ')) : m.none}</b>
                <span className="block soft">
                  {[formatInstant(s.at), s.by, s.reason].filter(Boolean).join(', ')}
                </span>
              </>
            ),
          }))}
        />
      )}
      <ActionForm action={action} submitLabel={m.submit} label={m.title}>
        <FormHidden name="caseId" value={caseId} />
        <FormText name="reason" label={m.reason} defaultValue={m.reasonDefault} required />
      </ActionForm>
    </Sheet>
  </Section>
)
