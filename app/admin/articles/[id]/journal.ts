/** What somebody has typed and the site has not confirmed: kept on their device, whatever becomes of browser, session and site. */
export type Kept = { fields: Record<string, string>; base: string; at: number }
export type Left = { key: string; kept: Kept }
export type Journal = ReturnType<typeof journalOf>

const [database, store] = ['tribune-desk', 'drafts']
/** A page that was just left may need a moment to be gone. */
const goneMs = 500

/**
 * One page's journal of an article, or of a correction of it. What is in it is its own to send while it lives; what pages
 * left that are no more is for whichever of the same person's comes next. Whoever else signs in on the device never sees it.
 */
export function journalOf(viewerId: number, articleId: number, of: 'draft' | 'correction' = 'draft') {
  const place = `${viewerId}:${articleId}:${of}:`
  const own = `${place}${crypto.randomUUID()}`
  const close = holdLock(own)
  const all = () => IDBKeyRange.bound(place, `${place}\uffff`)
  return {
    write: (kept: Kept) => ask('readwrite', (drafts) => drafts.put(kept, own)),
    forget: (key = own) => ask('readwrite', (drafts) => drafts.delete(key)),
    forgetAll: () => ask('readwrite', (drafts) => drafts.delete(all())),
    /** What pages left that are no more, the oldest first. */
    async left(): Promise<Left[]> {
      const keys = await ask('readonly', (drafts) => drafts.getAllKeys(all()))
      const found: Left[] = []
      for (const key of keys.map(String)) {
        if (key === own || !(await isGone(key))) continue
        const kept = await ask<Kept | undefined>('readonly', (drafts) => drafts.get(key))
        if (kept) found.push({ key, kept })
      }
      return found.sort((one, other) => one.kept.at - other.kept.at)
    },
    close,
  }
}

/** Held by a page for as long as it lives, however it ends. */
function holdLock(name: string): () => void {
  let release = () => {}
  const isOver = new Promise<void>((resolve) => {
    release = resolve
  })
  // Over plain HTTP there are no locks: then every other page counts as gone.
  void navigator.locks?.request(name, () => isOver)
  return release
}

async function isGone(name: string): Promise<boolean> {
  if (!navigator.locks) return true
  const signal = AbortSignal.timeout(goneMs)
  return navigator.locks.request(name, { signal }, () => true).catch(() => false)
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
