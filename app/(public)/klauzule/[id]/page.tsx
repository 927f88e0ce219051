import { notFound } from 'next/navigation'
import { AppLink } from '@/components/ui/app-link'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { publicClauses } from '@/lib/declarations'
import { formatDate } from '@/lib/format/dates'
import { declarations } from '@/lib/messages/pl/declarations'
import { definePublicPage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = declarations.privacy
export const metadata = { title: m.clauseTitle }

/** One controller's information clause, word for word, as the family is given it. */
export default definePublicPage({
  because: 'people served and not signed in may read who answers for their data',
  render: async ({ params }) => {
    const clause = (await publicClauses()).find(({ institutionId }) => institutionId === params.id)
    if (!clause) notFound()
    return (
      <div className="task">
        <PageHead
          title={`${m.clauseTitle}: ${clause.name}`}
          lead={m.version(clause.versionNo, formatDate(clause.validFrom))}
        />
        <Sheet pad>
          <p className="whitespace-pre-line">{clause.body}</p>
        </Sheet>
        <p className="mt-4">
          <AppLink href={paths.privacy()}>{m.back}</AppLink>
        </p>
      </div>
    )
  },
})
