import { say } from '@/messages/say'
import { editorWords } from './editor/editor-words'

export type LeadWords = ReturnType<typeof leadWords>

/** What is said at the lead picture, for its page to hand over. */
export function leadWords() {
  const { chooser, uploads } = editorWords()
  return {
    ...{ chooser, uploads },
    choose: say('writing.lead.choose'),
    another: say('writing.lead.another'),
    remove: say('writing.lead.remove'),
    picture: say('writing.lead.picture'),
    library: say('writing.lead.library'),
  }
}
