/** The menu item of a path: the longest address that is the path or lies above it. */
export const currentItem = (items: readonly { href: string }[], path: string): string | undefined =>
  items
    .map((item) => item.href)
    .filter((href) => href === path || (href !== '/' && path.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0]
