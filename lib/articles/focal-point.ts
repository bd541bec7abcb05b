/** What of a picture must stay when it is cut, from its left and its top edge, each as a share of it. */
export type FocalPoint = { focalX: number; focalY: number }

const steps = [0, 25, 50, 75, 100] as const
/** Hundredths of what is cut off that are cut off before: at the left, or at the top. */
export type CutBefore = (typeof steps)[number]

/**
 * How a picture lies in a frame that it fills, so that its focal point comes as near to the middle as it can. A frame cuts
 * one side only, and one figure says it all: `frame` is its width by its height.
 */
export function cutBefore(
  { width, height, focalX, focalY }: { width: number; height: number } & FocalPoint,
  frame: number,
): CutBefore {
  const ratio = width / height / frame
  const [focus, longer] = ratio > 1 ? [focalX, ratio] : [focalY, 1 / ratio]
  if (longer === 1) return 50
  const share = (focus * longer - 0.5) / (longer - 1)
  return steps[Math.round(Math.min(1, Math.max(0, share)) * 4)] ?? 50
}
