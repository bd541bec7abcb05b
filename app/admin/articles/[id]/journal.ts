/** What somebody has typed and the site has not confirmed: kept on their device, whatever becomes of browser, session and site. */
export type Kept = { fields: Record<string, string>; base: string; at: number }

const [database, store] = ['tribune-desk', 'drafts']

/** One person's journal of one article, or of a correction of it: whoever else signs in on the device never sees it. */
export function journalOf(viewerId: number, articleId: number, of: 'draft' | 'correction' = 'draft') {
  const key = of === 'draft' ? `${viewerId}:${articleId}` : `${viewerId}:${articleId}:${of}`
  return {
    read: () => ask<Kept | undefined>('readonly', (drafts) => drafts.get(key)),
    write: (kept: Kept) => ask('readwrite', (drafts) => drafts.put(kept, key)),
    forget: () => ask('readwrite', (drafts) => drafts.delete(key)),
  }
}

/** Resolves when it is on the disk: `strict` waits for that, so that a killed browser has it. */
async function ask<T>(
  mode: IDBTransactionMode,
  request: (drafts: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opened = await open()
  return new Promise((resolve, reject) => {
    const transaction = opened.transaction(store, mode, { durability: 'strict' })
    const asked = request(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onabort = () => reject(transaction.error)
    transaction.onerror = () => reject(transaction.error)
  })
}

let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(database, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(store)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  return opening
}
