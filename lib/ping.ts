const limitMs = 10_000

/** Tells a WebSub hub that these addresses have something new. Throws unless it says 2xx. */
export async function pingHub(hub: URL, addresses: readonly string[]): Promise<void> {
  const body = new URLSearchParams([['hub.mode', 'publish'], ...addresses.map((url) => ['hub.url', url])])
  await post(hub, body, 'application/x-www-form-urlencoded')
}

/** Tells search engines of changed pages (indexnow.org). Throws unless the answer is 2xx. */
export async function pingSearch(
  engine: URL,
  key: string,
  site: URL,
  urlList: readonly string[],
): Promise<void> {
  const keyLocation = new URL(`/${key}.txt`, site).href
  const body = JSON.stringify({ host: site.host, key, keyLocation, urlList })
  await post(engine, body, 'application/json; charset=utf-8')
}

async function post(url: URL, body: string | URLSearchParams, type: string): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(limitMs),
    headers: { 'Content-Type': type },
    body,
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`${url.host} answered ${answer.status}`)
}
