// Describes the validation error of a value in environment.yaml.
import type { ErrorObject } from 'ajv/dist/2020.js'
import { nearest } from '../kernel/suggest.ts'

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  object: 'a group of settings',
}

const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? 'nothing'

export interface Wording {
  readonly message: string
  readonly hint?: string
  /** The wrong key, if the key and not its value is wrong. */
  readonly key?: string
}

/** Describes one schema error; undefined for an error that only repeats another. `source` is a number as written in the file. */
export function explain(error: ErrorObject, source?: string): Wording | undefined {
  const { keyword, params, parentSchema, data } = error
  const description = typeof parentSchema?.description === 'string' ? parentSchema.description : undefined
  switch (keyword) {
    case 'if':
      return undefined
    case 'additionalProperties': {
      const key = String(params.additionalProperty)
      const known = Object.keys(parentSchema?.properties ?? {})
      const meant = nearest(key, known)
      return {
        message: `unknown key ${show(key)}`,
        hint: meant ? `did you mean ${meant}?` : `known: ${known.join(', ')}`,
        key,
      }
    }
    case 'required':
      return { message: `lacks ${params.missingProperty}` }
    case 'type': {
      const quote = params.type === 'string' && typeof data === 'number'
      return {
        // The number may be rounded, and would then identify another application.
        message: `must be ${typeNames[params.type] ?? params.type}, not ${(quote && source) || show(data)}`,
        ...(quote && { hint: 'put it in quotes' }),
      }
    }
    case 'enum': {
      const values = (params.allowedValues as unknown[]).map(String)
      const meant = typeof data === 'string' ? nearest(data, values) : undefined
      const hint = [
        ...(meant === undefined ? [] : [`did you mean ${meant}?`]),
        ...(description === undefined ? [] : [description]),
      ].join(' ')
      return { message: `must be one of ${values.join(', ')}, not ${show(data)}`, ...(hint !== '' && { hint }) }
    }
    case 'uniqueItems':
      return { message: `has the entry ${show((data as unknown[])[params.i])} twice` }
    case 'minLength':
      return { message: 'must not be empty' }
    default:
      return {
        message: description ? `must be ${description}, not ${show(data)}` : `${error.message}, but is ${show(data)}`,
      }
  }
}
