import { say } from '@/messages/say'
import { editorWords } from '../editor/editor-words'

export type NoteWords = ReturnType<typeof noteWords>

/** What is said at the box of a note to readers, for its page to hand over. */
export function noteWords() {
  const { prompt, tools } = editorWords()
  return {
    prompt,
    tools: { strong: tools.strong, emphasis: tools.emphasis, link: tools.link },
    toolbar: say('note.toolbar'),
    preview: say('note.preview'),
  }
}
