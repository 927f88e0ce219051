import type { ComponentProps } from 'react'

type AppLinkProps = ComponentProps<'a'> & {
  readonly href: string
  /** `false`: the page stays where it is scrolled to (another order of the same list) */
  readonly scroll?: boolean
}

/**
 * A link inside the product, followed by components/layout/link-pilot.tsx. Never prefetched: reading is audited, and a
 * hover must leave no trace that someone looked. For files use a plain `<a href download>`.
 */
export const AppLink = ({ scroll = true, ...props }: AppLinkProps) => (
  <a data-in={scroll ? '' : 'stay'} {...props} />
)
