import { hash, verify } from '@node-rs/argon2'

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Of a random password that nobody kept, at the same cost: what is verified where there is no account.
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$mca5krEBsOeYsVoduH21Bw$wRZF+2VNr6gnPF53gvQ1l5vHOab9gtsqhVkjgdXQVP4'

// Hashing takes memory and a core on purpose: more than this many at once would starve the readers.
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost))
}

/** Whether the password is the one behind `stored`. Without a stored one it takes the same time and answers no. */
export function isPassword(stored: string | null, password: string): Promise<boolean> {
  return inTurn(async () => {
    const matches = await verify(stored ?? nobodys, password.normalize('NFKC'))
    return stored !== null && matches
  })
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
