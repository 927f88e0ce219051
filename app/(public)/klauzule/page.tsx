import { AppLink } from '@/components/ui/app-link'
import { PageHead, Section } from '@/components/ui/page-head'
import { publicClauses } from '@/lib/declarations'
import { formatDate } from '@/lib/format/dates'
import { declarations } from '@/lib/messages/pl/declarations'
import { definePublicPage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = declarations.privacy
export const metadata = { title: m.title }

export default definePublicPage({
  because: 'people served and not signed in may read who answers for their data',
  render: async () => {
    const clauses = await publicClauses()
    return (
      <div className="task">
        <PageHead title={m.title} lead={m.lead} />
        {m.sections.map((section) => (
          <Section key={section.id} id={section.id} title={section.title}>
            <p>{section.text}</p>
          </Section>
        ))}
        <Section id="instytucje" title={m.clausesTitle}>
          {clauses.length === 0 ? (
            <p>{m.noClauses}</p>
          ) : (
            <ul className="ledger">
              {clauses.map((clause) => (
                <li key={clause.institutionId}>
                  <AppLink href={paths.privacyOf(clause.institutionId)}>{clause.name}</AppLink>
                  <span className="block soft">
                    {m.version(clause.versionNo, formatDate(clause.validFrom))}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    )
  },
})
