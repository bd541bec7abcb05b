/** What this device kept under a name; null where it kept nothing, or a person has forbidden it: then reading throws. */
export function readOnDevice(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Keeps a text on this device. False where it would not. */
export function keepOnDevice(name: string, text: string): boolean {
  try {
    localStorage.setItem(name, text)
    return true
  } catch {
    return false
  }
}
