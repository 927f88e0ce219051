import { AppLink } from '@/components/ui/app-link'
import { Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { listConsents } from '@/lib/consents'
import { consentMessages as m } from '@/lib/messages/pl/consents'
import { ledgerMessages } from '@/lib/messages/pl/ledger'
import { sightMessages } from '@/lib/messages/pl/sight'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { Bases } from './bases'
import { ClauseForm } from './clause-form'
import { ConsentForm } from './consent-form'
import { Gaps } from './gaps'
import { History } from './history'
import { WhoSees } from './who-sees'

export const metadata = { title: m.title }

const savedText = (code: string | undefined): string | null =>
  code !== undefined && Object.hasOwn(m.saved, code) ? m.saved[code as keyof typeof m.saved] : null

export default definePage({
  permission: 'consent.list',
  render: async ({ actor, params, search }) => {
    const view = await listConsents.execute(actor, { caseId: params.id ?? '' })
    const saved = savedText(search.zapisano)
    const asks = view.askable && !view.environment
    return (
      <>
        <SectionHead
          title={m.title}
          actions={
            <>
              <AppLink href={paths.caseSight(view.caseId)}>{sightMessages.title}</AppLink>
              {view.may['audit.ledger'] && (
                <AppLink href={paths.caseLedger(view.caseId)}>{ledgerMessages.link}</AppLink>
              )}
            </>
          }
        />
        {saved && (
          <Notice tone="good" role="status">
            {saved}
          </Notice>
        )}
        <Gaps view={view} />
        {!view.environment && <WhoSees view={view} />}
        {view.tellable && !view.environment && view.may['clause.deliver'] && <ClauseForm view={view} />}
        {asks && view.may['consent.record'] && view.persons.some((person) => person.takesPart) && (
          <ConsentForm view={view} />
        )}
        {!view.environment && <History view={view} />}
        <Bases view={view} />
      </>
    )
  },
})
