import type { OwnCommentAnswer } from '@/app/api/viewer/viewer-answer'
import type { Hint } from './composer-hint'
import { type Draft, dropDraft, keepDraft, type Place, readDraft } from './drafts'
import { watchViewer } from './viewer-answer'

export type DraftWatch = {
  /** What is to be sent, under a key of its own for each text. */
  fields(): URLSearchParams
  /** The text goes the way without scripts. */
  handOver(): void
  /** The text was posted, or thrown away. */
  drop(): void
}

/**
 * Keeps the text of a form on this device at every change, puts it back on return, and warns before the page is left
 * with a text that could not be kept.
 */
export function watchDraft(
  form: HTMLFormElement,
  box: HTMLTextAreaElement,
  hint: Hint,
  signal: AbortSignal,
): DraftWatch {
  const place = placeOf(form)
  const found = readDraft(place, Date.now())
  let key = found?.key
  const leaving = createWarning(signal)

  const watch: DraftWatch = {
    fields() {
      key ??= newKey()
      keep({})
      const fields = new URLSearchParams()
      for (const [name, value] of new FormData(form)) if (value) fields.set(name, String(value))
      fields.set('body', box.value)
      if (fields.has('article')) fields.set('key', key)
      return fields
    },
    handOver() {
      keep({ sent: true })
      leaving.warn(false)
    },
    drop() {
      dropDraft(place)
      key = undefined
      leaving.warn(false)
      box.value = box.defaultValue
      hint.showUsual()
      box.dispatchEvent(new Event('tribune:text'))
    },
  }

  function keep(more: Pick<Draft, 'sent'>): void {
    const draft = { text: box.value, at: Date.now(), ...(key ? { key } : {}), ...more }
    leaving.warn(!keepDraft(place, draft))
  }

  function restore(text: string): void {
    // What the page brought gives way to what was written since; what was typed by now does not.
    if (box.value === box.defaultValue) box.value = text
    if (box.value !== text || text === box.defaultValue) return
    hint.showRestored(() => {
      watch.drop()
      box.focus()
    })
    box.dispatchEvent(new Event('tribune:text'))
  }

  box.addEventListener(
    'input',
    () => {
      // Another text is another comment.
      key = undefined
      if (box.value.trim() === '') {
        dropDraft(place)
        leaving.warn(false)
      } else keep({})
    },
    { signal },
  )
  if (found) {
    if (!found.sent) restore(found.text)
    watchViewer(({ article }) => {
      if (article?.comments.some((own) => isSameText(own, place, found.text))) {
        // It was posted after all: on another page, or just before this one was lost.
        if (readDraft(place, Date.now())?.text === found.text) dropDraft(place)
        if (box.value === found.text) watch.drop()
      } else if (found.sent) restore(found.text)
    }, signal)
  } else if (box.value !== box.defaultValue) keep({}) // Typed before this began.
  return watch
}

/** Asks whoever leaves the page whether they mean it. It listens only while it has to: browsers keep such pages less well. */
function createWarning(signal: AbortSignal): { warn(isNeeded: boolean): void } {
  const ask = (event: Event) => event.preventDefault()
  signal.addEventListener('abort', () => removeEventListener('beforeunload', ask))
  return {
    warn: (isNeeded) => (isNeeded ? addEventListener : removeEventListener)('beforeunload', ask),
  }
}

function placeOf(form: HTMLFormElement): Place {
  const fields = new FormData(form)
  const of = (name: string) => String(fields.get(name) ?? '')
  // A passage of the article is a place of its own, and so is the comment that an edit is for.
  return {
    article: of('article') || form.action,
    parent: of('parent') || of('quote').slice(0, 80),
  }
}

function isSameText(own: OwnCommentAnswer, { parent }: Place, text: string): boolean {
  return String(own.parentId ?? '') === parent && own.source === text.trim()
}

/** `crypto.randomUUID` is not there on a site without https. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
