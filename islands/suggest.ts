const pauseMs = 150

/** Offers headlines for what is being typed; choosing one goes to its story. */
export function enhanceSuggest(host: HTMLElement, signal: AbortSignal): void {
  const input = host.querySelector('input')
  if (!input) return
  const list = document.createElement('datalist')
  list.id = `${input.id}-suggestions`
  host.append(list)
  input.setAttribute('list', list.id)
  let paths: Record<string, string> = {}
  let timer: ReturnType<typeof setTimeout> | undefined

  async function offer(typed: string): Promise<void> {
    const answer = await fetch(`/api/search/suggest?q=${encodeURIComponent(typed)}`, { signal })
    const stories: { headline: string; path: string }[] = answer.ok ? await answer.json() : []
    if (input?.value !== typed) return
    paths = Object.fromEntries(stories.map(({ headline, path }) => [headline, path]))
    list.replaceChildren(...Object.keys(paths).map((headline) => new Option(headline)))
  }

  input.addEventListener(
    'input',
    () => {
      clearTimeout(timer)
      const path = paths[input.value]
      if (path) location.assign(path)
      // Without an answer there are no suggestions, and searching goes on as ever.
      else timer = setTimeout(() => offer(input.value).catch(() => list.replaceChildren()), pauseMs)
    },
    { signal },
  )
}
