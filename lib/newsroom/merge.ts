import { type DraftContent, type DraftField, draftFields, isSame } from './draft-content'
import { type BodyAside, mergeBody } from './merge-body'

export type Aside = BodyAside | { place: DraftField; aside: unknown }
export type Merged = { content: DraftContent; asides: Aside[] }

/**
 * Puts together what two people made of the same content: field by field, and the body block by block. What both changed
 * differently stays as it was saved first (`theirs`); what the other wrote (`mine`) is set aside, for a person to choose.
 */
export function merge(
  base: DraftContent,
  mine: DraftContent,
  theirs: DraftContent,
  newId: () => string,
): Merged {
  const asides: Aside[] = []
  const content = { ...theirs }
  for (const field of draftFields) {
    if (isSame(mine[field], theirs[field]) || isSame(mine[field], base[field])) continue
    if (isSame(theirs[field], base[field])) copy(content, mine, field)
    else asides.push({ place: field, aside: mine[field] })
  }
  const { body, asides: ofBody } = mergeBody(base.body, mine.body, theirs.body, newId)
  return { content: { ...content, body }, asides: [...asides, ...ofBody] }
}

function copy<F extends DraftField>(into: DraftContent, from: DraftContent, field: F): void {
  into[field] = from[field]
}
