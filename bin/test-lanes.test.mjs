import { expect, test } from 'vitest'
import { FailedStep } from './run.mjs'
import { runLanes } from './test-lanes.mjs'

const passes = { passed: 2, failed: 0, skipped: 0, failures: [] }
const late = { file: 'e2e/late.spec.ts', name: 'it is shown', why: 'Error: not yet' }
const fails = (...failures) => ({ passed: 1, failed: failures.length, skipped: 0, failures })

test('lanes go side by side, the steps of a lane one after the other, and are told in their order', async () => {
  const way = given({ a: [passes], b: [passes], c: [passes] })
  const held = way.hold('a')
  const running = runLanes([[step('a'), step('b')], [step('c')]], way)
  await until(() => way.began.length === 2)
  expect(way.began).toEqual(['a', 'c'])
  held()
  const results = await running
  expect(way.began).toEqual(['a', 'c', 'b'])
  expect(results.map(({ name, passed }) => [name, passed])).toEqual([
    ['a', 2],
    ['b', 2],
    ['c', 2],
  ])
})

test('what failed is run once more, its files alone, after every lane has ended, and then named', async () => {
  const way = given({ a: [fails(late), passes], b: [passes] })
  const [a] = await runLanes([[step('a')], [step('b')]], way)
  expect(way.asked).toEqual([
    ['a', []],
    ['b', []],
    ['a', ['--one', 'e2e/late.spec.ts']],
  ])
  expect(a).toMatchObject({ passed: 2, failed: 0, failures: [], unsteady: [late] })
})

test('what fails at the second go as well has failed', async () => {
  const [a] = await runLanes([[step('a')]], given({ a: [fails(late), fails(late)] }))
  expect(a).toMatchObject({ passed: 1, failed: 1, failures: [late] })
  expect(a.unsteady).toBeUndefined()
})

test('many failures are no weather: they are not tried again', async () => {
  const way = given({ a: [fails(late, late, late, late, late, late)] })
  const [a] = await runLanes([[step('a')]], way)
  expect(way.began).toEqual(['a'])
  expect(a.failed).toBe(6)
})

test('what two lanes need and cannot have is told once, and fails the steps that need it and no other', async () => {
  const way = given({ a: [passes], b: [passes], c: [passes] })
  const failure = new FailedStep('Building failed: page.tsx is wrong.')
  const before = () => Promise.reject(failure)
  const results = await runLanes([[step('a'), { ...step('b'), before }], [{ ...step('c'), before }]], way)
  expect(results.map(({ name, failed }) => [name, failed])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 1],
  ])
  expect(way.began).toEqual(['a'])
  expect(way.logged.filter((text) => text.includes('page.tsx is wrong'))).toHaveLength(1)
})

test('after a stop no further step begins, and none is run again', async () => {
  const way = given({ a: [fails(late)], b: [passes] })
  const results = await runLanes([[step('a'), step('b')]], { ...way, isStopped: () => way.began.length > 0 })
  expect(way.began).toEqual(['a'])
  expect(results.map(({ name, failed }) => [name, failed])).toEqual([['a', 1]])
})

function step(name) {
  return { name, args: [], report: 'vitest', alone: ['--one'] }
}

/** Programs that end as they are told, by the name of their step, once and again. */
function given(ends) {
  const [began, asked, logged, holds] = [[], [], [], new Map()]
  return {
    began,
    asked,
    logged,
    log: (text) => logged.push(text),
    async go({ name }, more) {
      began.push(name)
      asked.push([name, more])
      await holds.get(name)
      return ends[name].shift()
    },
    hold(name) {
      let letGo
      holds.set(name, new Promise((resolve) => (letGo = resolve)))
      return letGo
    },
  }
}

async function until(holds) {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
