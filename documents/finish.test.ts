import { expect, test } from 'vitest'
import { finishHtml } from './finish'
import { page } from './newsroom.fixture'

const html = async (head: string, body = '') => {
  const finished = finishHtml(page('T', head, body))
  return 'refused' in finished ? finished.refused : finished.html
}

test('scripts, flight data and script preloads go; structured data, islands and styles stay', async () => {
  const data = '<script type="application/ld+json">{"a":"</b>"}</script>'
  const island = '<script type="module" src="/islands/a.js" data-island="">1</script>'
  const style =
    '<link rel="stylesheet" href="/a.css" data-precedence="next"/><link rel="preload" as="font" href="/f.woff2"/>'
  const head = `${style}<link rel="preload" as="script" href="/a.js"/><link rel="modulepreload" href="/b.js"/><meta name="next-size-adjust" content=""/>${data}`
  const body = `<p>a<!-- -->b</p><!--$--><div hidden=""><!--$--><!--/$--></div><script>self.__next_f.push("<p>x</p>")</script><script src="/a.js" async=""></script>${island}`
  expect(await html(head, body)).toBe(page('T', style + data, `<p>ab</p>${island}`))
})

test('text is untouched to the character', async () => {
  const body =
    '<p title="a &quot;b&quot;">1 &lt; 2 &amp; “quoted”\u00a0… é 😀</p><pre>\n\n  x</pre><textarea><!-- kept --></textarea><div hidden="">not empty</div>'
  expect(await html('', body)).toBe(page('T', '', body))
})

test('the page’s marks are lifted out', async () => {
  const head =
    '<meta name="tribune:status" content="410"><meta name="tribune:topics" content="talk:1  article:1"><meta name="tribune:canonical" content="/news/1/a">'
  expect(finishHtml(page('T', head))).toEqual({
    html: page('T'),
    language: 'en',
    status: 410,
    topics: ['talk:1', 'article:1'],
    canonical: '/news/1/a',
  })
})

test('what is not a whole page, or would need scripts to become one, is refused', async () => {
  expect(finishHtml('<!DOCTYPE html><html><body>cut')).toEqual({ refused: 'the page has no end' })
  expect(await html('', '<template id="B:0"></template>')).toContain('left for scripts')
  expect(await html('', '<template data-dgst="1"></template>')).toContain('left for scripts')
  expect(finishHtml('<html id="__next_error__"><body></body></html>')).toEqual({
    refused: 'the render failed half-way',
  })
  expect(await html('', '<script>never closed')).toBe('the page has no end')
})

test('a mark in the body, where readers’ text is, is not obeyed', async () => {
  expect(await html('', '<meta name="tribune:status" content="410">')).toBe('tribune:status outside the head')
  expect(await html('<meta name="tribune:status" content="lost">')).toBe('tribune:status is not understood')
})
