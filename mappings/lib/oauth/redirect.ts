// The kinds of the addresses to which an application receives its codes and tokens.
import { words } from '../../fields/field.ts'
import { isLoopback } from '../../kernel/ip-network.ts'

export type RedirectKind = 'https' | 'http' | 'loopback' | 'custom_scheme' | 'wildcard' | 'shared_hosting'

/** Hosts under which anyone can register a subdomain: hosting, tunnels and form services. */
const sharedHosting = words(`
  azurewebsites.net azurestaticapps.net blob.core.windows.net web.core.windows.net cloudapp.azure.com azureedge.net
  azurefd.net trafficmanager.net herokuapp.com github.io gitlab.io netlify.app vercel.app pages.dev workers.dev
  trycloudflare.com firebaseapp.com web.app appspot.com run.app cloudfunctions.net amazonaws.com cloudfront.net
  onrender.com fly.dev glitch.me repl.co replit.app replit.dev ngrok.io ngrok.app ngrok-free.app ngrok.dev serveo.net
  loca.lt localhost.run devtunnels.ms webhook.site pipedream.net ondigitalocean.app surge.sh
`)

const scheme = /^([a-z][a-z0-9+.-]*):/i
const authority = /^[a-z][a-z0-9+.-]*:\/\/(?:[^\\/?#]*@)?(\[[^\]/?#]*\]|[^\\:/?#]*)/i

/**
 * The host of an address as a browser reads it, in lower case and without the trailing dot; undefined if the address
 * has no host. If the address is not a valid URL, such as one with a wildcard port, the host is read from its text.
 */
export function redirectHost(address: string): string | undefined {
  const written = URL.canParse(address) ? new URL(address).hostname : authority.exec(address)?.[1]
  const host = written?.toLowerCase().replace(/\.$/, '')
  return host === undefined || host === '' ? undefined : host
}

function isShared(host: string): boolean {
  return sharedHosting.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))
}

/** The kinds of one address, the scheme first. */
export function redirectKinds(address: string): RedirectKind[] {
  const text = address.trim()
  const kinds: RedirectKind[] = []
  const name = scheme.exec(text)?.[1]?.toLowerCase()
  const host = redirectHost(text)
  // A browser opens 0.0.0.0 on the own computer.
  if (host !== undefined && (isLoopback(host) || host === '0.0.0.0')) kinds.push('loopback')
  else if (name === 'https') kinds.push('https')
  else if (name === 'http') kinds.push('http')
  else if (name !== undefined) kinds.push('custom_scheme')
  if (text.includes('*')) kinds.push('wildcard')
  if (host !== undefined && isShared(host)) kinds.push('shared_hosting')
  return kinds
}

/** Members of the redirect group for a list before and a list after. */
export interface RedirectChange {
  readonly added: string[]
  readonly removed: string[]
  readonly added_domains: string[]
  readonly kind: RedirectKind[]
}

/** Returns the changes between two lists of addresses, or undefined without changes. */
export function redirectChange(before: readonly string[], after: readonly string[]): RedirectChange | undefined {
  const had = new Set(before)
  const has = new Set(after)
  const added = [...has].filter((address) => !had.has(address))
  const removed = [...had].filter((address) => !has.has(address))
  if (added.length === 0 && removed.length === 0) return undefined
  const domains = added.map(redirectHost).filter((host) => host !== undefined)
  return { added, removed, added_domains: [...new Set(domains)], kind: [...new Set(added.flatMap(redirectKinds))] }
}
