import { attachScan } from '@/app/(app)/sprawy/[id]/zgody/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormFile, FormHidden } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { type ConsentEntry, type ConsentView, scanLimit } from '@/lib/consents'
import { formatNumber } from '@/lib/format/plural'
import { consentMessages } from '@/lib/messages/pl/consents'
import { consentErrors } from '@/lib/messages/pl/consents-errors'
import { paths } from '@/lib/web/paths'
import { named } from './words'

const m = consentMessages.scan

/** The scans of one signed card, and the form for another one. A plain link: opening a file leaves a row in the log. */
export const Scans = ({ view, entry }: { view: ConsentView; entry: ConsentEntry }) => (
  <>
    {entry.scans.length > 0 && (
      <p>
        {entry.scans.map((scan, i) => (
          <span key={scan.id}>
            {i > 0 && ', '}
            <a href={paths.caseConsentScan(view.caseId, scan.id)} download>
              {m.version(
                scan.versionNo,
                m.kinds[scan.mediaType] ?? '',
                formatNumber(Math.ceil(scan.sizeBytes / 1024)),
              )}
            </a>
          </span>
        ))}
      </p>
    )}
    {view.may['consent.attachScan'] && (
      <Disclosure summary={m.open}>
        <ActionForm
          action={attachScan}
          submitLabel={m.submit}
          submitVariant={2}
          label={m.label(named(entry.person))}
        >
          <FormHidden name="caseId" value={view.caseId} />
          <FormHidden name="consentId" value={entry.id} />
          <FormFile
            name="file"
            label={m.file}
            hint={m.hint}
            maxBytes={scanLimit}
            tooLarge={consentErrors.fields.scanTooLarge}
            accept="application/pdf,image/jpeg,image/png"
            required
          />
        </ActionForm>
      </Disclosure>
    )}
  </>
)
