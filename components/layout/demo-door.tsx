import { AppLink } from '@/components/ui/app-link'
import { Icon } from '@/components/ui/icon'
import { signInMessages as m } from '@/lib/messages/pl/sign-in'

type Person = { name: string; email: string; roleName: string; institution: string }

const initials = (name: string): string =>
  name
    .split(' ')
    .map((part) => part[0])
    .slice(0, 2)
    .join('')

/** One click a person: the embedded demo's way in. Passwords stay on the server. */
export const DemoDoor = ({
  people,
  action,
  mailbox,
}: {
  people: readonly Person[]
  action: (form: FormData) => Promise<void>
  mailbox: string
}) => (
  <section aria-labelledby="demo">
    <h2 id="demo">{m.demo.title}</h2>
    <p className="soft mt-1 mb-4">{m.demo.lead}</p>
    <form action={action} className="sheet persons">
      <ul>
        {people.map(({ email, name, roleName, institution }) => (
          <li key={email}>
            <button type="submit" name="email" value={email}>
              <span className="face" aria-hidden="true">
                {initials(name)}
              </span>
              <span>
                <b>{name}</b>
                <span className="soft">
                  {roleName}, {institution}
                </span>
              </span>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
    </form>
    <p className="mt-4">
      <AppLink href={mailbox}>{m.demo.mailbox}</AppLink>
    </p>
  </section>
)
