import type { ReactNode } from 'react'
import { Tabs, type TabsProps } from '@/components/ui/tabs'

type Fact = { label: string; value: ReactNode }

type FolderProps = {
  /** number of the case, on the tab */
  number: string
  title: ReactNode
  facts?: readonly Fact[]
  /** badge and links on the right */
  aside?: ReactNode
  tabs?: TabsProps
  /** tabs that know the address by themselves, instead of `tabs` */
  places?: ReactNode
}

/** A family's folder: the tab carries the number, the body the name, facts and places inside. */
export const Folder = ({ number, title, facts = [], aside, tabs, places }: FolderProps) => (
  <div className="folder">
    <div className="folder-tab">{number}</div>
    <div className="folder-body">
      <div className="folder-in row between top">
        <div>
          <h1>{title}</h1>
          {facts.length > 0 && (
            <dl className="facts">
              {facts.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}:</dt> <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
        {aside && <div className="row">{aside}</div>}
      </div>
      {tabs && <Tabs {...tabs} />}
      {places}
    </div>
  </div>
)
