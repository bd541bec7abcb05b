import type { PrismaClient } from '@/prisma/generated/client'
import type { Env } from './env'
import type { TakenIn } from './taken-in'

/**
 * What one process holds once. `server.ts` and Next's own chunks load `lib/` as two module graphs, so whatever
 * both must see lives on `globalThis` under this symbol.
 */
type Shared = {
  env?: Env
  db?: PrismaClient
  /** Lets this process hear of everything committed so far, so that a writer's next page shows what was written. */
  hearNow?: () => Promise<void>
  /** Looks at a file somebody sent and writes it anew to another path, in a process of its own. */
  takeInPicture?: (from: string, to: string) => Promise<TakenIn>
  /** Takes in an announcement that came with an answer. */
  hear?: (news: string) => void
}

const key = Symbol.for('tribune.shared')

export function shared(): Shared {
  const found: Shared | undefined = Reflect.get(globalThis, key)
  if (found) return found
  const fresh: Shared = {}
  Reflect.set(globalThis, key, fresh)
  return fresh
}
