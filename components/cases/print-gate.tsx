import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/messages'
import { Sheet } from '@/components/ui/sheet'
import { protectionMessages } from '@/lib/messages/pl/protection'

const m = protectionMessages.print

type Props = {
  persons: readonly string[]
  /** the same print with everything on it */
  whole: string
  /** the same print without the hours of the protected person, where there are any */
  without?: string
}

/** Stands in place of a print in which a protected person is, until somebody looked (domain 8.2 e). */
export const PrintGate = ({ persons, whole, without }: Props) => (
  <Sheet pad className="stack-4">
    <Notice tone="bad" title={m.title}>
      {m.who(persons.join(', '))} {m.ask}
    </Notice>
    <div className="row">
      {without && (
        <LinkButton variant={1} href={without}>
          {m.without}
        </LinkButton>
      )}
      <LinkButton variant={2} href={whole}>
        {m.whole}
      </LinkButton>
    </div>
    <p className="muted">{m.noted}</p>
  </Sheet>
)
