import { expect, test } from 'vitest'
import { securityTxtFaults } from './small-files.fixture'

const now = new Date('2026-11-27T08:00:00Z')
const sound =
  'Contact: mailto:desk@news.example\nExpires: 2027-05-01T00:00:00.000Z\nPreferred-Languages: en, pt\n'

test('what RFC 9116 asks of a security.txt is asked', () => {
  expect(securityTxtFaults(sound, now)).toEqual([])
  for (const broken of [
    sound.replace(/^Contact.*\n/, ''),
    sound.replace('Contact: ', 'Contact:'),
    sound.replace('mailto:desk@news.example', 'http://news.example/contact'),
    sound.replace('2027-05-01', '2029-05-01'),
    sound.replace('2027-05-01T00:00:00.000Z', '1 May 2027'),
    `${sound}Expires: 2027-05-01T00:00:00Z\n`,
    sound.replace('en, pt', 'English'),
    sound.slice(0, -1),
  ])
    expect([broken, securityTxtFaults(broken, now)]).not.toEqual([broken, []])
})
