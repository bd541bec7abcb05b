import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ArticleSources } from './article-sources'

test('sources stand by name, with a link where they have an address; where there are none, nothing does', () => {
  const drawn = renderToStaticMarkup(
    <ArticleSources
      sources={[{ name: 'Minutes <7>', url: 'https://council.example/7?a=1&b=2' }, { name: 'A witness' }]}
    />,
  )
  expect(drawn).toContain('<a href="https://council.example/7?a=1&amp;b=2">Minutes &lt;7&gt;</a></li>')
  expect(drawn).toContain('>A witness</li>')
  expect(drawn).toContain('>Sources</h2>')
  expect(renderToStaticMarkup(<ArticleSources sources={[]} />)).toBe('')
})
