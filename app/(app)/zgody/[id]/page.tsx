import { Bases, Clauses, Consents, Institutions, Persons } from '@/app/(app)/zgody/[id]/parts'
import { AppLink } from '@/components/ui/app-link'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { accessMessages } from '@/lib/messages/pl/access'
import { privacyMessages as m } from '@/lib/messages/pl/privacy'
import { readConsentFile } from '@/lib/privacy'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

export default definePage({
  permission: 'privacy.file',
  render: async ({ actor, params }) => {
    const file = await readConsentFile.execute(actor, { caseId: params.id ?? '' })
    return (
      <>
        <Crumbs items={[{ label: m.title, href: paths.consentRegister() }, { label: file.number }]} />
        <PageHead
          title={m.file.title(file.number)}
          lead={m.file.lead}
          actions={
            <AppLink href={withParams(paths.accessLog(), { numer: file.number })}>
              {accessMessages.whoLooked}
            </AppLink>
          }
        />
        <Consents file={file} />
        <Bases file={file} />
        <Institutions file={file} />
        <Clauses file={file} />
        {file.persons.length > 0 && <Persons file={file} />}
      </>
    )
  },
})
