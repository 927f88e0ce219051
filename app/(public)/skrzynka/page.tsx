import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { formatInstant } from '@/lib/format/dates'
import { signInMessages as m } from '@/lib/messages/pl/sign-in'
import { mailbox } from '@/lib/people/mailbox'
import { definePublicPage } from '@/lib/web/define-page'
import { isDemo } from '@/lib/web/demo'

export const metadata = { title: m.mailbox.title }

/** A link in a letter becomes a link on the page. */
const withLinks = (body: string) =>
  body.split(/(https?:\/\/\S+)/u).map((part) =>
    part.startsWith('http') ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )

export default definePublicPage({
  because: 'only the embedded demo has it: letters that would have gone out to invented people',
  render: async () => {
    if (!isDemo()) notFound()
    const letters = await mailbox()
    return (
      <div className="task">
        <PageHead title={m.mailbox.title} lead={m.mailbox.lead} />
        {letters.length === 0 && (
          <EmptyState title={m.mailbox.empty} level={2}>
            {m.mailbox.emptyText}
          </EmptyState>
        )}
        {letters.map(({ id, recipient, subject, body, createdAt }) => (
          <article key={id} className="sheet pad stack mb-4">
            <h2>{subject}</h2>
            <p className="muted">
              {m.mailbox.to} {recipient}, {formatInstant(createdAt)}
            </p>
            <p className="whitespace-pre-line">{withLinks(body)}</p>
          </article>
        ))}
      </div>
    )
  },
})
