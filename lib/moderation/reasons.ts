/** Why a comment may be refused. The author is told; messages hold the sentences (reason.insult and so on). */
export const reasons = ['insult', 'off-topic', 'spam', 'unlawful', 'private-details', 'other'] as const

export type Reason = (typeof reasons)[number]

export function isReason(text: string): text is Reason {
  return reasons.some((reason) => reason === text)
}
