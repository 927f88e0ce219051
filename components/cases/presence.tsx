import { Notice } from '@/components/ui/messages'
import { formatTime } from '@/lib/format/dates'
import { presenceMessages as m } from '@/lib/messages/pl/presence'

type PresenceProps = { others: readonly { name: string; institution: string; since: Date }[] }

/** A soft word that a colleague has the same form open; nothing is locked. */
export const Presence = ({ others }: PresenceProps) =>
  others.length > 0 && (
    <Notice role="status" icon="person" className="mb-4">
      {others.map(({ name, institution, since }) => m.also(name, institution, formatTime(since))).join(' ')}{' '}
      {m.calm}
    </Notice>
  )
