import { business } from './business'
import { culture } from './culture'
import { politics } from './politics'
import { science } from './science'
import { sport } from './sport'
import type { Story } from './story'
import { world } from './world'

/** Every story of the demonstration newsroom, first published first. */
export const stories: Story[] = [...world, ...politics, ...business, ...science, ...culture, ...sport].sort(
  (a, b) => a.id - b.id,
)
