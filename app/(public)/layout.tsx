import type { ReactNode } from 'react'
import { setTheme } from '@/app/actions'
import { PublicShell } from '@/components/layout/public-shell'
import { currentTheme } from '@/lib/web/current-theme'

const PublicLayout = async ({ children }: { children: ReactNode }) => (
  <PublicShell theme={await currentTheme()} setTheme={setTheme}>
    {children}
  </PublicShell>
)

export default PublicLayout
