import { Families } from '@/app/(app)/sprawy/[id]/rodzina/powtorzenia/families'
import { Links, Twins } from '@/app/(app)/sprawy/[id]/rodzina/powtorzenia/parts'
import { AppLink } from '@/components/ui/app-link'
import { Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { readDuplicates } from '@/lib/families'
import { duplicateMessages as m } from '@/lib/messages/pl/duplicates'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

const doneText = (code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(m.done, code) ? m.done[code as keyof typeof m.done] : undefined

/** Records of the own unit that may be one person, and those that are linked as one. */
export default definePage({
  permission: 'person.duplicates',
  render: async ({ params, search }) => {
    const caseId = params.id ?? ''
    const page = await readPage((read) => read(readDuplicates, { caseId }))
    const done = doneText(search.zrobione)
    return (
      <>
        <SectionHead
          title={m.title}
          lead={m.lead}
          actions={<AppLink href={paths.caseFamily(caseId)}>{m.back}</AppLink>}
        />
        {done && (
          <Notice tone="good" role="status" className="mb-4">
            {done}
          </Notice>
        )}
        <Twins page={page} />
        <Families page={page} />
        <Links page={page} />
      </>
    )
  },
})
