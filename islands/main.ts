// What the browser adds to a document. Without it, or with any part of it failing, the page works as it stands.
import { enhanceComposer } from './composer'
import { defineIsland } from './island'
import { enhanceTalk } from './talk'
import { enhanceTimes } from './times'
import { enhanceViewer } from './viewer'

/** Each in a task of its own, so that a slow telephone answers a touch in between. */
function start(): void {
  setTimeout(() => defineIsland('tribune-viewer', enhanceViewer))
  setTimeout(() => defineIsland('tribune-talk', enhanceTalk))
  setTimeout(() => defineIsland('tribune-composer', enhanceComposer))
  setTimeout(() => defineIsland('tribune-times', enhanceTimes))
}

// A page that is only being prepared may never be read: nothing is asked or changed until it is.
if ('prerendering' in document && document.prerendering)
  document.addEventListener('prerenderingchange', start, { once: true })
else start()
