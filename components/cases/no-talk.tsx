import { FormSelect } from '@/components/ui/form-fields'
import { noTalkNames } from '@/lib/messages/pl/closing'
import { talkMessages as m } from '@/lib/messages/pl/talk'

const options = Object.entries(noTalkNames).map(([value, label]) => ({ value, label }))

/** Work that ends without the closing talk says why. */
export const NoTalkReason = () => (
  <FormSelect name="noTalkKey" label={m.noTalk} hint={m.noTalkHint} options={options} optional />
)
