/** What the operator reads on standard output: a sentence. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** What the operator's tools read on standard error: one JSON line. */
export function log(line: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
}

/** A start that was refused for a reason the operator can do something about. */
export class Refusal extends Error {}

/** How an error is told: a refusal by its sentence, everything else with its stack. */
export function tell(error: unknown): string {
  if (error instanceof Refusal) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
