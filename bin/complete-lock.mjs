// Adds to package-lock.json the optional packages of other platforms that npm left out because the registry in use
// does not offer them: `npm ci` refuses a lock without them. Platforms are read from their names.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const oses = {
  android: 'android',
  darwin: 'darwin',
  linux: 'linux',
  linuxmusl: 'linux',
  win32: 'win32',
  freebsd: 'freebsd',
  openharmony: 'openharmony',
  wasm32: null,
}
const cpus = {
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  arm: 'arm',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
}
const added = []
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '') continue
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const candidates = [`${path}/node_modules/${name}`, `node_modules/${name}`]
    if (candidates.some((c) => lock.packages[c])) continue
    const words = name.split('/').at(-1).split(/[-_.]/)
    const os = words.map((w) => oses[w]).find(Boolean)
    const cpu = words.map((w) => cpus[w]).find(Boolean)
    const libc = words.some((w) => /musl/.test(w))
      ? ['musl']
      : words.includes('gnu') || words.includes('gnueabihf')
        ? ['glibc']
        : undefined
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(entry.dev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
    }
    added.push([path, name, version, os, cpu, libc?.[0]].join(' '))
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(added.map((line) => `${line}\n`).join(''))
