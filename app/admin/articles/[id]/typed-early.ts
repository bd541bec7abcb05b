import type { Fields } from './typed-form'

declare global {
  var tribuneTyped: Fields | undefined
}

// When React takes over a page, it puts into every textarea what the site sent, whatever somebody has typed there by then.
/** Runs before any program has come: notes what is typed until then. */
export const noteTypedEarly = `tribuneTyped={};addEventListener('input',({target:t})=>{if(globalThis.tribuneTyped&&t.form?.id==='writing'&&t.name)tribuneTyped[t.name]=t.value},true)`

/** What was typed before the program came, once; from now on it notes for itself. */
export function takeTypedEarly(): Fields {
  const typed = globalThis.tribuneTyped ?? {}
  globalThis.tribuneTyped = undefined
  return typed
}
