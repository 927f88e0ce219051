/** The menu item of a path: the longest address that is the path or lies above it. */
export const currentItem = (
  items: readonly { href: string; under?: string | readonly string[] }[],
  path: string,
): string | undefined =>
  items
    .flatMap(({ href, under = href }) => [under].flat().map((one) => ({ href, under: one })))
    .filter(({ under }) => under === path || (under !== '/' && path.startsWith(`${under}/`)))
    .sort((a, b) => b.under.length - a.under.length)[0]?.href
