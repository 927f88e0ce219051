'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { type Place, type PlaceGroup, placeOf, shownGroups } from '@/components/cases/places'
import { Tabs } from '@/components/ui/tabs'

type CaseTabsProps = {
  label: string
  /** places in one row; or groups, of which the current one opens a second row */
  items: readonly (Place | PlaceGroup)[]
}

const asGroup = (item: Place | PlaceGroup): PlaceGroup =>
  'places' in item ? item : { label: item.label, places: [item] }

/** On a phone the row is wider than the screen: the current place is moved into it, the page itself is not. */
const intoView = (row: Element): void => {
  const here = row.querySelector('[aria-current]')
  if (!(here instanceof HTMLElement)) return
  row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2
}

/** Places inside a folder; the current one is known from the address. */
export const CaseTabs = ({ label, items }: CaseTabsProps) => {
  const path = usePathname() ?? ''
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (path) for (const row of box.current?.children ?? []) intoView(row)
  }, [path])
  const groups = shownGroups(items.map(asGroup))
  const here = placeOf(groups, path)
  const open = groups.find(({ places }) => here && places.includes(here))
  return (
    <div ref={box}>
      <Tabs
        label={label}
        items={groups.map((group) => ({
          href: group.places[0]?.href ?? '',
          label: group.label,
          current: group === open && (group.places.length === 1 ? 'page' : 'group'),
        }))}
      />
      {open && open.places.length > 1 && (
        <Tabs
          sub
          label={`${label}: ${open.label}`}
          items={open.places.map((place) => ({ ...place, current: place === here }))}
        />
      )}
    </div>
  )
}
