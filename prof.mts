import { db } from '@/lib/db'
import { bumpTopics, topics } from '@/lib/topics'
import { now, readProfile } from './bench/cpu-profile'
import { endAll } from './bench/endings'
import { openDatabaseOf, startSite } from './bench/site'
import { questions } from './bench/talk-questions'
import { subjectOf } from './bench/talk-subject'
import { openVisitor } from './bench/visitor'

const site = await startSite({
  dataDir: '/tmp/talk-data',
  nodeOptions: ['--cpu-prof', '--cpu-prof-dir', '/tmp/prof'],
})
await openDatabaseOf(site)
const [row] = await db().$queryRaw<
  { id: number }[]
>`select "articleId" as id from "Comment" group by 1 order by count(*) desc limit 1`
const subject = await subjectOf(row!.id)
const v = openVisitor(site.origin)
const times: Record<string, number[]> = {}
let from = 0
for (let t = 0; t < 40; t++) {
  if (t === 6) from = now()
  for (const q of questions.slice(0, 10)) {
    if (!q.name.includes('later')) continue
    const path = await q.path(subject, t)
    const { milliseconds, cacheStatus } = await v.ask(path)
    if (t >= 6 && /fwd/.test(cacheStatus)) (times[q.name] ??= []).push(milliseconds)
  }
}
const window = { from, to: now() }
v.close()
for (const [n, l] of Object.entries(times)) {
  l.sort((a, b) => a - b)
  console.log(n, l.length, l[l.length >> 1]!.toFixed(1), l[Math.floor(l.length * 0.95)]!.toFixed(1))
}
await site.program.stop()
const p = await readProfile('/tmp/prof', window)
for (const l of [p.modules.slice(0, 20), p.functions.slice(0, 40)]) {
  console.log('--')
  for (const x of l) console.log((x.share * 100).toFixed(1), x.milliseconds.toFixed(0), x.name)
}
await endAll()
