import { say } from '@/messages/say'
import { problemSentences } from '../../../pictures/picture-problems'
import type { EditorWords } from '../body-editor'
import { tools } from './tools'

const fields = [
  ...([
    'speaker',
    'source',
    'href',
    'verified',
    'at',
    'alt',
    'caption',
    'credit',
    'url',
    'title',
    'site',
  ] as const),
]

/** What the editor says, for its page to hand over. */
export function editorWords(): EditorWords {
  return {
    label: say('editor.body'),
    toolbar: say('editor.toolbar'),
    tools: named(tools, (tool) => say(`editor.tool.${tool}`)),
    fields: named(fields, (field) => say(`editor.field.${field}`)),
    uploads: {
      sending: say('pictures.sending', { name: '{name}', percent: '{percent}' }),
      problem: say('pictures.problem'),
      problems: problemSentences(),
    },
    chooser: {
      title: say('editor.choosePicture'),
      search: say('pictures.search'),
      file: say('editor.sendFile'),
      none: say('pictures.none'),
      cancel: say('editor.cancel'),
      unnamed: say('pictures.noAlt'),
    },
    prompt: {
      address: say('editor.address'),
      use: say('editor.use'),
      remove: say('editor.removeLink'),
      cancel: say('editor.cancel'),
      unsafe: say('editor.unsafe'),
    },
    notOfTheWeb: say('editor.notOfTheWeb'),
  }
}

function named<K extends string>(names: readonly K[], sentence: (name: K) => string): Record<K, string> {
  return Object.fromEntries(names.map((name) => [name, sentence(name)])) as Record<K, string>
}
