/** What a consultation of the model is ordered by (the published models' own headings). */
export const modelThemes = ['organisation', 'leadership', 'partners', 'law', 'money'] as const
export type ModelTheme = (typeof modelThemes)[number]

/** The same, and two more of daily work, for questions and the library. */
export const themes = [...modelThemes, 'family', 'data'] as const
export type Theme = (typeof themes)[number]
