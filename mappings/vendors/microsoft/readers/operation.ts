// The normal form of an operation's name: the audit logs write one operation with and without a final dot, with ASCII or
// typographic dashes, with trailing blanks.
const dashes = /[\u2013\u2014\u2212]/g
const blanks = /\s+/g

const known = new Map<string, string>()
const knownLimit = 4096

function fold(operation: string): string {
  const text = operation.replace(dashes, '-').replace(blanks, ' ').trim()
  return (text.endsWith('.') ? text.slice(0, -1).trimEnd() : text).toLowerCase()
}

/** Collapses and trims spaces, writes dashes as `-`, removes one final dot, converts to lower case. Caches results. */
export function normalOperation(operation: string): string {
  const kept = known.get(operation)
  if (kept !== undefined) return kept
  const normal = fold(operation)
  if (known.size < knownLimit && operation.length < 200) known.set(operation, normal)
  return normal
}
