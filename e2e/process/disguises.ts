/** Where only one reader may see something; `{id}` is their comment's. */
const places = ['/account', '/account/comments', '/comments/{id}/receipt', '/comments/{id}/edit', '/sign-out']

// What an outer cache may take for the end of a file that anybody may have, or what hides where the path ends.
const endings =
  `/ /x.css /a.js .css ;x.css %2f %2fx.css %3bx.css %00.css %0a.css %23.css %20 .rsc .json ?x.css ?_rsc=1
  /..%2fabout /%2e%2e/about /../about /. //x.css /index.html /favicon.ico /_next/static/x.css \\x.css %5cx.css
  /%252e%252e/about`.split(/\s+/)
const beginnings = '/ /. /about/.. /_next/static/..%2f.. /about%2f.. /pictures/.. /%2e /;'.split(' ')

/** The same places, and under every name that a cache or a proxy might take for another one. */
export const disguised: string[] = places.flatMap((place) => [
  place,
  ...endings.map((ending) => place + ending),
  ...beginnings.map((beginning) => beginning + place),
])
