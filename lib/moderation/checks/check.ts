/** What the checks look at: the same for a new comment and for an edit. */
export type Submission = {
  normalised: string
  author: { isStaff: boolean; approvedCount: number }
}

/** What one check found, kept with the revision so that the desk can say why a comment is here. */
export type Finding = { check: string; verdict: 'pass' | 'hold'; detail: Record<string, string | number> }

export type Check = (submission: Submission) => Finding
