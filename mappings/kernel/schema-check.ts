import type { ValidateFunction } from 'ajv/dist/2020.js'
import { ajv2020 } from './loaded-late.ts'

/** One fault in a value. `path` is the dotted path of the member; it is empty for the value as a whole. */
export interface Refused {
  readonly path: string
  readonly message: string
}

/** A check that compiles its schema at its first use. It returns all faults of a value. */
export function schemaCheck(schema: object): (value: unknown) => Refused[] {
  let compiled: ValidateFunction | undefined
  return (value) => {
    // The strict options would reject types in "if" branches, and required members of other branches.
    compiled ??= new (ajv2020())({
      allErrors: true,
      strict: true,
      strictRequired: false,
      strictTypes: false,
    }).compile(schema)
    if (compiled(value)) return []
    return (compiled.errors ?? [])
      .filter(({ keyword }) => keyword !== 'if')
      .map(({ instancePath, message = 'is not valid', params }) => ({
        path: instancePath.slice(1).replaceAll('/', '.'),
        message: `${message}${detail(params)}`,
      }))
  }
}

function detail(params: Record<string, unknown>): string {
  const named = params.unevaluatedProperty ?? params.additionalProperty ?? params.allowedValues ?? params.allowedValue
  return named === undefined ? '' : `: ${Array.isArray(named) ? named.join(', ') : String(named)}`
}
