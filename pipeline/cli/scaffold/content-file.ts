// Writes the content of a scaffold as a file: a TypeScript literal in a checkout, JSON in an organization's own folder.
import { dirname, posix } from 'node:path'
import { isObject } from '../../../mappings/kernel/json.ts'
import type { ScaffoldFile } from './names.ts'

export type ContentFileKind = 'rule' | 'scenario' | 'dashboard'

const areas = { rule: 'rules', scenario: 'rules', dashboard: 'dashboards' } as const

/** The file of a content. `stem` is its path below the area, without extension: `m365/strange-consent/rule`. */
export function contentFile(kind: ContentFileKind, stem: string, value: object, isOwn: boolean): ScaffoldFile {
  if (isOwn) return { path: `${stem}.json`, text: `${JSON.stringify(value, null, 2)}\n` }
  const path = `${areas[kind]}/${stem}.ts`
  const library = posix.relative(dirname(path), `${areas[kind]}/lib/${kind}.ts`)
  const from = library.startsWith('.') ? library : `./${library}`
  return { path, text: `import { ${kind} } from '${from}'\n\nexport default ${kind}(${literal(value, '', true)})\n` }
}

const width = 120

/** A value as Biome formats a literal: on one line where it fits. The outermost object has a member on each line. */
function literal(value: unknown, indent: string, isOutermost = false): string {
  if (typeof value === 'string') return textLiteral(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const inner = `${indent}  `
  const parts = isObject(value)
    ? Object.entries(value).map(([name, member]) => `${nameLiteral(name)}: ${literal(member, inner)}`)
    : (value as readonly unknown[]).map((element) => literal(element, inner))
  const [open, close] = isObject(value) ? ['{', '}'] : ['[', ']']
  const inline = isObject(value) ? `{ ${parts.join(', ')} }` : `[${parts.join(', ')}]`
  const isBroken = isOutermost || inline.includes('\n') || inline.length + indent.length > width - 30 || isTable(value)
  return isBroken ? `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}` : inline
}

/** Biome puts each object of a list with several objects on its own line. */
function isTable(value: object): boolean {
  return Array.isArray(value) && value.length > 1 && value.every(isObject)
}

const nameLiteral = (name: string): string => (/^\w+$/.test(name) ? name : textLiteral(name))

function textLiteral(text: string): string {
  if (text.includes('\n')) return `\`${text.replace(/[`\\]|\$\{/g, '\\$&')}\``
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')
  return text.includes("'") && !text.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`
}
