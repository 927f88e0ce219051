import { ActionForm } from '@/components/ui/action-form'
import { FormDate, FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/format/form-state'
import { peopleMessages } from '@/lib/messages/pl/people'
import { roleNames } from '@/lib/messages/pl/roles'
import type { PersonView } from '@/lib/people'
import { IdFields, type PersonIds } from './ids'

const m = peopleMessages.person

type Held = PersonView['roles'][number]

const words = (role: Held): string =>
  [role.team && m.inTeam(role.team), m.period(role.from, role.to), role.givenBy && m.givenBy(role.givenBy)]
    .filter(Boolean)
    .join(', ')

type RolesProps = { person: PersonView; ids: PersonIds; appoint: FormAction; endRole: FormAction }

const HeldRoles = ({ person, ids, endRole }: Omit<RolesProps, 'appoint'>) => (
  <Sheet pad>
    <Ledger
      rows={[
        ...person.roles.map((role) => ({
          id: role.id,
          content: (
            <>
              <b className="med">{roleNames[role.role]}</b>
              <span className="block soft">{words(role)}</span>
            </>
          ),
          end: role.mayEnd ? (
            <ActionForm
              action={endRole}
              label={m.endRoleOf(roleNames[role.role])}
              submitLabel={m.endRole}
              submitVariant={2}
              inline
              small
            >
              <IdFields {...ids} />
              <FormHidden name="assignmentId" value={role.id} />
            </ActionForm>
          ) : undefined,
        })),
        ...person.caseRoles.map(({ role, count }) => ({
          id: role,
          content: (
            <>
              <b className="med">{roleNames[role]}</b>
              <span className="block soft">{m.caseRole(count)}</span>
            </>
          ),
        })),
      ]}
    />
  </Sheet>
)

/** Roles with their dates; those that the reader gives can be given and ended here. */
export const Roles = ({ person, ids, appoint, endRole }: RolesProps) => (
  <Section id="role" title={m.roles}>
    {person.roles.length + person.caseRoles.length === 0 ? (
      <p className="soft">{m.noRoles}</p>
    ) : (
      <HeldRoles person={person} ids={ids} endRole={endRole} />
    )}
    {person.may.appoint && person.grantable.length > 0 && (
      <div className="mt-4">
        <Disclosure summary={m.addRole}>
          <ActionForm action={appoint} label={m.addRole} submitLabel={m.addRole} submitVariant={2}>
            <IdFields {...ids} />
            <FormSelect
              name="role"
              label={m.role}
              options={person.grantable.map((role) => ({ value: role, label: roleNames[role] }))}
              width="medium"
              required
            />
            <FormDate name="endsOn" label={m.roleUntil} hint={m.roleUntilHint} />
          </ActionForm>
        </Disclosure>
      </div>
    )}
  </Section>
)
