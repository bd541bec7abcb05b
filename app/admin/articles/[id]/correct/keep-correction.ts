import { blocksIn } from '../blocks-in'
import type { Journal } from '../journal'
import { takeTypedEarly } from '../typed-early'
import { type Fields, fillForm, isSameText, readForm, readGiven } from '../typed-form'

// What is typed is on the device within half a second; the site has it from the next step on.
const journalMs = 300

export type Keeper = {
  stop(): void
  /** Forgets what is on the device, and writes nothing more there. */
  discard(): Promise<void>
}

/** Keeps what is typed into the text of a correction on the device, until it is stopped. */
export function keepCorrection(
  form: HTMLFormElement,
  journal: Journal,
  tell: (state: 'restored' | 'kept') => void,
): Keeper {
  const early = takeTypedEarly()
  const given = { ...readForm(form), ...readGiven(form, Object.keys(early)) }
  fillForm(form, early, null)
  let timer: ReturnType<typeof setTimeout> | undefined

  const typed = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      // Where there is no place for it nothing is said; the form is as it would be without.
      write().then(
        () => tell('kept'),
        () => undefined,
      )
    }, journalMs)
  }
  const write = () => journal.write({ fields: readForm(form), base: '', at: Date.now() })
  const hidden = () => {
    if (document.visibilityState === 'hidden' && timer !== undefined) void write().catch(() => undefined)
  }

  async function restore(): Promise<void> {
    const newest = (await journal.left().catch(() => [])).at(-1)
    if (newest && !isSameText(words(newest.kept.fields), words(given))) {
      const { fields } = newest.kept
      const blocks = await blocksIn(fields, given)
      // Whoever types meanwhile has the last word.
      const now = changed(readForm(form), given)
      fillForm(form, { ...fields, ...now }, 'body' in now ? null : blocks)
      await write()
      tell('restored')
    }
    if (newest) await journal.forget(newest.key).catch(() => undefined)
    if (Object.keys(early).length > 0) typed()
  }

  form.addEventListener('input', typed)
  document.addEventListener('visibilitychange', hidden)
  void restore()
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
    form.removeEventListener('input', typed)
    document.removeEventListener('visibilitychange', hidden)
    journal.close()
  }
  return {
    stop,
    async discard() {
      // An editor that shows what came back says that it was typed: that must not be written after this.
      stop()
      await journal.forgetAll()
    },
  }
}

/** Without the editor's names of paragraphs, which a form has only once it was touched. */
function words({ bodyIds: _, ...fields }: Fields): Fields {
  return fields
}

function changed(now: Fields, given: Fields): Fields {
  return Object.fromEntries(Object.entries(words(now)).filter(([name, text]) => text !== given[name]))
}
