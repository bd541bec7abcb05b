import type { OwnCommentAnswer } from '@/app/api/viewer/viewer-answer'
import { type Draft, dropDraft, keepDraft, type Place, readDraft } from './drafts'
import { firstOf, sayer } from './parts'
import { watchViewer } from './viewer-answer'

export type DraftWatch = {
  /** True while the box holds a text from before. */
  isRestored: boolean
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
  host: HTMLElement,
  form: HTMLFormElement,
  box: HTMLTextAreaElement,
  hint: HTMLElement | null,
  signal: AbortSignal,
): DraftWatch {
  const place = placeOf(form)
  const usualHint = hint ? [...hint.childNodes] : []
  const found = readDraft(place, Date.now())
  let key = found?.key
  let isKept = true

  const watch: DraftWatch = {
    isRestored: false,
    fields() {
      key ??= newKey()
      keep({})
      const fields = new URLSearchParams({ ...place, body: box.value, key })
      if (place.parent === '') fields.delete('parent')
      return fields
    },
    handOver() {
      keep({ sent: true })
      isKept = true
    },
    drop() {
      dropDraft(place)
      key = undefined
      isKept = true
      box.value = ''
      showUsualHint()
      box.dispatchEvent(new Event('tribune:text'))
    },
  }

  function keep(more: Pick<Draft, 'sent'>): void {
    const draft = { text: box.value, at: Date.now(), ...(key ? { key } : {}), ...more }
    isKept = keepDraft(place, draft)
  }

  function restore(text: string): void {
    if (box.value === '') box.value = text
    if (box.value !== text || !hint) return
    watch.isRestored = true
    const discard = firstOf(host, 'discard')
    hint.classList.remove('invisible')
    hint.replaceChildren(sayer(host)('restored'), ...(discard ? [discard] : []))
    discard?.addEventListener('click', () => {
      watch.drop()
      box.focus()
    })
    box.dispatchEvent(new Event('tribune:text'))
  }

  function showUsualHint(): void {
    watch.isRestored = false
    hint?.replaceChildren(...usualHint)
  }

  box.addEventListener(
    'input',
    () => {
      // Another text is another comment.
      key = undefined
      if (box.value.trim() === '') {
        dropDraft(place)
        isKept = true
      } else keep({})
    },
    { signal },
  )
  addEventListener(
    'beforeunload',
    (event) => {
      if (!isKept) event.preventDefault()
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
  }
  return watch
}

function placeOf(form: HTMLFormElement): Place {
  const fields = new FormData(form)
  return { article: String(fields.get('article') ?? ''), parent: String(fields.get('parent') ?? '') }
}

function isSameText(own: OwnCommentAnswer, { parent }: Place, text: string): boolean {
  const written = own.text.flatMap(({ lines }) => lines).join('\n')
  return String(own.parentId ?? '') === parent && written === text.trim().replace(/\s*\n\s*/g, '\n')
}

/** `crypto.randomUUID` is not there on a site without https. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
