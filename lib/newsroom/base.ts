/** What somebody had before them when they began to write: a save of the draft, or a published version. */
export type Base = { save: number } | { version: number }

export function baseName(base: Base): string {
  return 'save' in base ? `s${base.save}` : `v${base.version}`
}

/** The same from a form; null when it is none. */
export function readBase(text: string): Base | null {
  const [, kind, digits] = /^([sv])([1-9]\d{0,8})$/.exec(text) ?? []
  if (!kind) return null
  return kind === 's' ? { save: Number(digits) } : { version: Number(digits) }
}
