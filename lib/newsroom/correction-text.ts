import { fromMarkdown, toMarkdown } from '@/lib/articles/body-markdown'
import type { VersionText } from '@/lib/articles/version-difference'
import type { VersionKind } from '@/prisma/generated/enums'
import type { DraftContent } from './draft-content'

export const correctingKinds = [
  'typo',
  'clarification',
  'correction',
  'retraction',
] as const satisfies VersionKind[]
export type CorrectingKind = (typeof correctingKinds)[number]

/** Of what readers are told about a version, whichever way it is published. */
export const longestNote = 2_000
export const longestHeadline = 500
export const longestStandfirst = 2_000
export const longestText = 200_000

/** What is typed of a correction; everything else of the version stays as it is. */
export type CorrectionText = { headline: string; standfirst: string | null; text: string }

export function textOf({ headline, standfirst, body }: DraftContent): CorrectionText {
  return { headline, standfirst: standfirst || null, text: toMarkdown(body) }
}

/** What a correction makes of what it was written over. Paragraphs that stay keep their ids. */
export function corrected(
  content: DraftContent,
  { headline, standfirst, text }: CorrectionText,
): DraftContent {
  const isUntouched = text.trim() === toMarkdown(content.body).trim()
  const body = isUntouched ? content.body : fromMarkdown(text, content.body)
  return { ...content, headline, standfirst: standfirst ?? '', body }
}

/** As one version is compared with another; a picture by what it is known by. */
export function comparable({ headline, standfirst, dateline, body, picture }: DraftContent): VersionText {
  return {
    ...{ headline, standfirst: standfirst || null, dateline: dateline || null, body },
    picture: picture ? String(picture.id) : null,
    pictureAlt: picture?.alt ?? null,
    caption: picture?.caption ?? null,
  }
}
