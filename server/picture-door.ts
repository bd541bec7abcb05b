import type { Admission } from '@/documents/pictures'

export type PictureDoorOptions = {
  /** Whether a picture could be there at all, without asking the database. */
  mayExist(hash: string): Promise<boolean>
  /** Whether anyone may see a picture; null when there is none. */
  isPublic(hash: string): Promise<boolean | null>
  opens(hash: string, key: string): boolean
  now(): number
  /** Tells that the database could not be asked. */
  onAway(error: unknown): void
}

/**
 * Who may see which picture: asked of the database at most once a second for each. While it is away, what was known last
 * goes on; what was not known is nobody's to see, since it may have been taken back.
 */
export function createPictureDoor(options: PictureDoorOptions) {
  const { mayExist, isPublic, opens, now, onAway } = options
  const known = new Map<string, { isPublic: boolean | null; at: number }>()
  const asking = new Map<string, Promise<boolean | null>>()

  async function ask(hash: string): Promise<boolean | null> {
    const found = await isPublic(hash)
    known.delete(hash)
    known.set(hash, { isPublic: found, at: now() })
    const [oldest] = known.keys()
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
    return found
  }

  async function look(hash: string): Promise<boolean | null> {
    const last = known.get(hash)
    if (last && now() - last.at < freshMs) return last.isPublic
    const asked = asking.get(hash) ?? ask(hash).finally(() => asking.delete(hash))
    asking.set(hash, asked)
    return asked
  }

  return async (hash: string, key: string | null): Promise<Admission> => {
    if (!(await mayExist(hash))) return 'nobody'
    const admission = (found: boolean | null): Admission => {
      if (found) return 'anyone'
      return found === false && key !== null && opens(hash, key) ? 'key' : 'nobody'
    }
    try {
      return admission(await look(hash))
    } catch (error) {
      onAway(error)
      const last = known.get(hash)
      return last ? admission(last.isPublic) : 'away'
    }
  }
}

const freshMs = 1000
const mostKnown = 20_000
