import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/**
 * Runs a program with its output shown as it comes, and with a `label` in front of each line where several run side by
 * side. Resolves to its exit code; one that was killed counts as 1.
 */
export function runShown(file, args, env = {}, label = '') {
  const child = spawn(file, args, {
    stdio: label ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  if (label)
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => process.stdout.write(`${label}${line}\n`))
  const pass = (signal) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve(code ?? 1)
    })
  })
}
