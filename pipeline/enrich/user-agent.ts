// The program that sent a record, by the patterns of uap-core. Elasticsearch's user_agent processor uses the same list,
// so names match those in documents of Elastic's integrations. The name distinguishes `Python Requests`, `axios` or
// `rclone` from a browser, often the first question of an analyst. Versions and systems are only in the original.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { ProgramKind } from '../../mappings/fields/saas.ts'
import { boundedCache } from '../../mappings/kernel/bounded-cache.ts'
import { lazy, userAgentPatterns } from '../../mappings/knowledge/load.ts'
import { programKind } from '../../mappings/knowledge/program-kinds.ts'

export interface UserAgent {
  readonly name?: string
  readonly kind?: ProgramKind
}

/** Longer texts are truncated: the cost of some patterns grows faster than the length of the text. */
const longestAgent = 512

/** Compiled on first use: many inputs have no user agent at all. */
const loadPatterns = lazy(() =>
  userAgentPatterns().map(({ regex, regex_flag, family_replacement }) => ({
    pattern: new RegExp(regex ?? '', regex_flag ?? ''),
    replacement: family_replacement ?? '$1',
  })),
)

/** Returns the name by the first matching pattern. The patterns' word for an unknown program carries no information. */
function programName(text: string): string | undefined {
  for (const { pattern, replacement } of loadPatterns()) {
    const match = pattern.exec(text)
    if (match === null) continue
    const name = replacement.replace(/\$(\d)/g, (_, number: string) => match[Number(number)] ?? '').trim()
    return name === 'Other' || name === '' ? undefined : name
  }
  return undefined
}

export function parseUserAgent(text: string): UserAgent {
  const name = programName(text)
  const kind = programKind(text)
  return { ...(name !== undefined && { name }), ...(kind && { kind }) }
}

/** Creates the stage that fills `user_agent.name` and the kind of the program; a name from the mapping is kept. */
export function makeEnrichUserAgent(): (document: EcsDocument) => void {
  const parsed = boundedCache<UserAgent>({ limit: 5_000 })
  return (document) => {
    const { user_agent: group } = document
    if (group?.original === undefined) return
    const { name, kind } = parsed(group.original.slice(0, longestAgent), parseUserAgent)
    if (name !== undefined) group.name ??= name
    if (kind !== undefined) document.saas = { ...document.saas, program: { kind } }
  }
}
