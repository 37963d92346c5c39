// Values of EQL: their kinds, and how each is computed from one value of one field.
import { type FieldType, longestIndexed } from '../../../../mappings/fields/field.ts'
import { isMappedNetwork, networkTest } from '../../../../mappings/kernel/ip-network.ts'
import { isObject, type Json } from '../../../../mappings/kernel/json.ts'
import { type FieldCatalog, resolveField } from '../catalog.ts'
import { toMilliseconds } from '../kql/dates.ts'
import type { Span } from '../problem.ts'
import { refuse } from '../refusal.ts'
import type { ArithmeticOperator, Expression, FieldRef } from './ast.ts'
import { functionOf, type Kind, refusedFunctions, type Scalar } from './functions.ts'

const arithmeticFunctions: Readonly<Record<ArithmeticOperator, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '%': 'modulo',
}

/** A compiled value. `evaluate` takes one value of the only field that it reads, or null if there is no value. */
export interface Computed {
  readonly kind: Kind
  readonly evaluate: (value: Scalar) => Scalar
}

/** Compiles a value. Throws a Refusal if Elasticsearch would reject it or offline and online results could differ. */
export function compileExpression(expression: Expression, catalog: FieldCatalog): Computed {
  switch (expression.kind) {
    case 'literal': {
      const { value, double } = expression
      return { kind: literalKind(value, double), evaluate: () => value }
    }
    case 'field':
      return { kind: fieldKind(expression, catalog), evaluate: (value) => value }
    case 'arithmetic': {
      const name = arithmeticFunctions[expression.operator]
      return compileCall(name, false, [expression.left, expression.right], expression.span, catalog)
    }
    case 'call': {
      const { name, insensitive, nameSpan } = expression
      const reason = refusedFunctions.get(name)
      if (reason !== undefined) refuse('Q004', nameSpan, `${name} is not evaluated offline: ${reason}`)
      return compileCall(name, insensitive, expression.arguments, nameSpan, catalog)
    }
  }
}

function compileCall(
  name: string,
  insensitive: boolean,
  args: readonly Expression[],
  span: Span,
  catalog: FieldCatalog,
): Computed {
  const type = functionOf(name)
  if (type === undefined) return refuse('Q001', span, `there is no function ${name}`)
  if (insensitive && type.folds === undefined) refuse('Q001', span, `${name} has no case-insensitive form with ~`)
  const most = type.repeats ? Number.POSITIVE_INFINITY : type.parameters.length
  const least = type.parameters.length - (type.optional ?? 0)
  if (args.length < least || args.length > most) {
    const wanted = most === least ? `${least}` : type.repeats ? `${least} or more` : `${least} to ${most}`
    refuse('Q001', span, `${name} takes ${wanted} values, found ${args.length}`)
  }
  const computed = args.map((argument, i) => {
    const part = compileExpression(argument, catalog)
    const kinds = type.parameters[Math.min(i, type.parameters.length - 1)] ?? []
    if (part.kind !== 'null' && !kinds.includes(part.kind))
      refuse('Q003', argument.span, `${name} takes ${kinds.join(' or ')} here, found ${part.kind}`)
    if (insensitive) asciiOnly(argument)
    if (name === 'cidrMatch' && i > 0) isNetwork(argument)
    return part
  })
  const kind = type.returns(computed.map((part) => part.kind))
  // A double with a whole-number value still divides as a double.
  const exact = name === 'divide' && kind === 'double'
  const call = (values: Scalar[]): Scalar => {
    if (!exact) return type.call(values, insensitive)
    const [a, b] = values as [number, number]
    return b === 0 ? null : a / b
  }
  return {
    kind,
    evaluate(value) {
      const values: Scalar[] = []
      for (const part of computed) {
        const result = part.evaluate(value)
        if (result === null) return null
        values.push(result)
      }
      return call(values)
    },
  }
}

function isNetwork(expression: Expression): void {
  const { span } = expression
  const text =
    expression.kind === 'literal' ? String(expression.value) : refuse('Q004', span, 'a network must be a literal')
  if (isMappedNetwork(text))
    refuse('Q003', span, `Elasticsearch does not accept the network ${text}`, 'write the IPv4 network')
  if (networkTest(text) === undefined)
    refuse('Q003', span, `${JSON.stringify(text)} is neither an address nor a network`, 'write 192.0.2.0/24')
}

/** Rejects letters that Elasticsearch does not fold in a case-insensitive comparison. */
export function asciiOnly(expression: Expression): void {
  if (expression.kind !== 'literal' || typeof expression.value !== 'string') return
  const { value, span } = expression
  const odd = [...value].find((char) => char > '\x7f' && char.toLowerCase() !== char.toUpperCase())
  if (odd !== undefined)
    refuse('Q004', span, `Elasticsearch does not fold the case of ${odd}`, 'list both spellings, compared with case')
}

function literalKind(value: Scalar, double: true | undefined): Kind {
  if (value === null) return 'null'
  if (typeof value === 'number') return double ? 'double' : 'integer'
  return typeof value === 'boolean' ? 'boolean' : 'string'
}

function fieldKind({ name, span }: FieldRef, catalog: FieldCatalog): Kind {
  const resolved = resolveField(name, catalog)
  switch (resolved.kind) {
    case 'unknown':
      // The checker reports the unknown field with a suggestion; a test of the field never holds.
      return 'null'
    case 'flattened_key':
      return refuse('Q004', span, `${name} is a key of the flattened field ${resolved.root}, which EQL cannot read`)
    case 'in_nested':
      return refuse('Q004', span, `${name} is inside the nested field ${resolved.root}, which EQL cannot read`)
    case 'field':
      return kindOf(resolved.field.type, name, span)
  }
}

function kindOf(type: FieldType, name: string, span: Span): Kind {
  switch (type) {
    case 'keyword':
    case 'wildcard':
    case 'constant_keyword':
      return 'string'
    case 'long':
      return 'integer'
    case 'double':
      return 'double'
    case 'boolean':
      return 'boolean'
    case 'ip':
      return 'address'
    case 'date':
      return 'date'
    case 'text':
    case 'match_only_text':
      return refuse('Q004', span, `${name} is full text, which EQL cannot read`, 'test a keyword field')
    case 'flattened':
    case 'nested':
    case 'object':
    case 'geo_point':
      return refuse('Q003', span, `${name} is of type ${type} and has no comparable value`)
  }
}

/** Returns a field's values as Elasticsearch indexes them, without the values that Elasticsearch would not index. */
export function indexedValues(found: readonly Json[], type: FieldType | undefined): Scalar[] {
  return found.map((value) => indexedValue(value, type)).filter((value) => value !== undefined)
}

/** Returns one value in its indexed form; undefined if Elasticsearch would not index the value. */
export function indexedValue(value: Json, type: FieldType | undefined): Scalar | undefined {
  if (value === null || Array.isArray(value) || isObject(value)) return undefined
  switch (type) {
    case 'keyword':
    case 'wildcard':
      return String(value).length > longestIndexed[type] ? undefined : String(value)
    case 'constant_keyword':
    case 'ip':
      return String(value)
    case 'long':
    case 'double': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      if (typeof number !== 'number' || !Number.isFinite(number)) return undefined
      // Whole-number fields drop the fraction of a stored value.
      return type === 'long' ? Math.trunc(number) : number
    }
    case 'boolean':
      return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
    case 'date':
      return toMilliseconds(value)
    default:
      return undefined
  }
}
