'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Combobox, type ComboOption } from '@/components/ui/combobox'
import { teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.create

/** Choosing a gmina leads on at once; without JavaScript the code is typed and sent by the button. */
export const GminaPicker = ({
  action,
  src,
  chosen,
}: {
  action: string
  src: string
  chosen?: ComboOption
}) => {
  const router = useRouter()
  const go = (option: ComboOption | undefined) => {
    if (option && option.id !== chosen?.id) router.push(`${action}?gmina=${option.id}`, { scroll: false })
  }
  return (
    <form action={action} method="get" className="stack-4">
      <Combobox
        name="gmina"
        label={m.gmina}
        hint={m.gminaHint}
        src={src}
        defaultValue={chosen}
        onChosen={go}
        key={chosen?.id}
      />
      {!chosen && <Button type="submit">{m.pick}</Button>}
    </form>
  )
}
