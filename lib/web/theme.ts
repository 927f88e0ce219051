export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

/** The theme that the cookie names; anything else follows the system. */
export const themeFrom = (value: string | null | undefined): Theme =>
  themes.find((theme) => theme === value) ?? 'system'
