import { z } from 'zod'

const flat = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

export type Fields = Record<string, string>

/**
 * The fields of a posted form (either encoding) or JSON object, as text. Bytes that are no UTF-8 become U+FFFD,
 * which readers of text refuse by name. Null when the body is neither, names a field twice, or nests.
 */
export async function readFields(request: Request): Promise<Fields | null> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return single(new URLSearchParams(await request.text()))
  if (type === 'multipart/form-data') return single(await request.formData().catch(() => []))
  if (type === 'application/json') return readJson(await request.text())
  return null
}

function single(entries: Iterable<[string, FormDataEntryValue]>): Fields | null {
  const fields: Fields = {}
  for (const [name, value] of entries) {
    if (typeof value !== 'string' || Object.hasOwn(fields, name)) return null
    fields[name] = value
  }
  return Object.keys(fields).length > 0 ? withoutNul(fields) : null
}

/** PostgreSQL keeps no NUL. In a text it is refused by name; elsewhere nobody typed it. */
function withoutNul(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      name === 'body' ? value : value.replaceAll('\0', ''),
    ]),
  )
}

function readJson(text: string): Fields | null {
  try {
    const parsed = flat.safeParse(JSON.parse(text))
    if (!parsed.success) return null
    const given = Object.fromEntries(
      Object.entries(parsed.data).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
    )
    return withoutNul(given)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
