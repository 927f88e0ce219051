type Remark = {
  readonly author: string
  readonly institution: string
  readonly body: string
  readonly answer: string | null
}

/** The end of minutes: what was remarked on the draft, and what was answered. */
export const remarkLines = (remarks: readonly Remark[]): string[] =>
  remarks.length === 0
    ? []
    : [
        '',
        'Uwagi do projektu:',
        ...remarks.map(
          (r) => `- ${r.author}, ${r.institution}: ${r.body} Odpowiedź: ${r.answer ?? 'bez odpowiedzi'}`,
        ),
      ]
