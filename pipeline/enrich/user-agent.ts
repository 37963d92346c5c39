// The program that sent a record, by the patterns of uap-core. Elasticsearch's user_agent processor uses the same list,
// so names match those in documents of Elastic's integrations. The name distinguishes `Python Requests`, `axios` or
// `rclone` from a browser, often the first question of an analyst.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { ProgramKind } from '../../mappings/fields/saas.ts'
import { boundedCache } from '../../mappings/kernel/bounded-cache.ts'
import { lazy, type UserAgentEntry, userAgentPatterns } from '../../mappings/knowledge/load.ts'
import { programKind } from '../../mappings/knowledge/program-kinds.ts'

export interface UserAgent {
  readonly name?: string
  readonly version?: string
  readonly os?: { readonly name: string; readonly version?: string; readonly full: string }
  readonly device?: string
  readonly kind?: ProgramKind
}

interface Pattern {
  readonly pattern: RegExp
  readonly replacements: UserAgentEntry
}

/** Longer texts are truncated: the cost of some patterns grows faster than the length of the text. */
const longestAgent = 512

function compile(entries: readonly UserAgentEntry[]): Pattern[] {
  return entries.map((entry) => ({
    pattern: new RegExp(entry.regex ?? '', entry.regex_flag ?? ''),
    replacements: entry,
  }))
}

/** Compiled on first use: many inputs have no user agent at all. */
const loadPatterns = lazy(() => {
  const lists = userAgentPatterns()
  return {
    agents: compile(lists.user_agent_parsers),
    systems: compile(lists.os_parsers),
    devices: compile(lists.device_parsers),
  }
})

/** Returns the groups of the first matching pattern. A replacement text takes precedence over the numbered group. */
function firstMatch(
  list: readonly Pattern[],
  text: string,
): ((group: number, replacement: string) => string) | undefined {
  for (const { pattern, replacements } of list) {
    const match = pattern.exec(text)
    if (match === null) continue
    return (group, name) => {
      const replacement = replacements[name]
      if (replacement === undefined) return match[group]?.trim() ?? ''
      return replacement.replace(/\$(\d)/g, (_, number: string) => match[Number(number)] ?? '').trim()
    }
  }
  return undefined
}

function versionOf(parts: readonly string[]): string | undefined {
  const end = parts.indexOf('')
  const version = parts.slice(0, end === -1 ? parts.length : end).join('.')
  return version === '' ? undefined : version
}

/** The patterns' word for an unknown program carries no information. */
const known = (name: string | undefined): string | undefined => (name === 'Other' ? undefined : name)

export function parseUserAgent(text: string): UserAgent {
  const { agents, systems, devices } = loadPatterns()
  const agent = firstMatch(agents, text)
  const system = firstMatch(systems, text)
  const name = known(agent?.(1, 'family_replacement'))
  const version =
    agent &&
    versionOf([
      agent(2, 'v1_replacement'),
      agent(3, 'v2_replacement'),
      agent(4, 'v3_replacement'),
      agent(5, 'v4_replacement'),
    ])
  const osName = known(system?.(1, 'os_replacement'))
  const osVersion = system && versionOf([2, 3, 4, 5].map((group) => system(group, `os_v${group - 1}_replacement`)))
  const device = known(firstMatch(devices, text)?.(1, 'device_replacement'))
  const kind = programKind(text)
  return {
    ...(name && { name }),
    ...(name && version && { version }),
    ...(osName && {
      os: {
        name: osName,
        ...(osVersion && { version: osVersion }),
        full: osVersion === undefined ? osName : `${osName} ${osVersion}`,
      },
    }),
    ...(device && { device }),
    ...(kind && { kind }),
  }
}

/** Creates the stage that fills `user_agent.*` and the kind of the program; values from the mapping are kept. */
export function makeEnrichUserAgent(): (document: EcsDocument) => void {
  const parsed = boundedCache<UserAgent>({ limit: 5_000 })
  return (document) => {
    const { user_agent: group } = document
    if (group?.original === undefined) return
    const text = group.original.slice(0, longestAgent)
    const { name, version, os, device, kind } = parsed(text, parseUserAgent)
    if (name !== undefined && group.name === undefined) {
      group.name = name
      if (version !== undefined) group.version ??= version
    }
    if (os !== undefined) group.os ??= { ...os }
    if (device !== undefined) group.device ??= { name: device }
    if (kind !== undefined) document.saas = { ...document.saas, program: { kind } }
  }
}
