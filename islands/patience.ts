/** Ends a request that takes longer than this; a browser that cannot lets it take its time. */
export function patience(milliseconds: number): AbortSignal | null {
  return 'timeout' in AbortSignal ? AbortSignal.timeout(milliseconds) : null
}
