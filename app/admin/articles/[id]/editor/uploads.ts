import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { newBlockId } from '@/lib/articles/block-id'
import { sendPicture } from '../../../pictures/send-picture'
import { nodeType } from './schema'

export type UploadWords = { sending: string; problem: string; problems: Record<string, string> }
type Change = { add: { key: string; at: number; line: HTMLElement } } | { remove: string }

const key = new PluginKey<DecorationSet>('uploads')

/** Where pictures will stand that are still on their way, however the text around them changes. */
export function uploads(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before) {
        const set = before.map(tr.mapping, tr.doc)
        const change: Change | undefined = tr.getMeta(key)
        if (!change) return set
        if ('remove' in change)
          return set.remove(set.find(undefined, undefined, (spec) => spec.key === change.remove))
        const { at, line } = change.add
        return set.add(tr.doc, [Decoration.widget(at, line, { key: change.add.key, ignoreSelection: true })])
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** Sends pictures one after the other; each takes its place once it is in the library. What fails says why, there. */
export async function takePictures(
  view: EditorView,
  files: File[],
  at: number,
  words: UploadWords,
): Promise<void> {
  const $at = view.state.doc.resolve(at)
  const places = files.map((file) => {
    const line = document.createElement('p')
    line.className = 'editor-upload'
    line.setAttribute('role', 'status')
    return { file, line, key: newBlockId(), at: $at.depth > 0 ? $at.after(1) : at }
  })
  for (const { key: one, line, at } of places)
    view.dispatch(view.state.tr.setMeta(key, { add: { key: one, at, line } } satisfies Change))
  for (const { file, line, key: one } of places) {
    const sent = await sendPicture(file, (share) => {
      const percent = String(Math.round(share * 100))
      line.textContent = words.sending.replace('{name}', file.name).replace('{percent}', percent)
    })
    if (view.isDestroyed) return
    if (!sent.ok) {
      line.setAttribute('role', 'alert')
      line.textContent = `${words.problem}: ${file.name}. ${words.problems[sent.error] ?? ''}`
      continue
    }
    const [place] = key.getState(view.state)?.find(undefined, undefined, (spec) => spec.key === one) ?? []
    const tr = view.state.tr.setMeta(key, { remove: one } satisfies Change)
    const { hash, alt } = sent.picture
    // Whoever removed the place while it was on its way wants no picture there; the library has it.
    if (place) tr.insert(place.from, nodeType('picture').create({ hash, alt }))
    view.dispatch(tr)
  }
}
