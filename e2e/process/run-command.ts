import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainEnvironment, project } from './site'

export type Ran = { code: number | null; out: string; err: string }

/** Runs `tribune` in another folder than the clone, as somebody with a shell would, and waits for its end. */
export function tribune(args: string[], variables: Record<string, string>): Promise<Ran> {
  const child = spawn(process.execPath, [join(project, 'bin', 'tribune.mjs'), ...args], {
    cwd: tmpdir(),
    env: { NODE_ENV: 'production', ...plainEnvironment(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (text) => (out += text))
  child.stderr.on('data', (text) => (err += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
