export type Coding = 'br' | 'gzip' | 'identity'

/**
 * The coding to send for an `Accept-Encoding` header (RFC 9110, 12.5.3): the highest weight, and at equal weights
 * brotli before gzip before none. Never refuses: when everything is excluded the answer is `identity`.
 */
export function chooseCoding(header: string | undefined): Coding {
  if (header === undefined) return 'identity'
  const known = choices.get(header)
  if (known !== undefined) return known
  const choice = weigh(header)
  if (choices.size < mostChoices && header.length < 200) choices.set(header, choice)
  return choice
}

/** Whether a client would rather have JSON than a page: JSON's weight is above that of `text/html`. */
export function prefersJson(accept: string | undefined): boolean {
  const weights = readWeights(accept ?? '')
  const json = weights.get('application/json') ?? 0
  return json > 0 && json > (weights.get('text/html') ?? 0)
}

/** Whether a client names `text/html` as welcome, as browsers do; `*\/*` alone is a program. */
export function namesHtml(accept: string | undefined): boolean {
  return (readWeights(accept ?? '').get('text/html') ?? 0) > 0
}

const choices = new Map<string, Coding>()
const mostChoices = 200

function weigh(header: string): Coding {
  const weights = readWeights(header)
  const others = weights.get('*')
  const ranked: [Coding, number][] = [
    ['br', weights.get('br') ?? others ?? 0],
    ['gzip', weights.get('gzip') ?? weights.get('x-gzip') ?? others ?? 0],
    ['identity', weights.get('identity') ?? 0],
  ]
  let best: [Coding, number] = ['identity', 0]
  for (const choice of ranked) if (choice[1] > best[1]) best = choice
  return best[0]
}

/** Names (lower case) with their weights from 0 to 1; a malformed weight counts as 0. */
function readWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const item of header.split(',')) {
    const [name, ...parameters] = item.split(';').map((part) => part.trim().toLowerCase())
    if (name === undefined || name === '') continue
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    weights.set(
      name,
      weight === undefined ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0,
    )
  }
  return weights
}
