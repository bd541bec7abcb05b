import type { Check } from './check'
import { approvalsNeeded } from './newcomer'

export const mostLinksOfNewcomers = 2
export const mostLinksOfAnybody = 5

/** Holds what links a lot, to where nothing good is, or elsewhere than it says. Hosts that are allowed count for nothing. */
export const links: Check = ({ links, author }, { deniedHosts, allowedHosts }) => {
  const most = author.approvedCount < approvalsNeeded ? mostLinksOfNewcomers : mostLinksOfAnybody
  const hosts = links.map(({ href }) => hostOf(href)).filter((host) => !isWithin(host, allowedHosts))
  const denied = hosts.find((host) => isWithin(host, deniedHosts))
  if (denied !== undefined) return hold('link-denied', { host: denied })
  const disguised = links.find(({ href, text }) => isDisguised(text, hostOf(href)))
  if (disguised)
    return hold('link-disguised', { text: disguised.text.slice(0, 100), host: hostOf(disguised.href) })
  return hosts.length > most ? hold('links', { count: hosts.length, most }) : null
}

/** Whether a host is one of these or lies under one: `a.example.com` under `example.com`, `badexample.com` not. */
export function isWithin(host: string, hosts: readonly string[]): boolean {
  const bare = host.replace(/\.$/, '').toLowerCase()
  return hosts.some((each) => bare === each.toLowerCase() || bare.endsWith(`.${each.toLowerCase()}`))
}

/** Whether a link's words look like an address, and its own is another. */
function isDisguised(text: string, host: string): boolean {
  const shown = /^\s*(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/?#:]\S*)?\s*$/iu.exec(text)?.[1]
  if (shown === undefined || host === '') return false
  const [one, other] = [shown, host].map((name) => name.toLowerCase().replace(/^www\./, ''))
  // An address in other letters is compared in the letters of the network.
  const canonical = URL.canParse(`http://${one}`) ? new URL(`http://${one}`).hostname : one
  return canonical !== other
}

function hostOf(href: string): string {
  return new URL(href).hostname
}

function hold(check: string, detail: Record<string, string | number>) {
  return { check, verdict: 'hold' as const, detail }
}
