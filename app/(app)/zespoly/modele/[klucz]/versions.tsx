import { AppLink } from '@/components/ui/app-link'
import { StatusBadge } from '@/components/ui/status'
import { dateInWarsaw, formatDate } from '@/lib/format/dates'
import { variantMessages as m } from '@/lib/messages/pl/variant-pages'
import { versionWords } from '@/lib/messages/pl/variants'
import { nationalVersion, type VariantRow } from '@/lib/variants'
import { paths } from '@/lib/web/paths'

type RowProps = {
  title: string
  note: string
  facts: string
  holds: boolean
  links: readonly [string, string][]
}

const Row = ({ title, note, facts, holds, links }: RowProps) => (
  <li>
    <div className="row between">
      <b className="med">{title}</b>
      {holds && <StatusBadge tone="going">{m.versions.holds}</StatusBadge>}
    </div>
    <p>{note}</p>
    {facts && <p className="soft">{facts}</p>}
    <p className="row">
      {links.map(([href, label]) => (
        <AppLink key={href} href={href}>
          {label}
        </AppLink>
      ))}
    </p>
  </li>
)

/** What was published, newest first, and the national model at the end. */
export const Versions = ({ variant }: { variant: VariantRow }) => {
  const { key, versions, nationalTeams } = variant
  const counted = (teams: number | null) => (teams === null ? '' : m.teams(teams))
  return (
    <ul className="ledger">
      {versions.map(({ number, publishedAt, note, teams }, i) => {
        const before = versions[i + 1]?.number
        return (
          <Row
            key={number}
            title={m.versionTitle(number)}
            note={note}
            facts={[formatDate(dateInWarsaw(publishedAt)), counted(teams)].filter(Boolean).join(', ')}
            holds={i === 0}
            links={[
              [paths.model(key, String(number)), m.versions.show(versionWords.name(number))],
              [
                paths.modelCompare(key, before ? String(before) : nationalVersion.choice, String(number)),
                m.versions.changes(versionWords.moved(before ?? null, number)),
              ],
            ]}
          />
        )
      })}
      <Row
        title={m.nationalTitle}
        note={m.versions.nationalNote}
        facts={counted(nationalTeams)}
        holds={versions.length === 0}
        links={[[paths.model(key, nationalVersion.choice), m.versions.show(versionWords.name(null))]]}
      />
    </ul>
  )
}
