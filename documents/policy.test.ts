import { expect, test } from 'vitest'
import { securityPolicies } from './policy'

test('HTTPS is demanded of browsers only where the site has it', () => {
  expect(securityPolicies(new URL('https://tribune.example'), false).document).toContain(
    'Strict-Transport-Security',
  )
  expect(securityPolicies(new URL('http://localhost:3000'), false).document).not.toContain(
    'Strict-Transport-Security',
  )
})

test('no policy of production admits inline code, eval or another origin', () => {
  const { document, data, private: privately } = securityPolicies(new URL('https://tribune.example'), false)
  for (const headers of [document, data, privately('abc').headers]) {
    const csp = headers[headers.indexOf('Content-Security-Policy') + 1] ?? ''
    expect(csp).toMatch(/^default-src 'none'; /)
    expect(csp).not.toMatch(/unsafe-|\*|https?:|ws:/)
    expect(csp).toContain("frame-ancestors 'none'")
  }
})
