/** What a person decided can be taken back; what checks found, or an author did, cannot. */
const undoable = ['approved', 'rejected', 'edit-rejected', 'redacted', 'appeal-upheld', 'appeal-overturned']

// Who lost an appeal has no say in it.
const onlyOnesOwn = ['appeal-upheld', 'appeal-overturned']

/** Whether somebody may take back a decision by this rule, while it is the last one about its comment. */
export function isUndoable({ rule, isOwn }: { rule: string; isOwn: boolean }): boolean {
  return undoable.includes(rule) && (isOwn || !onlyOnesOwn.includes(rule))
}
