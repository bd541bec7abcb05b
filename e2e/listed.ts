/**
 * An address that every examination of pages goes to (addresses*.ts). With `atLength` it is a quieter corner: a browser
 * looks at it in `npm run test:long` only, what needs no browser always.
 */
export type Listed = { address: string; status: number; atLength?: true }

export const isLong = process.env.TRIBUNE_LONG === '1'

export function listed(addresses: string[], more: Partial<Omit<Listed, 'address'>> = {}): Listed[] {
  return addresses.map((address) => ({ address, status: 200, ...more }))
}

/** Of these, what a browser has the time for. */
export function inTime(list: Listed[]): Listed[] {
  return isLong ? list : list.filter(({ atLength }) => !atLength)
}
