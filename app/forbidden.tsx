import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/messages'
import { shellMessages as m } from '@/lib/messages/pl/shell'
import { paths } from '@/lib/web/paths'

const Forbidden = () => (
  <main id="tresc" className="page page-task">
    <EmptyState
      level={1}
      art="locked"
      title={m.forbidden.title}
      actions={
        <LinkButton href={paths.home()} variant={1}>
          {m.notFound.home}
        </LinkButton>
      }
    >
      {m.forbidden.text}
    </EmptyState>
  </main>
)

export default Forbidden
