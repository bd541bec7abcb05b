import { batteryPlant } from './battery-plant'
import { belfry } from './belfry'
import { canteen } from './canteen'
import { glacier } from './glacier'
import { goalkeeper } from './goalkeeper'
import { harbour } from './harbour'
import { hillRace } from './hill-race'
import { library } from './library'
import { lighthouse } from './lighthouse'
import { observatory } from './observatory'
import { orchard } from './orchard'
import { parliament } from './parliament'
import { radioStudio } from './radio-studio'
import { readingLamp } from './reading-lamp'
import { relay } from './relay'
import { rooftops } from './rooftops'
import { tramBridge } from './tram-bridge'
import { viaduct } from './viaduct'
import { waitingRoom } from './waiting-room'
import { whale } from './whale'

export const drawings = {
  'battery-plant': batteryPlant,
  belfry,
  canteen,
  glacier,
  goalkeeper,
  harbour,
  'hill-race': hillRace,
  library,
  lighthouse,
  observatory,
  orchard,
  parliament,
  'radio-studio': radioStudio,
  'reading-lamp': readingLamp,
  relay,
  rooftops,
  'tram-bridge': tramBridge,
  viaduct,
  'waiting-room': waitingRoom,
  whale,
}

export type DrawingName = keyof typeof drawings

/** One of the newsroom's pictures, as a whole SVG document: the same bytes on every machine. */
export function draw(name: DrawingName): { svg: string; width: number; height: number } {
  const width = 1200
  const height = 675
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" stroke-linecap="round" stroke-linejoin="round">${drawings[name]()}</svg>`
  return { svg, width, height }
}
