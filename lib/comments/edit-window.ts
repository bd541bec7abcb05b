/** Counted from posting, never from the last edit, or it would never end. */
export const editWindowMinutes = 5

/** Until when a comment posted at `createdAt` may be edited. */
export function editableUntil(createdAt: Date): Date {
  return new Date(createdAt.getTime() + editWindowMinutes * 60_000)
}
