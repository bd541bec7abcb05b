import { EarlyScript } from './early-script'

// Next's chunk loader sets `script.src` from a plain string. Under `require-trusted-types-for 'script'` this policy
// lets it load the site's own built files, its small script among them, and nothing else. The loader knows a chunk that
// has come by the very path it asked for: a whole address would leave it waiting for ever.
const policy = `globalThis.trustedTypes?.createPolicy('default',{createScriptURL(asked){const url=new URL(asked,location.href);return url.origin===location.origin&&(url.pathname.startsWith('/_next/static/')||url.pathname.startsWith('/islands/'))?url.pathname+url.search:null}})`

/** Stands first in the head of every private page, before anything loads a script. */
export function TrustedScripts() {
  return <EarlyScript code={policy} />
}
