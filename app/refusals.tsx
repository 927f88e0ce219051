import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/messages'
import { shellMessages as m } from '@/lib/messages/pl/shell'
import { paths } from '@/lib/web/paths'

/** There is no such thing, or not for this person: the two are told alike. */
export const NotFoundState = () => (
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
)

/** The page belongs to other roles. */
export const ForbiddenState = () => (
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
)
