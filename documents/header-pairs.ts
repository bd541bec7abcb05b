import type { OutgoingHttpHeaders } from 'node:http'

/** The headers given to `writeHead`, in either of its forms, as pairs. */
export function headerPairs(
  headers: OutgoingHttpHeaders | readonly unknown[] | undefined,
): [string, string | string[]][] {
  if (headers === undefined) return []
  const pairs: [string, string | string[]][] = []
  if (isList(headers)) {
    for (let index = 0; index + 1 < headers.length; index += 2)
      pairs.push([String(headers[index]), String(headers[index + 1])])
  } else {
    for (const [name, value] of Object.entries(headers))
      if (value !== undefined) pairs.push([name, Array.isArray(value) ? value : String(value)])
  }
  return pairs
}

function isList(headers: OutgoingHttpHeaders | readonly unknown[]): headers is readonly unknown[] {
  return Array.isArray(headers)
}
