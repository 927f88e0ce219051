import { cookies } from 'next/headers'
import { type Theme, themeFrom } from '@/lib/web/theme'

/** The theme of this browser. */
export const currentTheme = async (): Promise<Theme> => themeFrom((await cookies()).get('theme')?.value)
