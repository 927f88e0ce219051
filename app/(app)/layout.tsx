import type { ReactNode } from 'react'
import { chooseContext, setTheme, signOut } from '@/app/actions'
import { SessionGuard } from '@/components/layout/session-guard'
import { Shell } from '@/components/layout/shell'
import { WorkingPlace } from '@/components/ui/working-place'
import { footLinks } from '@/lib/messages/pl/foot'
import { shellFor } from '@/lib/web/shell'

const AppLayout = async ({ children }: { children: ReactNode }) => {
  const shell = await shellFor()
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
        <WorkingPlace id={shell.place}>{children}</WorkingPlace>
      </Shell>
    </SessionGuard>
  )
}

export default AppLayout
