/** An id that no block has had or will have: seventy bits of chance, short enough to stand in an address. */
export function newBlockId(): string {
  const letters = crypto.getRandomValues(new Uint8Array(14))
  return `p${Array.from(letters, (byte) => (byte % 32).toString(32)).join('')}`
}
