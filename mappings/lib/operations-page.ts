// The page of all operations, for readers of documents and rules.
import type { Artifact } from '../kernel/artifact.ts'
import type { AccountEffect, OperationRows, OperationTable } from './operation.ts'

const header = `| operation | category | type | oauth.action | effect on the account | access | source |
| --- | --- | --- | --- | --- | --- | --- |`

const listed = (values: readonly string[] | undefined): string => (values ?? []).join(', ')

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

/** The last part of an address, which distinguishes the pages of one vendor. */
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
    listed(row.class?.category),
    listed(row.class?.type),
    listed(row.read?.acts),
    row.account === undefined ? '' : effectOf(row.account),
    row.access ?? '',
    linkTo(row.source ?? source),
  ]
  return `| ${cells.join(' | ')} |`
}

/** One table per block of rows, in the order of the rows. */
export function renderOperations(tables: readonly OperationTable[]): Artifact {
  const sections = tables.map((table) => {
    const lines = Object.entries(table.rows).map(([name, row]) => lineOf(name, row, table))
    return `## ${table.title}\n\n${header}\n${lines.join('\n')}\n`
  })
  const intro = `# Operations

The fields that each operation sets: the ECS class, the act on applications or grants, the effect on the target account, and the
kind of access to data. \`npm run generate\` writes this page from the rows in \`mappings/vendors/*/operations.ts\`.
`
  return { path: 'mappings/OPERATIONS.md', text: [intro, ...sections].join('\n') }
}
