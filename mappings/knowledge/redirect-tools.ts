// The tools that receive codes at an address on the own computer, by their default port and path.
import { redirectTools } from './load.ts'

const loopback = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]):(\d{1,5})(\/[^?#]*)?/i

/** The tools whose default address is among these. `common`: developers also use each of the addresses. */
export function toolsAt(addresses: readonly string[]): { readonly tools: string[]; readonly common: boolean } {
  const found = addresses.flatMap((address) => {
    const [, port, path = '/'] = loopback.exec(address.trim()) ?? []
    if (port === undefined) return []
    const plainPath = path.toLowerCase().replace(/\/$/, '')
    return redirectTools().filter(
      (entry) => (entry.port ?? Number(port)) === Number(port) && (entry.path ?? plainPath) === plainPath,
    )
  })
  return {
    tools: [...new Set(found.map(({ tool }) => tool))],
    common: found.length > 0 && found.every(({ common }) => common === true),
  }
}
