// The EQL functions that are evaluated offline: their parameters and results.
import { networkTest } from '../../../../mappings/kernel/ip-network.ts'
import { foldAscii } from './pattern.ts'

export type Kind = 'string' | 'integer' | 'double' | 'boolean' | 'address' | 'date' | 'null'
export type Scalar = string | number | boolean | null

export interface FunctionType {
  readonly parameters: readonly (readonly Kind[])[]
  /** The number of trailing parameters that may be omitted. */
  readonly optional?: number
  /** The last parameter may be repeated. */
  readonly repeats?: true
  /** May be written with `~`. */
  readonly folds?: true
  returns(kinds: readonly Kind[]): Kind
  /** Receives values of the kinds of the parameters, never null: a null argument gives null without a call. */
  call(values: readonly Scalar[], insensitive: boolean): Scalar
}

const text = ['string'] as const
const number = ['integer', 'double'] as const
const printable = ['string', 'integer', 'boolean', 'address'] as const

const arithmetic = (call: (a: number, b: number, integers: boolean) => number | null): FunctionType => ({
  parameters: [number, number],
  returns: (kinds) => (kinds.includes('double') ? 'double' : 'integer'),
  call: ([a, b]) => call(a as number, b as number, Number.isInteger(a) && Number.isInteger(b)),
})

const folded = (value: Scalar | undefined, insensitive: boolean) =>
  insensitive ? foldAscii(value as string) : (value as string)

const textTest = (test: (source: string, part: string) => boolean): FunctionType => ({
  parameters: [text, text],
  folds: true,
  returns: () => 'boolean',
  call: ([source, part], insensitive) => test(folded(source, insensitive), folded(part, insensitive)),
})

const networks = new Map<string, ReturnType<typeof networkTest>>()

const functions = {
  add: arithmetic((a, b) => a + b),
  subtract: arithmetic((a, b) => a - b),
  multiply: arithmetic((a, b) => a * b),
  // Division of whole numbers drops the fraction, as in Java. The types decide: see `divide` in expression.ts.
  divide: arithmetic((a, b, integers) => (b === 0 ? null : integers ? Math.trunc(a / b) : a / b)),
  modulo: arithmetic((a, b) => (b === 0 ? null : a % b)),
  startsWith: textTest((source, part) => source.startsWith(part)),
  endsWith: textTest((source, part) => source.endsWith(part)),
  stringContains: textTest((source, part) => source.includes(part)),
  length: { parameters: [text], returns: () => 'integer', call: ([source]) => (source as string).length },
  indexOf: {
    parameters: [text, text, ['integer']],
    optional: 1,
    folds: true,
    returns: () => 'integer',
    call: ([source, part, from], insensitive) => {
      const start = Math.max(0, (from as number | undefined) ?? 0)
      const inside = folded(source, insensitive)
      if (start > inside.length) return null
      const found = inside.indexOf(folded(part, insensitive), start)
      return found === -1 ? null : found
    },
  },
  substring: {
    parameters: [text, ['integer'], ['integer']],
    optional: 1,
    returns: () => 'string',
    call: ([source, start, end]) => (source as string).slice(start as number, end as number | undefined),
  },
  between: {
    parameters: [text, text, text, ['boolean']],
    optional: 1,
    folds: true,
    returns: () => 'string',
    call: ([source, left, right, greedy], insensitive) => {
      const inside = folded(source, insensitive)
      const opening = folded(left, insensitive)
      const closing = folded(right, insensitive)
      const found = inside.indexOf(opening)
      if (found === -1) return ''
      const start = found + opening.length
      const end = greedy === true ? inside.lastIndexOf(closing) : inside.indexOf(closing, start)
      return end < start ? '' : (source as string).slice(start, end)
    },
  },
  concat: {
    parameters: [printable],
    repeats: true,
    returns: () => 'string',
    call: (values) => values.map(String).join(''),
  },
  string: { parameters: [printable], returns: () => 'string', call: ([value]) => String(value) },
  cidrMatch: {
    parameters: [['address', 'string'], text],
    repeats: true,
    returns: () => 'boolean',
    call: ([address, ...wanted]) =>
      wanted.some((network) => {
        const name = String(network)
        if (!networks.has(name)) networks.set(name, networkTest(name))
        return networks.get(name)?.(String(address)) === true
      }),
  },
} as const satisfies Record<string, FunctionType>

/** Functions that Elasticsearch has and we refuse, with the reason. */
export const refusedFunctions: ReadonlyMap<string, string> = new Map([
  ['number', 'the search fails as soon as one value is not a number'],
])

export const functionNames: readonly string[] = [...Object.keys(functions), ...refusedFunctions.keys()]

/** Returns the function of a name that the parser has accepted. */
export function functionOf(name: string): FunctionType | undefined {
  return Object.hasOwn(functions, name) ? functions[name as keyof typeof functions] : undefined
}
