/** The code of an error from Node or PostgreSQL (`ENOENT`, `57P03`), or an empty text. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
