import { z } from 'zod'

// An allow-list tree: what is not named here cannot be shown, whatever was typed.
const rendered = z.array(z.object({ type: z.literal('paragraph'), lines: z.array(z.string()).min(1) }))

export type Rendered = z.infer<typeof rendered>

/** Paragraphs are parted by blank lines; single line ends stay. */
export function render(source: string): Rendered {
  return source
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ type: 'paragraph', lines }))
}

/** A rendered text as the database gives it. Throws when it is none. */
export function readRendered(json: unknown): Rendered {
  return rendered.parse(json)
}
