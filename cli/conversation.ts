import { parseArgs } from 'node:util'
import {
  type ConversationAsItIs,
  type ConversationChange,
  type ConversationRefusal,
  changeConversation,
} from '@/lib/articles/commands-conversation'
import { neverHappens } from '@/lib/outcome'
import { publicId } from '@/lib/public-id'
import { usage } from './usage'
import { withDatabase } from './with-database'

const options = {
  mode: { type: 'string' },
  guest: { type: 'string', multiple: true },
  'no-guest': { type: 'string', multiple: true },
  open: { type: 'boolean', default: false },
  close: { type: 'boolean', default: false },
} as const

/** `tribune conversation ID …`: how readers talk under an article. Without options it says how it is. */
export async function runConversation(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (!asked) {
    process.stderr.write(usage)
    return 2
  }
  return withDatabase(async () => {
    const changed = await changeConversation(asked.id, asked.change)
    if (changed.ok) {
      process.stdout.write(`News ID ${asked.id}: ${sentenceOf(changed.value)}\n`)
      return 0
    }
    process.stderr.write(`Nothing was changed: ${reasonOf(changed)}.\n`)
    return 1
  })
}

function sentenceOf({ mode, conversation, guests }: ConversationAsItIs): string {
  const who = guests.map(({ handle, name, title }) => `${name} (${handle}), ${title}`)
  return `${mode}, ${conversation}; ${who.length > 0 ? `guests: ${who.join('; ')}` : 'no guests'}`
}

function reasonOf(refusal: ConversationRefusal): string {
  switch (refusal.error) {
    case 'no-article':
      return 'there is no article with this News ID'
    case 'too-many-guests':
      return 'there may be twenty guests'
    case 'no-reader':
      return `nobody has the handle ${refusal.handle}`
    case 'bad-title':
      return `the title of ${refusal.handle} needs a letter, and has up to 60 characters`
    default:
      return neverHappens(refusal)
  }
}

function readArguments(args: string[]): { id: number; change: ConversationChange } | null {
  const parsed = parse(args)
  const id = publicId(parsed?.positionals[0] ?? '')
  if (!parsed || id === null || parsed.positionals.length > 1) return null
  const { mode, guest = [], open, close, 'no-guest': noGuests = [] } = parsed.values
  if ((open && close) || (mode !== undefined && mode !== 'questions' && mode !== 'comments')) return null
  const guests = guest.map((each) => {
    const [handle = '', ...title] = each.split('=')
    return { handle, title: title.join('=') }
  })
  return {
    id,
    change: {
      guests,
      noGuests,
      ...(mode ? { mode } : {}),
      ...(open ? { conversation: 'open' } : close ? { conversation: 'closed' } : {}),
    },
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
