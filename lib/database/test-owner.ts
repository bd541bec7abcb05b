import { startEmbedded } from './embedded'
import { startRefusalSentence } from './refusal'

const outcome = await startEmbedded({ dataDir: process.argv[2] ?? '', log: () => undefined })
console.log(outcome.ok ? outcome.value.url : startRefusalSentence(outcome))
// The tests end this process; until then it owns the data.
if (outcome.ok) setInterval(() => undefined, 60_000)
