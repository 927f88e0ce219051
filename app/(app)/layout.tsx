import type { ReactNode } from 'react'
import { chooseContext, setTheme, signOut } from '@/app/actions'
import { SessionGuard } from '@/components/layout/session-guard'
import { Shell } from '@/components/layout/shell'
import { Notice } from '@/components/ui/messages'
import { WorkingPlace } from '@/components/ui/working-place'
import { footLinks } from '@/lib/messages/pl/foot'
import { uiMessages } from '@/lib/messages/pl/ui'
import { keptFormHere } from '@/lib/web/kept-form'
import { shellFor } from '@/lib/web/shell'

const AppLayout = async ({ children }: { children: ReactNode }) => {
  const shell = await shellFor()
  const kept = await keptFormHere()
  return (
    <SessionGuard {...shell.guard} leave={signOut}>
      <Shell
        homeHref={shell.home}
        nav={shell.nav}
        searchHref={shell.searchHref}
        notifications={shell.notifications}
        account={{ ...shell.account, switchContext: chooseContext, signOut }}
        theme={shell.theme}
        setTheme={setTheme}
        footLinks={footLinks}
      >
        <WorkingPlace id={shell.place} kept={kept}>
          {kept && (
            <Notice className="mb-4" role="status">
              {uiMessages.form.keptHere(kept.form)}
            </Notice>
          )}
          {children}
        </WorkingPlace>
      </Shell>
    </SessionGuard>
  )
}

export default AppLayout
