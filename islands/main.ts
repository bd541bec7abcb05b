// What the browser adds to a document. Without it, or with any part of it failing, the page works as it stands.
import { enhanceComposer } from './composer'
import { defineIsland, orTell } from './island'
import { layOutLate } from './late'
import { enhanceRead } from './read'
import { enhanceShare } from './share'
import { enhanceSuggest } from './suggest'
import { enhanceTalk } from './talk'
import { enhanceTimes } from './times'
import { enhanceViewer } from './viewer'

/** Each in a task of its own, so that a slow telephone answers a touch in between. */
function start(): void {
  setTimeout(() => defineIsland('tribune-viewer', enhanceViewer))
  setTimeout(() => defineIsland('tribune-share', enhanceShare))
  setTimeout(() => defineIsland('tribune-suggest', enhanceSuggest))
  setTimeout(() => defineIsland('tribune-read', enhanceRead))
  setTimeout(() => defineIsland('tribune-talk', enhanceTalk))
  setTimeout(() => defineIsland('tribune-composer', enhanceComposer))
  setTimeout(() => defineIsland('tribune-times', enhanceTimes))
  setTimeout(() => orTell(layOutLate))
}

/** From a frame to the screen, on a slow telephone. */
const showMs = 100
/** A picture that never comes is not waited for. */
const patienceMs = 4_000

/** What is added never comes between a reader and the text, nor its first picture: both are on the screen before. */
function startAfterPaint(): void {
  let isUnderWay = false
  const next = () => {
    if (!isUnderWay) requestAnimationFrame(() => setTimeout(start, showMs))
    isUnderWay = true
  }
  if (document.readyState === 'complete') next()
  else {
    addEventListener('load', next, { once: true })
    setTimeout(next, patienceMs)
  }
}

// A page that is only being prepared may never be read: nothing is asked or changed until it is.
if ('prerendering' in document && document.prerendering)
  document.addEventListener('prerenderingchange', startAfterPaint, { once: true })
else startAfterPaint()
