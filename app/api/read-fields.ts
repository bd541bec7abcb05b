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
  return Object.keys(fields).length > 0 ? fields : null
}

function readJson(text: string): Fields | null {
  try {
    const parsed = flat.safeParse(JSON.parse(text))
    if (!parsed.success) return null
    return Object.fromEntries(
      Object.entries(parsed.data).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
    )
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
