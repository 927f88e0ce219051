import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { ConnectionGuard } from '@/components/layout/connection-guard'
import { LinkPilot } from '@/components/layout/link-pilot'
import { shellMessages } from '@/lib/messages/pl/shell'
import { currentTheme } from '@/lib/web/current-theme'

export const metadata: Metadata = {
  title: { default: shellMessages.product, template: `%s – ${shellMessages.product}` },
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

const RootLayout = async ({ children }: { children: ReactNode }) => {
  const theme = await currentTheme()
  return (
    <html lang="pl" data-theme={theme === 'system' ? undefined : theme}>
      <body>
        {children}
        <LinkPilot />
        <ConnectionGuard />
      </body>
    </html>
  )
}

export default RootLayout
