// Holds a value against a JSON schema.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

/** One thing that a schema refuses. `path` is the member, dotted; empty for the value as a whole. */
export interface Refused {
  readonly path: string
  readonly message: string
}

/** A check of values that compiles its schema when it is first used. It returns everything that the schema refuses. */
export function schemaCheck(schema: object): (value: unknown) => Refused[] {
  let compiled: ValidateFunction | undefined
  return (value) => {
    // Types of "if" branches and required members of other branches are what the strict options would complain of.
    compiled ??= new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(
      schema,
    )
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
