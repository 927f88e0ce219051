import { Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { peopleMessages } from '@/lib/messages/pl/people'
import type { PersonView } from '@/lib/people'

const m = peopleMessages.person

/** When the person worked here, newest first; one line while there was only one employment is enough, too. */
export const Employments = ({ person }: { person: PersonView }) => (
  <Section id="zatrudnienia" title={m.past}>
    <Sheet pad>
      <Ledger
        rows={person.employments.map(({ id, jobTitle, from, to, reason }) => ({
          id,
          content: (
            <>
              <b className="med">{jobTitle}</b>
              <span className="block soft">
                {m.period(from, to)}
                {reason && `: ${reason}`}
              </span>
            </>
          ),
        }))}
      />
    </Sheet>
  </Section>
)
