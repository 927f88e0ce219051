import type { ReactNode } from 'react'
import { Shell } from '@/components/layout/shell'
import type { Theme } from '@/components/layout/theme-switch'
import { footLinks } from '@/lib/messages/pl/foot'

/** The frame before a working context is chosen: brand and foot only. */
export const PublicShell = ({
  theme,
  setTheme,
  children,
}: {
  theme: Theme
  setTheme: (form: FormData) => Promise<void>
  children: ReactNode
}) => (
  <Shell theme={theme} setTheme={setTheme} footLinks={footLinks}>
    {children}
  </Shell>
)
