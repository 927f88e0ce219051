import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Disclosure } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import type { ProposalPage } from '@/lib/baskets'
import { lineFormMessages } from '@/lib/messages/pl/line-form'

const m = lineFormMessages.other

type Props = { base: string; page: ProposalPage; replacesId?: string; decisionId?: string }

/** Anything of the catalogue by anybody of the registry, when what is proposed does not fit. */
export const OtherChoice = ({ base, page, replacesId, decisionId }: Props) => {
  const { chosen } = page
  return (
    <Sheet pad className="mt-4">
      <Disclosure summary={m.title}>
        <p className="soft">{m.text}</p>
        <form action={`${base}#formularz`} method="get" className="form-fields mt-4">
          <input type="hidden" name="potrzeba" value={page.need.id} />
          {replacesId && <input type="hidden" name="zamiast" value={replacesId} />}
          {decisionId && <input type="hidden" name="decyzja" value={decisionId} />}
          <Combobox
            name="usluga"
            label={m.service}
            options={page.choices.services}
            defaultValue={chosen?.serviceKey}
            required
          />
          <Combobox
            name="wykonawca"
            label={m.provider}
            src="/api/instytucje"
            defaultValue={chosen ? { id: chosen.providerId, label: chosen.provider } : undefined}
            required
          />
          <div>
            <Button type="submit" variant={2} inline>
              {m.submit}
            </Button>
          </div>
        </form>
      </Disclosure>
    </Sheet>
  )
}
