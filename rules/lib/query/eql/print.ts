// Prints a tree as a query: the same tree always gives the same text.
import type { Condition, EqlQuery, EventQuery, Expression, FieldRef, Leaf, Literal, Step } from './ast.ts'

const strength = { or: 0, and: 1, not: 2 } as const
const arithmeticStrength = { '+': 0, '-': 0, '*': 1, '/': 1, '%': 1 } as const

/** Prints a query that parses to this tree again. */
export function printEql(query: EqlQuery): string {
  if (query.kind === 'event') return printEvent(query)
  const span = query.maxspan === undefined ? '' : ` with maxspan=${query.maxspan.text}`
  const lines = [`sequence${by(query.by)}${span}`, ...query.steps.map((step) => `  ${printStep(step)}`)]
  return [...lines, ...(query.until === undefined ? [] : [`until ${printStep(query.until)}`])].join('\n')
}

function printStep({ missing, event, by: keys, runs }: Step): string {
  return `${missing ? '!' : ''}[${printEvent(event)}]${by(keys)}${runs === 1 ? '' : ` with runs=${runs}`}`
}

function by(keys: readonly FieldRef[]): string {
  return keys.length === 0 ? '' : ` by ${keys.map(printExpression).join(', ')}`
}

function printEvent({ category, condition }: EventQuery): string {
  const name = category === undefined ? 'any' : isPlainName(category) && category !== 'any' ? category : quote(category)
  return `${name} where ${printCondition(condition)}`
}

export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'or':
    case 'and':
      return condition.of.map((operand) => within(operand, strength[condition.kind])).join(` ${condition.kind} `)
    case 'not':
      return `not ${within(condition.of, strength.not)}`
    default:
      return printLeaf(condition)
  }
}

function within(condition: Condition, least: number): string {
  const kind = condition.kind
  const own = kind === 'or' || kind === 'and' || kind === 'not' ? strength[kind] : 3
  return own < least ? `(${printCondition(condition)})` : printCondition(condition)
}

function printLeaf(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'compare':
      return `${printExpression(leaf.left)} ${leaf.operator} ${printExpression(leaf.right)}`
    case 'match': {
      const [only] = leaf.values
      const single = leaf.values.length === 1 && only !== undefined && !leaf.operator.startsWith('in')
      const values = single ? printExpression(only) : `(${leaf.values.map(printExpression).join(', ')})`
      return `${printExpression(leaf.of)} ${leaf.operator} ${values}`
    }
    case 'truth':
      return printExpression(leaf.of)
  }
}

function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printLiteral(expression)
    case 'field':
      return `${expression.optional ? '?' : ''}${expression.name.split('.').map(namePart).join('.')}`
    case 'call': {
      const args = expression.arguments.map(printExpression).join(', ')
      return `${expression.name}${expression.insensitive ? '~' : ''}(${args})`
    }
    case 'arithmetic': {
      const own = arithmeticStrength[expression.operator]
      const side = (of: Expression, least: number) =>
        of.kind === 'arithmetic' && arithmeticStrength[of.operator] < least
          ? `(${printExpression(of)})`
          : printExpression(of)
      return `${side(expression.left, own)} ${expression.operator} ${side(expression.right, own + 1)}`
    }
  }
}

function printLiteral({ value, double }: Literal): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value !== 'number') return String(value)
  const text = String(value)
  return double && !/[.e]/.test(text) ? `${text}.0` : text
}

function isPlainName(text: string): boolean {
  return /^[A-Za-z_@][A-Za-z0-9_]*$/.test(text)
}

function namePart(text: string): string {
  return isPlainName(text) &&
    !/^(?:and|or|not|in|like|regex|true|false|null|where|by|with|until|sequence|sample)$/.test(text)
    ? text
    : `\`${text.replaceAll('`', '``')}\``
}

const escapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

function quote(text: string): string {
  return `"${[...text].map((char) => escapes[char] ?? char).join('')}"`
}
