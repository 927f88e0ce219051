/** An address with search params; undefined and empty ones stay out. */
export const withParams = (path: string, params: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}
