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

// Each in a task of its own, so that a slow telephone answers a touch in between.
setTimeout(() => defineIsland('tribune-viewer', enhanceViewer))
setTimeout(() => defineIsland('tribune-share', enhanceShare))
setTimeout(() => defineIsland('tribune-suggest', enhanceSuggest))
setTimeout(() => defineIsland('tribune-read', enhanceRead))
setTimeout(() => defineIsland('tribune-talk', enhanceTalk))
setTimeout(() => defineIsland('tribune-composer', enhanceComposer))
setTimeout(() => defineIsland('tribune-times', enhanceTimes))
setTimeout(() => orTell(layOutLate))
