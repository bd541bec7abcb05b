/** What an ordinary reader's report weighs. */
const ordinary = 1

export type ReporterRecord = {
  isStaff: boolean
  /** Whether people have approved enough of theirs (checks/newcomer.ts). */
  isKnown: boolean
  reportsUpheld: number
  reportsDismissed: number
}

/**
 * What a report weighs: an ordinary reader's one, a newcomer's half of one, staff's two. A record moves it: twice the
 * share of reports that moderators agreed with, beginning at one half as if two had been decided, one each way
 * (Laplace's rule of succession). So it stays between nought and two whatever the record, and one more report that was
 * agreed with never weighs less.
 */
export function reportWeight({ isStaff, isKnown, reportsUpheld, reportsDismissed }: ReporterRecord): number {
  if (isStaff) return 2 * ordinary
  const agreed = (reportsUpheld + 1) / (reportsUpheld + reportsDismissed + 2)
  return 2 * agreed * (isKnown ? ordinary : ordinary / 2)
}

/** Reports of at least so many people, which weigh as much as so many ordinary ones, take a comment from its readers. */
export const reportsToHold = 3

/** Whether a comment waits for the desk from now on. What a person has approved is not taken away by readers. */
export function isReportedAway(comment: { reporters: number; weight: number; isApproved: boolean }): boolean {
  return (
    !comment.isApproved && comment.reporters >= reportsToHold && comment.weight >= reportsToHold * ordinary
  )
}
