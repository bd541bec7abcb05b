import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type Nginx, startNginx } from '../nginx'
import { askPlainly } from './ask-plainly'
import { type StandIn, sendPage, startStandIn } from './stand-in'

/** nginx before two stand-ins for the application, for all the tests of a file. */
export function nginxBeforeStandIns() {
  const held: { first?: StandIn; second?: StandIn; nginx?: Nginx } = {}
  let pages = 0

  beforeAll(async () => {
    held.first = await startStandIn()
    held.second = await startStandIn()
    held.nginx = await startNginx({ apps: [held.first.port, held.second.port] })
  })
  afterAll(async () => {
    await held.nginx?.stop()
    await Promise.all([held.first?.close(), held.second?.close()])
  })
  beforeEach(() => {
    for (const one of standIns()) one.asked.length = 0
    reply((_req, res) => sendPage(res, 'page'))
  })

  function standIns(): [StandIn, StandIn] {
    const { first, second } = held
    if (!first || !second) throw new Error('the stand-ins have not been started')
    return [first, second]
  }

  function nginx(): Nginx {
    if (!held.nginx) throw new Error('nginx has not been started')
    return held.nginx
  }

  /** From now on both answer so. */
  function reply(how: StandIn['answer']): void {
    for (const one of standIns()) one.answer = how
  }

  return {
    nginx,
    standIns,
    reply,
    /** What both were asked. */
    asked: () => standIns().flatMap((one) => one.asked),
    /** An address that nobody asked for before. */
    fresh: () => `/news/${++pages}/page`,
    get: (path: string, headers: Record<string, string> = {}) =>
      askPlainly(nginx().origin + path, { headers }),
  }
}
