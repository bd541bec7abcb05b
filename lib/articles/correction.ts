import type { VersionKind } from '@/prisma/generated/enums'

/** The kinds of version that readers are told about in words. The database asks for the words, too. */
export const correctionKinds = ['clarification', 'correction', 'retraction'] as const satisfies VersionKind[]
export type CorrectionKind = (typeof correctionKinds)[number]

/** What was put right, and with which version as readers count them. `note` is as it was typed (note.ts). */
export type Correction = { number: number; kind: CorrectionKind; note: string; at: Date }

export function isCorrectionKind(kind: VersionKind): kind is CorrectionKind {
  return correctionKinds.some((each) => each === kind)
}

/** A version as a correction: none where it is an ordinary one, or was replaced before anybody could read it. */
export function readCorrection({
  kind,
  note,
  published,
}: {
  kind: VersionKind
  note: string | null
  published: { number: number; publishedAt: Date } | null
}): Correction[] {
  if (!isCorrectionKind(kind) || !note || !published) return []
  return [{ number: published.number, kind, note, at: published.publishedAt }]
}
