import { spawn } from 'node:child_process'

/** A program that `prepare` needs did not succeed. The message is meant for a person and holds its output. */
export class FailedStep extends Error {
  name = 'FailedStep'
}

/**
 * Runs a program in silence. Its output is kept, and shown whole only when it fails. `noteChild` learns its
 * process id. SIGINT and SIGTERM end the program first and then this process.
 */
export async function run(title, file, args, { cwd, env = {}, noteChild }) {
  const shell = file.endsWith('.cmd')
  const stdio = ['ignore', 'pipe', 'pipe']
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio, shell })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) =>
      resolve(code === 0 ? null : `it ended with ${signal ?? `code ${code}`}`),
    )
  })
  let interruption = null
  const interrupt = (signal) => {
    interruption = signal
    child.kill(signal)
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  if (child.pid) await noteChild(child.pid)
  const failure = await ended
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  if (interruption) process.kill(process.pid, interruption)
  if (failure) throw new FailedStep(`\n${output.trimEnd()}\n\n${title} failed: ${failure}.`)
}
