/** Words about who else has the same form open. */
export const presenceMessages = {
  also: (name: string, institution: string, since: string) =>
    `${name} (${institution}) także ma otwarty ten formularz, od ${since}.`,
  calm: 'Można pisać dalej: gdy obie osoby zmienią to samo, przy zapisie pokażemy oba teksty obok siebie.',
} as const
