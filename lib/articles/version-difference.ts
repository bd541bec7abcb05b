import { differenceOf, type Part } from '@/lib/difference'
import { type Aligned, alignBlocks } from './align-blocks'
import { isSameBlock, wordsOfBlock } from './block-words'
import type { Block } from './body'

/** What of a version is compared. `picture` is the file's hash. */
export type VersionText = {
  headline: string
  standfirst: string | null
  dateline: string | null
  body: Block[]
  picture: string | null
  pictureAlt: string | null
  caption: string | null
}

export const comparedLines = ['headline', 'standfirst', 'dateline', 'caption', 'pictureAlt'] as const
export type ComparedLine = (typeof comparedLines)[number]

/** A run of paragraphs that stayed, by how many they are; or one that did not. `restyled`: the same words, marked or linked otherwise. */
export type BlockChange =
  | { kind: 'same'; count: number }
  | {
      kind: 'added' | 'removed' | 'changed' | 'moved' | 'restyled'
      id: string
      type: Block['type']
      parts: Part[]
    }

export type VersionDifference = {
  lines: { name: ComparedLine; parts: Part[] }[]
  picture: 'added' | 'removed' | 'replaced' | null
  blocks: BlockChange[]
}

// Of one block: a long one with more words come and gone than this is told as one gone and one come. With it the whole
// takes time as the article's length, however much of it changed.
const mostEditsInBlock = 400

/** What changed from one version to the next, in the order of the next. */
export function versionDifference(before: VersionText, after: VersionText): VersionDifference {
  return {
    lines: comparedLines.flatMap((name) => {
      const [old, fresh] = [before[name] ?? '', after[name] ?? '']
      return old === fresh ? [] : { name, parts: differenceOf(old, fresh, mostEditsInBlock) }
    }),
    picture: pictureChange(before.picture, after.picture),
    blocks: joined(alignBlocks(before.body, after.body).map(changeOf)),
  }
}

function pictureChange(before: string | null, after: string | null): VersionDifference['picture'] {
  if (before === after) return null
  return before === null ? 'added' : after === null ? 'removed' : 'replaced'
}

function changeOf(aligned: Aligned): BlockChange {
  if (aligned.after === null) return whole('removed', aligned.before)
  if (aligned.before === null) return whole('added', aligned.after)
  const { before, after, moved } = aligned
  const [old, fresh] = [wordsOfBlock(before), wordsOfBlock(after)]
  if (old !== fresh)
    return { kind: 'changed', ...nameOf(after), parts: differenceOf(old, fresh, mostEditsInBlock) }
  const kind = moved ? 'moved' : isSameBlock(before, after) ? null : 'restyled'
  return kind
    ? { kind, ...nameOf(after), parts: [{ kind: 'same', text: fresh }] }
    : { kind: 'same', count: 1 }
}

function whole(kind: 'added' | 'removed', block: Block): BlockChange {
  return { kind, ...nameOf(block), parts: [{ kind, text: wordsOfBlock(block) }] }
}

function nameOf({ id, type }: Block): Pick<Block, 'id' | 'type'> {
  return { id, type }
}

/** Paragraphs that stayed, one after the other, are one run. */
function joined(changes: BlockChange[]): BlockChange[] {
  const runs: BlockChange[] = []
  for (const change of changes) {
    const last = runs.at(-1)
    if (change.kind === 'same' && last?.kind === 'same') last.count += 1
    else runs.push(change)
  }
  return runs
}

/** How many paragraphs were touched. */
export function countTouched({ blocks }: VersionDifference): number {
  return blocks.filter(({ kind }) => kind !== 'same').length
}
