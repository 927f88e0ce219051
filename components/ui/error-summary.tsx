'use client'

import { useEffect, useRef } from 'react'

export type FieldError = {
  /** id of the field */
  id: string
  message: string
}

type ErrorSummaryProps = { title: string; errors: readonly FieldError[]; attempt?: number }

/** All errors of a form on top of it, each a link to its field; takes the focus after each attempt. */
export const ErrorSummary = ({ title, errors, attempt = 0 }: ErrorSummaryProps) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  return (
    <div className="errors" role="alert" tabIndex={-1} ref={box}>
      <p className="errors-title">{title}</p>
      <ul className="stack mt-2">
        {errors.map(({ id, message }) => (
          <li key={id}>
            <a href={`#${id}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
