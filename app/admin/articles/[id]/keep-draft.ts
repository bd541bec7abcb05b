import { blocksIn } from './blocks-in'
import { journalOf, type Kept } from './journal'
import { askPresence, type SaveAnswer, sendDraft } from './send-draft'
import { takeTypedEarly } from './typed-early'
import { type Fields, fillForm, isSameText, readForm, readGiven, setBase, withoutNames } from './typed-form'

export type Keeping = 'still' | 'typing' | 'saved' | 'merged' | 'restored' | 'away' | 'signed-out' | 'refused'
export type KeeperState = { keeping: Keeping; at: string | null; others: string[]; asides: number }

type Given = { articleId: number; viewerId: number; base: string }

// What is typed is on the device within half a second, and on its way to the site within one: of what a killed browser or
// site takes with it, two seconds are the most.
const [journalMs, saveMs, presenceMs, mostRetryMs] = [300, 1_000, 15_000, 15_000]

/** How long whoever follows a link waits for the site. */
const leavingMs = 2_000

/** Keeps what is typed into the form of an article: on the device, and at the site. Ends with the function it gives. */
export function keepDraft(
  form: HTMLFormElement,
  given: Given,
  tell: (change: Partial<KeeperState>) => void,
): () => void {
  const journal = journalOf(given.viewerId, given.articleId)
  let { base } = given
  const early = takeTypedEarly()
  let saved = { ...readForm(form), ...readGiven(form, Object.keys(early)) }
  fillForm(form, early, null)
  let settled: Keeping = 'still'
  let leavingFor: string | null = null
  let retryMs = saveMs
  let saving: Promise<void> | null = null
  let saveTimer: ReturnType<typeof setTimeout> | undefined
  let journalTimer: ReturnType<typeof setTimeout> | undefined

  const isDirty = () => !isSameText(readForm(form), saved)
  const write = () => journal.write({ fields: readForm(form), base, at: Date.now() }).catch(() => undefined)
  const soon = (ms: number) => {
    saveTimer ??= setTimeout(() => {
      saveTimer = undefined
      void save()
    }, ms)
  }

  function typed(event?: Event): void {
    // A box that only finds something for the form.
    if (event?.target instanceof HTMLElement && 'notKept' in event.target.dataset) return
    tell({ keeping: 'typing' })
    journalTimer ??= setTimeout(() => {
      journalTimer = undefined
      void write()
    }, journalMs)
    soon(saveMs)
  }

  async function save(isAsked = false): Promise<void> {
    while (saving) await saving
    if (!isDirty() && !isAsked) {
      // What was typed was taken out again: it stands as it stood.
      tell({ keeping: settled })
      return
    }
    saving = send().finally(() => {
      saving = null
    })
    await saving
    if (isDirty()) soon(retryMs)
  }

  async function send(): Promise<void> {
    const sent = readForm(form)
    const answer = await sendDraft(given.articleId, base, sent)
    if (typeof answer === 'string') {
      retryMs = Math.min(retryMs * 2, mostRetryMs)
      // All of these say that it is kept on this device: it is, before they do.
      await write()
      tell({ keeping: answer })
      return
    }
    retryMs = saveMs
    take(answer, sent)
    if (isDirty()) await write()
    else await journal.forget().catch(() => undefined)
  }

  /** Where nothing was typed meanwhile the form shows what is written now; else it goes on from what was sent. */
  function take(answer: SaveAnswer, sent: Fields): void {
    const isStill = isSameText(readForm(form), sent)
    if (answer.fields && isStill) {
      fillForm(form, answer.fields, answer.body ?? null)
      saved = readForm(form)
      base = answer.base
    } else {
      saved = sent
      base = answer.isMerged ? answer.sent : answer.base
    }
    setBase(base)
    const { at, others, asides, isMerged } = answer
    settled = isMerged ? 'merged' : 'saved'
    tell({ keeping: isDirty() ? 'typing' : settled, at, others, asides })
  }

  async function restore(): Promise<void> {
    const left = await journal.left().catch(() => [])
    if (left.length === 0) return
    // What was typed just now comes after what was typed then: all of it is saved.
    const typedNow = Object.fromEntries(Object.entries(readForm(form)).filter(([name]) => name in early))
    for (const { key, kept } of left) {
      // What its button saved meanwhile is there, whatever its paragraphs are called.
      if (!isSameText(withoutNames(kept.fields), withoutNames(saved))) await restoreOne(kept)
      await journal.forget(key).catch(() => undefined)
      // Its own journal has this one until the site takes it; the others wait.
      if (isDirty()) break
    }
    fillForm(form, typedNow, await blocksIn(typedNow, saved))
  }

  async function restoreOne({ fields, base: from }: Kept): Promise<void> {
    fillForm(form, fields, await blocksIn(fields, saved))
    base = from
    setBase(base)
    tell({ keeping: 'restored' })
    await write()
    await save()
  }

  async function present(): Promise<void> {
    if (document.visibilityState !== 'visible') return
    const answer = await askPresence(given.articleId)
    if (!answer) return
    tell({ others: answer.others })
    // Somebody else saved: what they wrote comes in, unless something is on its way that will bring it.
    if (answer.base !== base && !isDirty() && !saving) await save(true)
  }

  /** A form that goes by what is saved waits until it is. */
  function holdBack(event: SubmitEvent): void {
    const { target } = event
    // Whoever sends a form meanwhile wants that.
    leavingFor = null
    if (!(target instanceof HTMLFormElement) || target === form || !target.elements.namedItem('base')) return
    if (!isDirty()) return
    event.preventDefault()
    void save().then(() => (isDirty() ? undefined : target.requestSubmit(event.submitter)))
  }

  /** A link that leads away waits until what is typed is somewhere, though not for a site that does not answer. */
  function holdLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.defaultPrevented || !leadsAway(link, event) || !isDirty()) return
    event.preventDefault()
    leavingFor = link.href
    const patience = new Promise((resolve) => setTimeout(resolve, leavingMs))
    void Promise.race([Promise.all([write(), save()]), patience]).then(() => {
      if (leavingFor === link.href) location.assign(link.href)
    })
  }

  const hidden = () => {
    if (document.visibilityState === 'hidden' && isDirty()) void Promise.all([write(), save()])
  }
  const left = () => void askPresence(given.articleId, true)
  const asking = setInterval(() => void present(), presenceMs)
  form.addEventListener('input', typed)
  document.addEventListener('submit', holdBack)
  document.addEventListener('click', holdLink)
  document.addEventListener('visibilitychange', hidden)
  addEventListener('pagehide', left)
  void restore().then(() => {
    if (isDirty()) typed()
    return present()
  })
  return () => {
    clearInterval(asking)
    clearTimeout(saveTimer)
    clearTimeout(journalTimer)
    form.removeEventListener('input', typed)
    document.removeEventListener('submit', holdBack)
    document.removeEventListener('click', holdLink)
    document.removeEventListener('visibilitychange', hidden)
    removeEventListener('pagehide', left)
    journal.close()
  }
}

/** Whether a click opens another page in this one's place. */
function leadsAway(
  link: HTMLAnchorElement,
  { button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent,
): boolean {
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return false
  if (link.href === '' || link.target !== '' || link.isContentEditable) return false
  const here = location.href.split('#')[0]
  return link.hash === '' || link.href.split('#')[0] !== here
}
