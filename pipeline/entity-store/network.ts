// The network an address is in: what a host may change inside of without having moved.

const v4 = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/

/** The /24 of an IPv4 address, the /48 of an IPv6 address; undefined for anything else. */
export function networkOf(address: string | undefined): string | undefined {
  if (address === undefined || address.length > 45) return undefined
  const prefix = v4.exec(address)?.[1]
  if (prefix !== undefined) return `${prefix}.0/24`
  if (!address.includes(':')) return undefined
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  if (tail !== undefined) {
    const after = tail === '' ? 0 : tail.split(':').length
    while (groups.length + after < 8) groups.push('0')
  }
  if (groups.length < 3) return undefined
  return `${groups
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/48`
}
