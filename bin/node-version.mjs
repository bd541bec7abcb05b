/** What is wrong with this version of Node, as a sentence for whoever started it; null when it will do. */
export function versionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return null
  return `Tribune needs Node 20.19 or later, and this is Node ${version}.`
}
