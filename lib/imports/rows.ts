/** What is wrong with a cell: the field, and the key of a message (`key:what it is about`). */
export type Reason = { readonly field: string; readonly key: string }

export type Read<T> = { readonly data: T } | { readonly reasons: readonly Reason[] }

/** good: can be added · same: there already, nothing changes · bad: cannot, and why */
export type Checked =
  | { readonly status: 'good'; readonly data: object }
  | { readonly status: 'same'; readonly recordId: string }
  | { readonly status: 'bad'; readonly reasons: readonly Reason[] }
