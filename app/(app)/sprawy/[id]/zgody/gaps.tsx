import { AppLink } from '@/components/ui/app-link'
import { Notice } from '@/components/ui/messages'
import type { ConsentGap, ConsentView } from '@/lib/consents'
import { consentMessages } from '@/lib/messages/pl/consents'
import { paths } from '@/lib/web/paths'
import { named } from './words'

const m = consentMessages.gaps

const signersOf = (gap: ConsentGap): string | null => {
  if (gap.signers.length === 0) return null
  const names = gap.signers.map((signer) => named(signer.name)).join(', ')
  return gap.anyOne ? m.anyOf(names) : m.signs(names)
}

/** Who still has to sign before the diagnosis, in words. */
export const Gaps = ({ view }: { view: ConsentView }) => {
  if (view.environment) return <Notice>{consentMessages.environment}</Notice>
  if (view.persons.every((person) => !person.takesPart)) return <Notice tone="warn">{m.nobody}</Notice>
  if (view.gaps.length === 0)
    return (
      <Notice tone="good">
        {m.complete} <AppLink href={paths.case(view.caseId)}>{m.next}</AppLink>
      </Notice>
    )
  return (
    <Notice tone="warn" title={m.title(view.gaps.length)}>
      <ul className="stack">
        {view.gaps.map((gap) => (
          <li key={gap.personId}>
            <b>{named(gap.name)}</b>
            {': '}
            {[m.reasons[gap.reason], signersOf(gap)].filter(Boolean).join('; ')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
