/** Returns the target of a redirect; undefined for any other response. The query is omitted: it may contain a token. */
export function redirectTarget(status: number, location: unknown, from: string): string | undefined {
  if (status < 300 || status > 399) return undefined
  if (typeof location !== 'string' || !URL.canParse(location, from)) return 'an unknown address'
  const { origin, pathname } = new URL(location, from)
  return `${origin}${pathname}`
}
