'use client'

import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/messages'
import { shellMessages as m } from '@/lib/messages/pl/shell'

const ErrorPage = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => (
  <div className="page page-task">
    <EmptyState
      level={1}
      art="cut"
      title={m.fault.title}
      actions={
        <Button variant={1} onClick={reset}>
          {m.fault.retry}
        </Button>
      }
    >
      {m.fault.text}{' '}
      {error.digest && (
        <span className="block">
          {m.fault.id}: <b>{error.digest}</b>
        </span>
      )}
    </EmptyState>
  </div>
)

export default ErrorPage
