import { expect, test } from 'vitest'
import { addressBlock } from './address-block'

test('an IPv4 address stands for itself, mapped or not', () => {
  expect(addressBlock('192.0.2.7')).toBe('192.0.2.7')
  expect(addressBlock('::ffff:192.0.2.7')).toBe('192.0.2.7')
})

test('all addresses of one IPv6 /64 count as one, however they are written', () => {
  const block = '2001:db8:0:1::/64'
  expect(addressBlock('2001:db8:0:1::1')).toBe(block)
  expect(addressBlock('2001:0DB8:0000:0001:ffff:0:0:9')).toBe(block)
  expect(addressBlock('2001:db8:0:2::1')).not.toBe(block)
  expect(addressBlock('::1')).toBe('0:0:0:0::/64')
})
