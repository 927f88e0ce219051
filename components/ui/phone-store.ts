import type { Sealed } from '@/components/ui/phone-seal'

/** A sealed text under a random id: neither says whose it is or about whom. */
export type Kept = Sealed & { readonly id: string }

const database = 'kooperacja'
const table = 'typed'

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** One step, on a connection that is closed at once: an open one would hold up `forgetTyped` of another tab. */
const step = async <T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const db = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(table, mode)
      const request = work(transaction.objectStore(table))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    db.close()
  }
}

export const putKept = (kept: Kept): Promise<unknown> => step('readwrite', (store) => store.put(kept))
export const dropKept = (id: string): Promise<unknown> => step('readwrite', (store) => store.delete(id))
export const allKept = (): Promise<Kept[]> => step('readonly', (store): IDBRequest<Kept[]> => store.getAll())

/** Deletes all that was kept in this browser, whoever typed it. */
export const forgetTyped = (): void => {
  indexedDB.deleteDatabase(database)
}
