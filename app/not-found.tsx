import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/messages'
import { shellMessages as m } from '@/lib/messages/pl/shell'
import { paths } from '@/lib/web/paths'

const NotFound = () => (
  <main id="tresc" className="page page-task">
    <EmptyState
      level={1}
      art="cut"
      title={m.notFound.title}
      actions={
        <>
          <LinkButton href={paths.home()} variant={1}>
            {m.notFound.home}
          </LinkButton>
          <LinkButton href={paths.context()}>{m.notFound.context}</LinkButton>
        </>
      }
    >
      {m.notFound.text}
    </EmptyState>
  </main>
)

export default NotFound
