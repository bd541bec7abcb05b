/**
 * Rings of modules that import each other's values, each told once, at the first of its files by name.
 * @param {import('./graph.mjs').Module[]} modules
 * @returns {{ path: string, line: number, what: string }[]}
 */
export function findCycles(modules) {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const done = new Set()
  const rings = []
  for (const { path } of modules) follow(path, [])
  return rings

  function follow(path, trail) {
    const start = trail.findIndex((step) => step.path === path)
    if (start >= 0) rings.push(toldFromFirst(trail.slice(start)))
    if (start >= 0 || done.has(path)) return
    for (const { to, isType, line } of byPath.get(path)?.imports ?? [])
      if (!isType && byPath.has(to)) follow(to, [...trail, { path, line }])
    done.add(path)
  }
}

function toldFromFirst(ring) {
  const first = ring.reduce((least, step, index) => (step.path < ring[least].path ? index : least), 0)
  const steps = [...ring.slice(first), ...ring.slice(0, first)]
  return {
    path: steps[0].path,
    line: steps[0].line,
    what: [...steps.map(({ path }) => path), steps[0].path].join(' → '),
  }
}
