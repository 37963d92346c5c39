import type { Diagnostic } from '../../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../../mappings/kernel/discover.ts'
import { commonCatalog, resolveField } from '../query/catalog.ts'
import { fieldsOf } from '../query/kql/ast.ts'
import { parseKql } from '../query/kql/parse.ts'
import { checkEsql } from './check-esql.ts'
import type { Hunt } from './hunt.ts'
import { columnsOf } from './render.ts'

/** Returns H001 for each problem that prevents the queries of a hunt from running. */
export function checkHunt({ file, value: { query, kql } }: Content<Hunt>): Diagnostic[] {
  const report = (path: string, message: string): Diagnostic => ({
    code: 'H001',
    level: 'error',
    file,
    path,
    message,
    hint: 'hunts use a subset of ES|QL: see rules/lib/hunts/check-esql.ts',
  })
  const plain = typeof kql === 'string' ? kqlProblems(kql) : []
  return [
    ...checkEsql(query, columnsOf).map((text) => report('query', text)),
    ...plain.map((text) => report('kql', text)),
  ]
}

function kqlProblems(kql: string): string[] {
  const parsed = parseKql(kql)
  if (!parsed.ok) return [parsed.problem.message]
  const unknown = fieldsOf(parsed.node).filter((name) => resolveField(name, commonCatalog).kind !== 'field')
  return unknown.map((name) => `${name} is not a field`)
}
