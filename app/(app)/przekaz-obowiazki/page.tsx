import { PageHead } from '@/components/ui/page-head'
import { prepareHandover } from '@/lib/handover'
import { handoverMessages as m } from '@/lib/messages/pl/handover'
import { definePage, type Search } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'
import { ChooseWork, WhoseWork } from './choose'
import { Preview } from './preview'

export const metadata = { title: m.title }

const marks = (search: Search): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search).filter(
      (entry): entry is [string, string] => entry[0].startsWith('co-') && !!entry[1],
    ),
  )

const idOf = (mark: string): string => mark.slice('co-'.length)
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text)

/** Whose work, then what and to whom, then the preview; nothing changes before its form is sent. */
export default definePage({
  permission: 'handover.prepare',
  render: async ({ search }) => {
    const { od, komu } = search
    const picked = marks(search)
    const any = Object.keys(picked).length > 0
    const things = any ? { things: Object.keys(picked).map(idOf).filter(isId) } : {}
    const view = await readPage((read) =>
      read(prepareHandover, { from: od || null, to: komu || null, ...things } as never),
    )
    const chosen = (id: string): boolean => !any || picked[`co-${id}`] !== undefined
    const previewed = view.to !== null && any && search.zmien !== 'tak'
    return (
      <>
        <PageHead title={m.title} lead={m.lead} />
        {!view.from && <WhoseWork people={view.people} />}
        {previewed ? (
          <Preview
            view={view}
            chosen={chosen}
            changeHref={withParams(paths.handover(), { od, komu, ...picked, zmien: 'tak' })}
          />
        ) : (
          <ChooseWork view={view} chosen={chosen} />
        )}
      </>
    )
  },
})
