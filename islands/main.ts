// What the browser adds to a document. Without it, or with any part of it failing, the page works as it stands.
import { enhanceComposer } from './composer'
import { defineIsland } from './island'
import { enhanceTalk } from './talk'
import { enhanceTimes } from './times'
import { enhanceViewer } from './viewer'

function start(): void {
  defineIsland('tribune-viewer', enhanceViewer)
  defineIsland('tribune-talk', enhanceTalk)
  defineIsland('tribune-composer', enhanceComposer)
  defineIsland('tribune-times', enhanceTimes)
}

// A page that is only being prepared may never be read: nothing is asked or changed until it is.
if ('prerendering' in document && document.prerendering)
  document.addEventListener('prerenderingchange', start, { once: true })
else start()
