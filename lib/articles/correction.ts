import type { VersionKind } from '@/prisma/generated/enums'

/** The kinds of version that readers are told about in words. The database asks for the words, too. */
export const correctionKinds = ['clarification', 'correction', 'retraction'] as const satisfies VersionKind[]
export type CorrectionKind = (typeof correctionKinds)[number]

/** What was put right, and with which version as readers count them. */
export type Correction = { number: number; kind: CorrectionKind; note: string; at: Date }

export function isCorrectionKind(kind: VersionKind): kind is CorrectionKind {
  return correctionKinds.some((each) => each === kind)
}

/** A version as a correction: none where it is an ordinary one, or went out before anybody could read it. */
export function readCorrection(version: {
  number: number
  kind: VersionKind
  note: string | null
  createdAt: Date
}): Correction[] {
  const { number, kind, note, createdAt: at } = version
  return isCorrectionKind(kind) && note && number > 0 ? [{ number, kind, note, at }] : []
}
