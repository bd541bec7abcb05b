import type { PictureFormat, VariantEncoder } from './picture-encoder'
import type { File, PictureFolder } from './picture-folder'

/** One picture in one width and format. */
export type Variant = { hash: string; width: number; format: PictureFormat }
/** `kind` is what its name says it is. */
export type Original = File & { kind: string }

export type Variants = {
  /**
   * The file of a variant, made now if it is not there. `missing`: there is no such picture, or not in this width or
   * format. `busy`: too many wait already. `failed`: it could not be made; asked again it is tried again, later.
   */
  find(variant: Variant): Promise<File | 'missing' | 'busy' | 'failed'>
  /** Makes what is not there yet, one by one, whenever nobody waits. */
  warm(variants: readonly Variant[]): Promise<void>
  close(): void
}

export type VariantsOptions = {
  original(hash: string): Promise<Original | undefined>
  folder: PictureFolder
  encoder: VariantEncoder
  smallest: number
  now(): number
  log(line: Record<string, unknown>): void
}

/** Makes variants on demand: each once however many ask, one after the other, none for a name that was made up. */
export function createVariants(options: VariantsOptions): Variants {
  const { original, folder, encoder, smallest, now, log } = options
  const making = new Map<string, Promise<File | 'missing' | 'failed'>>()
  const refusedUntil = new Map<string, { until: number; answer: 'missing' | 'failed' }>()
  let isClosed = false

  async function make(variant: Variant, from: Original): Promise<File | 'missing' | 'failed'> {
    const name = nameOf(variant)
    // It may have been made since it was looked for.
    const there = await folder.find(name)
    if (there !== undefined) return there
    const draft = await folder.draft(name)
    const { width, format } = variant
    const encoded = await encoder.encode({
      from: from.path,
      kind: from.kind,
      width,
      smallest,
      format,
      to: draft,
    })
    if (encoded.outcome === 'made') return folder.keep(name, draft)
    await folder.discard(draft)
    const answer = encoded.outcome === 'failed' ? 'failed' : 'missing'
    if (encoded.outcome === 'failed' && !isClosed)
      log({ event: 'picture-failed', picture: name, reason: encoded.detail })
    refuse(name, answer)
    return answer
  }

  /** Shares one making among all who ask for it. */
  function shared(variant: Variant, from: Original): Promise<File | 'missing' | 'failed'> {
    const name = nameOf(variant)
    const known = making.get(name)
    if (known !== undefined) return known
    const made = make(variant, from)
      .catch((error) => {
        log({ event: 'picture-failed', picture: name, reason: String(error) })
        return 'failed' as const
      })
      .finally(() => making.delete(name))
    making.set(name, made)
    return made
  }

  function refuse(name: string, answer: 'missing' | 'failed'): void {
    refusedUntil.delete(name)
    refusedUntil.set(name, { until: now() + refusalMs, answer })
    const [oldest] = refusedUntil.keys()
    if (refusedUntil.size > mostRefusals && oldest !== undefined) refusedUntil.delete(oldest)
  }

  async function find(variant: Variant): ReturnType<Variants['find']> {
    const name = nameOf(variant)
    const there = await folder.find(name)
    if (there !== undefined) return there
    const refusal = refusedUntil.get(name)
    if (refusal !== undefined && refusal.until > now()) return refusal.answer
    const from = await original(variant.hash)
    if (from === undefined) return 'missing'
    return making.size >= mostWaiting && !making.has(name) ? 'busy' : shared(variant, from)
  }

  return {
    find,
    async warm(variants) {
      for (const variant of variants) {
        // Whoever waits for a picture comes first.
        while (!isClosed && making.size > 0) await Promise.allSettled(making.values())
        if (isClosed) return
        await find(variant)
      }
    },
    close() {
      isClosed = true
      encoder.close()
    },
  }
}

/** A minute's work for the encoder. Made-up pictures never count: they are not made. */
const mostWaiting = 100
const mostRefusals = 1000
const refusalMs = 60_000

function nameOf({ hash, width, format }: Variant): string {
  return `${hash}-${width}.${format}`
}
