// Checks a hunt against the subset of ES|QL that hunts use: commands, functions, columns, values and types of
// comparisons (https://www.elastic.co/docs/reference/query-languages/esql). No server runs the queries here.
import type { Field } from '../../../mappings/fields/field.ts'

/** The columns of an index, by name; `values` lists the allowed values of a keyword. */
export type Columns = ReadonlyMap<string, Pick<Field, 'type'> & Partial<Pick<Field, 'values'>>>

const functions = new Set('CASE COALESCE COUNT COUNT_DISTINCT DATE_DIFF MAX MIN NOW SUM TO_LOWER VALUES'.split(' '))
const aggregations = new Set('COUNT COUNT_DISTINCT MAX MIN SUM VALUES'.split(' '))
const words = new Set(
  'AND OR NOT IN IS NULL LIKE RLIKE TRUE FALSE ASC DESC NULLS FIRST LAST MINUTES HOURS DAYS'.split(' '),
)
const token = /\s*(?:("(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|([@A-Za-z_][\w.@]*)|(==|!=|<=|>=|[-+*/<>=(),|]))/y

interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'sign'
  readonly text: string
}

/** Returns the problems of a query. `columnsOf` returns the columns of an index pattern. */
export function checkEsql(query: string, columnsOf: (index: string) => Columns | undefined): string[] {
  const [from = '', ...rest] = query.split(/\n\|\s*/)
  const index = /^FROM (\S+)$/.exec(from)?.[1]
  if (index === undefined) return ['the query does not begin with FROM and one index pattern']
  const known = columnsOf(index)
  if (known === undefined) return [`${index} is not an index pattern of Consentry`]
  const problems: string[] = []
  let columns: Columns = known
  for (const stage of rest) {
    const [, command = '', text = ''] = /^(\w+)\s+(.*)$/s.exec(stage) ?? []
    columns = checkStage(command, text, columns, problems)
  }
  return problems
}

/** Checks one command and returns the columns of its output. */
function checkStage(command: string, text: string, columns: Columns, problems: string[]): Columns {
  const tokens = tokensOf(text, problems)
  switch (command) {
    case 'WHERE':
    case 'SORT':
      checkExpression(tokens, columns, problems)
      return columns
    case 'LIMIT':
      if (tokens.length !== 1 || tokens[0]?.kind !== 'number') problems.push('LIMIT takes one number')
      return columns
    case 'KEEP': {
      checkExpression(tokens, columns, problems)
      const kept = new Set(tokens.map((each) => each.text))
      return new Map([...columns].filter(([name]) => kept.has(name)))
    }
    case 'EVAL':
      return new Map([...columns, ...assigned(split(tokens), columns, problems)])
    case 'STATS': {
      const by = tokens.findIndex((each) => each.text === 'BY')
      const aggregated = split(by < 0 ? tokens : tokens.slice(0, by))
      for (const [, , call] of aggregated)
        if (!aggregations.has(call?.text ?? '')) problems.push(`${call?.text ?? 'nothing'} is not an aggregation`)
      const groups = by < 0 ? [] : tokens.slice(by + 1).filter(({ kind }) => kind === 'name')
      checkExpression(groups, columns, problems)
      const kept = groups.flatMap(({ text: name }) => {
        const column = columns.get(name)
        return column === undefined ? [] : [[name, column] as const]
      })
      return new Map([...kept, ...assigned(aggregated, columns, problems)])
    }
    default:
      problems.push(`${command} is not a command that hunts support`)
      return columns
  }
}

/** Checks the expressions in `name = expression` parts and returns the new columns. */
function assigned(parts: readonly (readonly Token[])[], columns: Columns, problems: string[]) {
  return parts.flatMap(([name, equals, ...expression]) => {
    if (name?.kind !== 'name' || equals?.text !== '=') {
      problems.push(`${name?.text ?? 'an expression'} has no name`)
      return []
    }
    checkExpression(expression, columns, problems)
    return [[name.text, { type: typeOf(expression, columns) }] as const]
  })
}

function typeOf([first, , argument]: readonly Token[], columns: Columns): Field['type'] {
  if (first === undefined) return 'keyword'
  if (/^(?:COUNT|COUNT_DISTINCT|DATE_DIFF|SUM)$/.test(first.text)) return 'long'
  const column = columns.get(first.text) ?? columns.get(argument?.text ?? '')
  return column?.type ?? 'date'
}

function checkExpression(tokens: readonly Token[], columns: Columns, problems: string[]): void {
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== 'name' || words.has(text.toUpperCase())) continue
    if (tokens[i + 1]?.text === '(') {
      if (!functions.has(text)) problems.push(`${text} is not a function that hunts support`)
      continue
    }
    const column = columns.get(text)
    if (column === undefined) problems.push(`${text} is not a column here`)
    else for (const literal of comparedWith(tokens.slice(i + 1))) checkLiteral(text, column, literal, problems)
  }
}

/** Returns the literals that a column is compared with: one literal after a comparison, a list after IN. */
function comparedWith([sign, ...rest]: readonly Token[]): Token[] {
  if (sign?.text === 'IN') {
    const end = rest.findIndex(({ text }) => text === ')')
    return rest.slice(1, end).filter(({ text }) => text !== ',')
  }
  const [literal] = rest
  return /^(?:==|!=|<=?|>=?)$/.test(sign?.text ?? '') && literal !== undefined && isLiteral(literal) ? [literal] : []
}

const isLiteral = ({ kind, text }: Token) => kind === 'text' || kind === 'number' || text === 'true' || text === 'false'

const numbers: ReadonlySet<string> = new Set(['long', 'double', 'integer', 'float'])

function checkLiteral(
  name: string,
  { type, values }: Columns extends ReadonlyMap<string, infer C> ? C : never,
  literal: Token,
  problems: string[],
): void {
  const fits =
    literal.kind === 'text'
      ? !numbers.has(type) && type !== 'boolean'
      : literal.kind === 'number'
        ? numbers.has(type)
        : type === 'boolean'
  if (!fits) problems.push(`${name} is of type ${type} but is compared with ${literal.text}`)
  const value = literal.text.slice(1, -1)
  if (fits && literal.kind === 'text' && values !== undefined && !(values as readonly string[]).includes(value))
    problems.push(`${name} never has the value ${literal.text}`)
}

function tokensOf(text: string, problems: string[]): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  const trimmed = text.trimEnd()
  while (token.lastIndex < trimmed.length) {
    const start = token.lastIndex
    const found = token.exec(trimmed)
    if (found === null) {
      problems.push(`cannot read ${trimmed.slice(start, start + 20)}`)
      return tokens
    }
    const [, quoted, number, name, sign] = found
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
  }
  return tokens
}

/** Parts between commas outside of parentheses. */
function split(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const each of tokens) {
    if (each.text === '(') depth++
    if (each.text === ')') depth--
    if (each.text === ',' && depth === 0) parts.push([])
    else parts.at(-1)?.push(each)
  }
  return parts
}
