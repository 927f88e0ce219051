import { roleNames } from '@/lib/messages/pl/roles'
import { signInMessages } from '@/lib/messages/pl/sign-in'
import { countUnread } from '@/lib/notifications'
import { workingContexts } from '@/lib/people/sessions'
import type { Role } from '@/lib/policy/actor'
import { currentTheme } from '@/lib/web/current-theme'
import { homeFor, navigationFor } from '@/lib/web/navigation'
import { paths } from '@/lib/web/paths'
import { placeOf } from '@/lib/web/place'
import { readPage } from '@/lib/web/read-page'
import { requireActor } from '@/lib/web/session'

/** What the frame of a signed-in page shows: navigation by role, who works here and where. */
export const shellFor = async () => {
  const actor = await requireActor()
  const [contexts, theme, unread] = await Promise.all([
    workingContexts(actor.userId),
    currentTheme(),
    readPage((read) => read(countUnread, {})),
  ])
  const name = `${actor.givenName} ${actor.familyName}`
  return {
    place: placeOf(actor),
    home: homeFor(actor),
    nav: navigationFor(actor),
    searchHref: paths.search(),
    notifications: { href: paths.notifications(), unread },
    theme,
    account: {
      person: { name, initials: `${actor.givenName[0] ?? ''}${actor.familyName[0] ?? ''}` },
      contexts: contexts.map((c) => ({
        id: c.institutionId,
        institution: c.institutionName,
        roles: c.roles.map((role) => roleNames[role as Role]).join(', '),
        current: c.institutionId === actor.institutionId,
      })),
      links: [
        { href: paths.institution(actor.institutionId), label: signInMessages.account.institution },
        { href: paths.account(), label: signInMessages.account.title },
      ],
    },
    guard: {
      idleMinutes: 15,
      aliveUrl: '/api/session/alive',
      personEmail: actor.email,
      personName: name,
    },
  }
}
