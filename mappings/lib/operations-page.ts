// The page of all operations, for readers of documents and rules.
import type { Artifact } from '../kernel/artifact.ts'
import type { Mapping } from './mapping.ts'
import type { AccountEffect, OperationRows, OperationTable } from './operation.ts'

const header = `| operation | category | type | oauth.action | effect on the account | access | source |
| --- | --- | --- | --- | --- | --- | --- |`

const inWords = (values: readonly string[] | undefined): string => (values ?? []).join(', ')

function effectOf({ status, created, reset, sessionsRevoked, role, signedIn }: AccountEffect): string {
  const parts = [
    created && 'created',
    status,
    reset && 'new password',
    sessionsRevoked && 'sessions revoked',
    role && `role ${role}`,
    signedIn && 'signed in',
  ]
  return parts.filter((part) => typeof part === 'string').join(', ')
}

/** Returns a link with the last part of the URL path, which distinguishes the pages of one vendor. */
function linkTo(source: string): string {
  return `[${new URL(source).pathname.split('/').filter(Boolean).at(-1)}](${source})`
}

function namesOf(name: string, row: OperationRows[string]): string {
  const former = Object.keys(row.formerly ?? {}).map((one) => `\`${one}\``)
  return former.length === 0 ? `\`${name}\`` : `\`${name}\`, formerly ${former.join(', ')}`
}

function lineOf(name: string, row: OperationRows[string], { source }: OperationTable): string {
  const cells = [
    namesOf(name, row),
    inWords(row.class?.category),
    inWords(row.class?.type),
    inWords(row.read?.acts),
    row.account === undefined ? '' : effectOf(row.account),
    row.access ?? '',
    linkTo(row.source ?? source),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The events of a Google application that no table of operations lists. */
function eventSection({ title, rows }: Mapping, listed: ReadonlySet<string>): string[] {
  const [categories, types] = [rows['event.category'], rows['event.type']].map((row) => {
    const isOfEvent = typeof row === 'object' && 'fromElement' in row && 'lookup' in row
    return isOfEvent ? (row.lookup as Readonly<Record<string, readonly string[]>>) : {}
  })
  const lines = Object.entries(categories ?? {}).flatMap(([name, category]) =>
    listed.has(name) ? [] : [`| \`${name}\` | ${inWords(category)} | ${inWords(types?.[name])} |`],
  )
  if (lines.length === 0) return []
  return [`## ${title}\n\n| event | category | type |\n| --- | --- | --- |\n${lines.join('\n')}\n`]
}

/** One table per block of rows, in the order of the rows; then the events of Google's applications. */
export function renderOperations(tables: readonly OperationTable[], mappings: readonly Mapping[]): Artifact {
  const names = new Set(
    tables.flatMap(({ rows }) =>
      Object.entries(rows).flatMap(([name, row]) => [name, ...Object.keys(row.formerly ?? {})]),
    ),
  )
  const sections = tables.map((table) => {
    const lines = Object.entries(table.rows).map(([name, row]) => lineOf(name, row, table))
    return `## ${table.title}\n\n${header}\n${lines.join('\n')}\n`
  })
  const intro = `# Operations

This page lists the fields that each operation sets: the ECS class, the act on applications or grants, the effect on the target account, and the
kind of access to data. \`npm run generate\` writes this page from the rows in \`mappings/vendors/*/operations.ts\`
and from the events in the mappings of Google's applications. The type of such an event determines its kind of access.
It omits acts that readers in \`mappings/vendors/*/readers\` derive from a whole record, such as \`policy_change\` of the workloads of Microsoft 365.
`
  return {
    path: 'mappings/OPERATIONS.md',
    text: [intro, ...sections, ...mappings.flatMap((each) => eventSection(each, names))].join('\n'),
  }
}
