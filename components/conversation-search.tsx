import { longestSearch } from '@/lib/comments/search-words'
import { say } from '@/messages/say'

/** Finds words in one conversation: a line to fill in, and what stands in it already. */
export function ConversationSearch({ articleId, typed = '' }: { articleId: number; typed?: string }) {
  return (
    <search className="mt-3 block max-w-96 text-small">
      <form action={`/news/${articleId}/comments`} className="flex items-baseline gap-3">
        <label htmlFor="talk-search" className="sr-only">
          {say('search.label')}
        </label>
        <input
          id="talk-search"
          type="search"
          name="q"
          required
          maxLength={longestSearch}
          defaultValue={typed}
          placeholder={say('search.label')}
          enterKeyHint="search"
          className="min-h-9 min-w-0 grow border-edge border-b bg-transparent py-1 text-[1rem] text-ink placeholder:text-quiet"
        />
        <button type="submit" className="min-h-9 font-semibold hover:text-accent">
          {say('search.submit')}
        </button>
      </form>
    </search>
  )
}
