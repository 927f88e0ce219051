/** What an annex changed, as a document says it. */
export const annexWords = {
  accession: (party: string, day: string) => `przystąpienie strony: ${party}, od ${day}`,
  withdrawal: (party: string, day: string) => `odejście strony: ${party}, z dniem ${day}`,
  extension: (_party: string, day: string) => `przedłużenie porozumienia do ${day}`,
} as const
