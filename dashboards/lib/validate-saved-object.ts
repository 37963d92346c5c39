// Holds a decoded saved object against our schema.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { savedObjectSchema } from './saved-object.schema.ts'

export interface Refused {
  /** Dotted. */
  readonly path: string
  readonly message: string
}

let compiled: ValidateFunction | undefined

/** Everything in which a decoded object departs from the schema. */
export function validateSavedObject(decoded: JsonObject): Refused[] {
  // Types of "if" branches and required members of other branches are what the strict options would complain of.
  compiled ??= new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(
    savedObjectSchema,
  )
  if (compiled(decoded)) return []
  return (compiled.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath, message = 'is not valid', params }) => ({
      path: instancePath.slice(1).replaceAll('/', '.'),
      message: `${message}${detail(params)}`,
    }))
}

function detail(params: Record<string, unknown>): string {
  const named = params.unevaluatedProperty ?? params.allowedValues ?? params.allowedValue
  return named === undefined ? '' : `: ${Array.isArray(named) ? named.join(', ') : String(named)}`
}
