// What a page names. It brings the rest once text and first picture are on the screen, so that nothing comes before them.
import { quietly } from './island'

/** Where the rest is; the bundler puts its address here (bin/islands.mjs). */
declare const restOfIslands: string

/** From a frame to the screen, on a slow telephone. */
const showMs = 100
/** A picture that never comes is not waited for. */
const patienceMs = 4_000

/** A module brought twice runs once. */
function bring(): void {
  requestAnimationFrame(() => setTimeout(() => quietly(import(restOfIslands)), showMs))
}

function bringAfterPaint(): void {
  addEventListener('load', bring)
  setTimeout(bring, document.readyState === 'complete' ? 0 : patienceMs)
}

// A page that is only being prepared may never be read: nothing is asked or changed until it is.
if ('prerendering' in document && document.prerendering)
  document.addEventListener('prerenderingchange', bringAfterPaint)
else bringAfterPaint()
