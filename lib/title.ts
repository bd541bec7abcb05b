/** A line beside a name, not a biography. */
export const longestTitle = 60

/** What may stand beside a name: a line that says something, without signs that turn or hide what stands next to it. */
export function readTitle(typed: string): string | null {
  const title = typed.trim().replace(/\s+/gu, ' ')
  const isTitle = /[\p{L}\p{N}]/u.test(title) && !/\p{C}/u.test(title) && [...title].length <= longestTitle
  return isTitle ? title : null
}
