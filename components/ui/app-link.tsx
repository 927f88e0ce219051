import Link from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link inside the product. Never prefetched: reading is audited, and a hover must leave no trace
 * that someone looked. For files use a plain `<a href download>`.
 */
export const AppLink = (props: Omit<ComponentProps<typeof Link>, 'prefetch'>) => (
  <Link {...props} prefetch={false} />
)
