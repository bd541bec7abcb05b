import { longestSearch } from '@/lib/search/search'
import { say } from '@/messages/say'

/** The search box over every page. A narrow screen has a link in its place, to the page with a larger one. */
export function SearchBox() {
  return (
    <search aria-label={say('find.label')} className="ms-auto shrink-0">
      <a href="/search" className="inline-block py-2 no-underline hover:text-accent pad:hidden">
        {say('find.submit')}
      </a>
      <form action="/search" className="hidden items-baseline pad:flex">
        <tribune-suggest>
          <input
            id="site-search"
            type="search"
            name="q"
            required
            maxLength={longestSearch}
            aria-label={say('find.label')}
            placeholder={say('find.submit')}
            enterKeyHint="search"
            autoComplete="off"
            className="w-36 border-edge border-b bg-transparent py-[3px] text-ink placeholder:text-quiet focus:w-56"
          />
        </tribune-suggest>
        <button type="submit" className="sr-only focus:not-sr-only">
          {say('find.submit')}
        </button>
      </form>
    </search>
  )
}

/** The box where searching is what the page is for, with what stands in it already. */
export function SearchForm({ typed = '', sort }: { typed?: string; sort?: 'date' }) {
  return (
    <search aria-label={say('find.heading')} className="mt-5 block">
      <form action="/search" className="flex max-w-[42rem] items-baseline gap-4">
        <label htmlFor="search" className="sr-only">
          {say('find.label')}
        </label>
        <tribune-suggest className="min-w-0 grow">
          <input
            id="search"
            type="search"
            name="q"
            dir="auto"
            required
            maxLength={longestSearch}
            defaultValue={typed}
            enterKeyHint="search"
            autoComplete="off"
            className="min-h-11 w-full border-edge border-b bg-transparent py-1 font-serif text-[1.25rem] text-ink"
          />
        </tribune-suggest>
        {sort && <input type="hidden" name="sort" value={sort} />}
        <button type="submit" className="min-h-11 font-semibold hover:text-accent">
          {say('find.submit')}
        </button>
      </form>
    </search>
  )
}
