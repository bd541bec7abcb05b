import { errorStatuses } from './error-statuses'
import { say } from './say'

/** The words of an error page that has to do without Next and the database. */
export function errorWords(status: number): { title: string; sentence: string; home: string } {
  const known = errorStatuses.find((each) => each === status) ?? 500
  return {
    title: say(`error.${known}.title`),
    sentence: say(`error.${known}.text`),
    home: say('error.toFront'),
  }
}

/** For the text of a form that could not be taken, given back on the page that says so. */
export function givenBackWords(): { box: string; again: string } {
  return { box: say('error.text'), again: say('error.again') }
}
