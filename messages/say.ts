import { IntlMessageFormat } from 'intl-messageformat'
import en from './en.json'

export type Message = keyof typeof en
type Values = Record<string, string | number>

const sentences: Record<'en', Record<Message, string>> = { en }
const kept = new Map<Message, IntlMessageFormat>()

/**
 * A sentence of the interface, in the site's language, with its values put in (ICU message syntax). Every sentence
 * a person reads comes from here; a name that is not in messages/en.json does not compile.
 */
export function say(message: Message, values?: Values): string {
  const sentence = sentences.en[message]
  if (!values) return sentence
  const format = kept.get(message) ?? new IntlMessageFormat(sentence, 'en', undefined, { ignoreTag: true })
  kept.set(message, format)
  return String(format.format(values))
}
