// The tools that receive codes at an address on the own computer, by their default port and path.
import { isLoopback } from '../kernel/ip-network.ts'
import { redirectTools } from './load.ts'

/** The tools whose default address is among these. `common`: developers also use each of the addresses. */
export function toolsAt(addresses: readonly string[]): { readonly tools: string[]; readonly common: boolean } {
  const found = addresses.flatMap((address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined
    if (url === undefined || !/^https?:$/.test(url.protocol) || !isLoopback(url.hostname) || url.port === '') return []
    const port = Number(url.port)
    const plainPath = url.pathname.toLowerCase().replace(/\/$/, '')
    return redirectTools().filter((entry) => (entry.port ?? port) === port && (entry.path ?? plainPath) === plainPath)
  })
  return {
    tools: [...new Set(found.map(({ tool }) => tool))],
    common: found.length > 0 && found.every(({ common }) => common === true),
  }
}
