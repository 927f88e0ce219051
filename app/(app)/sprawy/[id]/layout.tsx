import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { CaseTabs } from '@/components/cases/case-tabs'
import { LinkButton } from '@/components/ui/button'
import { Folder } from '@/components/ui/folder'
import { Crumbs } from '@/components/ui/page-head'
import { StatusBadge } from '@/components/ui/status'
import { isOpen } from '@/lib/cases'
import { formatDate } from '@/lib/format/dates'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'
import { noteMessages } from '@/lib/messages/pl/notes'
import { restrictionMessages } from '@/lib/messages/pl/restriction'
import { caseHead } from '@/lib/web/case-head'
import { caseTabs } from '@/lib/web/case-tabs'
import { paths } from '@/lib/web/paths'

const m = caseMessages.folder
export const metadata = { title: m.title }

const CaseLayout = async ({ children, params }: { children: ReactNode; params: Promise<{ id: string }> }) => {
  const head = await caseHead((await params).id)
  if (!head) notFound()
  const facts = [
    ...(head.teamName ? [{ label: m.team, value: head.teamName }] : []),
    { label: m.owner, value: head.ownerName },
    ...(head.coordinator
      ? [{ label: head.words.roles.koordynator_rodziny ?? m.coordinator, value: head.coordinator }]
      : []),
    { label: m.since, value: formatDate(head.statusSince) },
    ...(head.dueOn ? [{ label: m.due, value: formatDate(head.dueOn) }] : []),
  ]
  return (
    <>
      <Crumbs items={[{ label: caseMessages.list.title, href: paths.cases() }, { label: head.number }]} />
      <Folder
        number={head.number}
        title={head.label ?? (head.subject === 'environment' ? m.environment : m.unnamed)}
        facts={facts}
        aside={
          <>
            {head.may['note.write'] && isOpen(head.status) && (
              <LinkButton href={paths.caseNoteNew(head.id)} icon="edit" inline>
                {noteMessages.add}
              </LinkButton>
            )}
            {head.restricted && <StatusBadge tone="mine">{restrictionMessages.badge}</StatusBadge>}
            <StatusBadge tone={stageNames[head.status].tone}>{stageNames[head.status].name}</StatusBadge>
          </>
        }
        places={<CaseTabs label={m.tabs.label} items={caseTabs(head)} />}
      />
      <div className="sec">{children}</div>
    </>
  )
}

export default CaseLayout
