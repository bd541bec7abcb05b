/** What somebody types as an address of the web may be without its beginning: `report.example/7`. */
export function typedAddress(text: string): string {
  const typed = text.trim()
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/i.test(typed) ? `https://${typed}` : typed
}
