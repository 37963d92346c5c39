// Writes small databases in MaxMind's format (https://maxmind.github.io/MaxMind-DB/), so tests need no vendor database.
import { isIPv4 } from 'node:net'

type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value }

const types = { text: 2, double: 3, uint32: 6, map: 7, uint64: 9, list: 11, boolean: 14 } as const

function control(type: number, size: number): Buffer {
  if (size >= 285) throw new Error('too long for a test database')
  const first = ((type <= 7 ? type : 0) << 5) | Math.min(size, 29)
  return Buffer.from([first, ...(type <= 7 ? [] : [type - 7]), ...(size >= 29 ? [size - 29] : [])])
}

function encode(value: Value): Buffer {
  if (typeof value === 'string') {
    const text = Buffer.from(value)
    return Buffer.concat([control(types.text, text.length), text])
  }
  if (typeof value === 'boolean') return control(types.boolean, value ? 1 : 0)
  if (typeof value === 'number') {
    const whole = Number.isInteger(value) && value >= 0
    const bytes = Buffer.alloc(whole ? 4 : 8)
    if (whole) bytes.writeUInt32BE(value)
    else bytes.writeDoubleBE(value)
    return Buffer.concat([control(whole ? types.uint32 : types.double, bytes.length), bytes])
  }
  if (Array.isArray(value)) return Buffer.concat([control(types.list, value.length), ...value.map(encode)])
  const entries = Object.entries(value)
  return Buffer.concat([
    control(types.map, entries.length),
    ...entries.flatMap(([name, member]) => [encode(name), encode(member)]),
  ])
}

/** The bits of an address in an IPv6 tree; IPv4 is below ::/96. */
function bitsOf(address: string): number[] {
  const bytes = isIPv4(address)
    ? [...Array<number>(12).fill(0), ...address.split('.').map(Number)]
    : wordsOf(address).flatMap((word) => [word >> 8, word & 255])
  return bytes.flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (byte >> bit) & 1))
}

function wordsOf(address: string): number[] {
  const [head = '', tail] = address.split('::')
  const words = (text: string) =>
    text
      .split(':')
      .filter(Boolean)
      .map((word) => Number.parseInt(word, 16))
  if (tail === undefined) return words(head)
  const missing = 8 - words(head).length - words(tail).length
  return [...words(head), ...Array<number>(missing).fill(0), ...words(tail)]
}

type Branch = [Branch | number | undefined, Branch | number | undefined]

/** Makes a database of a type. `networks` maps networks (`198.51.100.0/24`, `2001:db8::/32`) to their data. */
export function makeDatabase(databaseType: string, networks: Readonly<Record<string, Value>>): Buffer {
  const root: Branch = [undefined, undefined]
  const data: Buffer[] = []
  let offset = 0
  for (const [network, value] of Object.entries(networks)) {
    const [address = '', prefix = ''] = network.split('/')
    const bits = bitsOf(address).slice(0, Number(prefix) + (isIPv4(address) ? 96 : 0))
    let here = root
    for (const bit of bits.slice(0, -1)) {
      const next = here[bit]
      if (typeof next === 'number') throw new Error('networks of a test database must not overlap')
      const branch: Branch = next ?? [undefined, undefined]
      here[bit] = branch
      here = branch
    }
    here[bits.at(-1) as number] = offset
    const bytes = encode(value)
    data.push(bytes)
    offset += bytes.length
  }
  const nodes: Branch[] = []
  const number = (branch: Branch): void => {
    nodes.push(branch)
    for (const next of branch) if (Array.isArray(next)) number(next)
  }
  number(root)
  const tree = Buffer.alloc(nodes.length * 8)
  nodes.forEach((branch, i) => {
    branch.forEach((next, side) => {
      const record =
        next === undefined ? nodes.length : Array.isArray(next) ? nodes.indexOf(next) : nodes.length + 16 + next
      tree.writeUInt32BE(record, i * 8 + side * 4)
    })
  })
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_767_225_600,
    database_type: databaseType,
    description: { en: 'invented for a test' },
    ip_version: 6,
    languages: ['en'],
    node_count: nodes.length,
    record_size: 32,
  })
  const marker = Buffer.concat([Buffer.from([0xab, 0xcd, 0xef]), Buffer.from('MaxMind.com')])
  return Buffer.concat([tree, Buffer.alloc(16), ...data, marker, metadata])
}
