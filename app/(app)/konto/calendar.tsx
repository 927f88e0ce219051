import { makeFeed, revokeFeed } from '@/app/(app)/spotkania/actions'
import { ActionForm } from '@/components/ui/action-form'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { dateInWarsaw } from '@/lib/format/dates'
import { meetingMessages } from '@/lib/messages/pl/meetings'

const m = meetingMessages.feed

/** The own meetings in the own calendar: a secret address, told once and revoked at any time. */
export const CalendarFeed = ({ since }: { since: Date | null }) => (
  <Section id="kalendarz" title={m.title} lead={m.lead}>
    <Sheet pad className="stack-4">
      {since && <p>{m.since(dateInWarsaw(since))}</p>}
      <ActionForm
        action={makeFeed}
        label={since ? m.again : m.make}
        submitLabel={since ? m.again : m.make}
        submitVariant={2}
      />
      {since && (
        <ActionForm action={revokeFeed} label={m.revoke} submitLabel={m.revoke} submitVariant="bad" />
      )}
    </Sheet>
  </Section>
)
