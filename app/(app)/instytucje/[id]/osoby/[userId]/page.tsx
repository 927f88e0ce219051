import { endAway, noteAway } from '@/app/(app)/konto/absence-actions'
import { Absence } from '@/components/teams/absence'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { StatusBadge } from '@/components/ui/status'
import { readAbsence } from '@/lib/absence'
import { peopleMessages, personStates, personTones } from '@/lib/messages/pl/people'
import { readPerson } from '@/lib/people'
import { hasRole } from '@/lib/policy/actor'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import * as actions from './actions'
import { Admission } from './admission'
import { AuthorisationScans } from './authorisation-scans'
import { Contact } from './contact'
import { Employments } from './employments'
import { EndForm } from './end-form'
import { MarkNk } from './mark-nk'
import { Roles } from './roles'

const m = peopleMessages.person
export const metadata = { title: m.back }

/** One person of an institution: roles, authorisation, invitation, mark `nk`, end of employment with hand-over. */
export default definePage({
  permission: 'people.read',
  render: async ({ actor, params }) => {
    const institutionId = params.id ?? ''
    const person = await readPerson.execute(actor, { institutionId, userId: params.userId ?? '' })
    // who answers for the people of the own house notes an absence for them
    const heads = hasRole(actor, 'lider_gminny', 'lider_powiatowy', 'decydent')
    const absence =
      heads && institutionId === actor.institutionId && person.may.end
        ? await readAbsence.execute(actor, { userId: person.userId })
        : null
    const ids = { institutionId, userId: person.userId }
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: person.institution.name, href: paths.institution(institutionId) },
            { label: m.back, href: paths.people(institutionId) },
            { label: person.name },
          ]}
        />
        <PageHead
          title={person.name}
          lead={person.jobTitle}
          actions={<StatusBadge tone={personTones[person.state]}>{personStates[person.state]}</StatusBadge>}
        />
        <Contact person={person} ids={ids} action={actions.mendPerson} />
        <Roles person={person} ids={ids} appoint={actions.appoint} endRole={actions.endRole} />
        <Admission
          person={person}
          ids={ids}
          resend={actions.resendInvitation}
          revoke={actions.revokeInvitation}
          renew={actions.renewAuthorisation}
        />
        {absence && <Absence userId={person.userId} {...absence} note={noteAway} end={endAway} />}
        <AuthorisationScans person={person} ids={ids} attach={actions.attachAuthorisation} />
        <MarkNk person={person} ids={ids} give={actions.markNk} take={actions.unmarkNk} />
        <Employments person={person} />
        {person.may.end && <EndForm person={person} ids={ids} action={actions.endEmployment} />}
      </div>
    )
  },
})
