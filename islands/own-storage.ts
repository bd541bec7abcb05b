/** What this device keeps for the site, or null. Reading the very property throws where a reader has forbidden it. */
export function ownStorage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
