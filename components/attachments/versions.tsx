import { formatDate, type IsoDate } from '@/lib/format/dates'
import { formatNumber } from '@/lib/format/plural'
import { attachmentMessages as m } from '@/lib/messages/pl/attachments'

export type FileVersion = {
  id: string
  href: string
  versionNo: number
  /** the ending of the file, as people know it */
  ending: string
  sizeBytes: number
  day: IsoDate
}

/** Every version of one attachment, newest first. Plain links: opening a file leaves a row in the access log. */
export const Versions = ({ what, versions }: { what: string; versions: readonly FileVersion[] }) => (
  <span>
    {versions.map((version, i) => {
      const words = m.version(
        version.versionNo,
        version.ending.toUpperCase(),
        formatNumber(Math.ceil(version.sizeBytes / 1024)),
        formatDate(version.day),
      )
      return (
        <span key={version.id}>
          {i > 0 && ', '}
          <a href={version.href} aria-label={m.of(words, what)} download>
            {words}
          </a>
        </span>
      )
    })}
  </span>
)
