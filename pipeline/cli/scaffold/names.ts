// Shared parts of all scaffolds: names, starting samples, and the shape of a scaffold.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import type { Content } from '../../../mappings/kernel/discover.ts'
import { isObject } from '../../../mappings/kernel/json.ts'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { nearest } from '../../../mappings/kernel/suggest.ts'
import type { ActsByDataset } from '../../../rules/lib/check-acts.ts'
import type { FieldCatalog } from '../../../rules/lib/query/catalog.ts'
import type { Rule, RuleType } from '../../../rules/lib/rule.ts'
import type { Chain } from '../../chain.ts'
import { loadSamples, processText, type Sample } from '../../content-check/samples.ts'
import { UsageError } from '../../errors/usage-error.ts'

// Writes the content of a scaffold as a file: a TypeScript literal in a checkout, JSON in an organization's own folder.
export type ContentFileKind = 'rule' | 'scenario' | 'dashboard'

const areas = { rule: 'rules', scenario: 'rules', dashboard: 'dashboards' } as const

/** The file for one content item. `stem` is its path below the area, without extension: `m365/strange-consent/rule`. */
export function contentFile(kind: ContentFileKind, stem: string, value: object, isOwn: boolean): ScaffoldFile {
  if (isOwn) return { path: `${stem}.json`, text: `${JSON.stringify(value, null, 2)}\n` }
  const path = `${areas[kind]}/${stem}.ts`
  const library = posix.relative(dirname(path), `${areas[kind]}/lib/${kind}.ts`)
  const from = library.startsWith('.') ? library : `./${library}`
  return { path, text: `import { ${kind} } from '${from}'\n\nexport default ${kind}(${literal(value, '', true)})\n` }
}

const width = 120

/** A value as Biome formats a literal: on one line if it fits. The outermost object has one member per line. */
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

/** A file to create, with its path below a checkout or a content folder. */
interface ScaffoldFile {
  readonly path: string
  readonly text: string
}

export interface Scaffold {
  readonly files: readonly ScaffoldFile[]
  readonly next: readonly string[]
}

export interface ScaffoldOptions {
  readonly like?: readonly string[]
  /** Path of records that provide names. */
  readonly from?: string
  readonly type?: RuleType
  /** An organization's own folder, for content as JSON; a checkout when absent. */
  readonly content?: string
}

/** The existing content that a scaffold starts from: the content of the product and of the own folder. */
export interface Known {
  readonly samples: readonly KnownSample[]
  readonly rules: readonly Content<Rule>[]
  readonly dashboards: number
  readonly catalog: FieldCatalog
  readonly acts: ActsByDataset
}

export const vendors = ['m365', 'google-workspace', 'entra', 'cross'] as const

const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** The name of a content file: small letters, digits and hyphens. */
export function checkName(name: string): string {
  if (kebab.test(name)) return name
  throw new UsageError(`${JSON.stringify(name)} is not a valid name; use lowercase letters, digits and hyphens`)
}

/** Splits `<folder>/<name>`. Own content has no given `folders`: the organization names its folders. */
export function splitName(text: string, folders?: readonly string[]): { folder: string; name: string } {
  const [folder = '', name = '', ...more] = text.split('/')
  if (more.length > 0 || !(folders?.includes(folder) ?? name !== '')) {
    const form = folders === undefined ? 'such as own/strange-consent' : `where FOLDER is ${folders.join(', ')}`
    throw new UsageError(`give the name as FOLDER/NAME, ${form}; not ${JSON.stringify(text)}`)
  }
  return { folder: checkName(folder), name: checkName(name) }
}

/** `strange-consent` as the beginning of a title. */
export function toTitle(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A sample with the facts of its first document. */
export interface KnownSample {
  readonly sample: Sample
  /** Folder of samples, relative to the package root. */
  readonly folder: string
  readonly dataset: string
  readonly time: string
  readonly document: SampleDocument
  /** The value that distinguishes the event: `oauth.action`, or else `event.action`. */
  readonly act: { readonly field: 'oauth.action' | 'event.action'; readonly value: string }
}

type SampleDocument = Pick<EcsDocument, '@timestamp' | 'event' | 'oauth'>

function known(sample: Sample, document: SampleDocument): KnownSample {
  const action = document.oauth?.action
  const act: KnownSample['act'] =
    action === undefined
      ? { field: 'event.action', value: document.event.action ?? '' }
      : { field: 'oauth.action', value: action }
  const { dataset = '' } = document.event
  return { sample, folder: dirname(sample.rawFile), dataset, time: document['@timestamp'] ?? '', document, act }
}

export function ownSamples(samples: readonly Sample[], chain: Chain): KnownSample[] {
  return samples.flatMap((sample) => {
    const [outcome] = processText(sample.text, sample.rawFile, chain)
    return outcome?.ok ? [known(sample, outcome.document)] : []
  })
}

/** Returns every sample that has a golden file, with the facts that rules query. */
export function knownSamples(): KnownSample[] {
  return loadSamples().flatMap((sample) => {
    const file = join(packageRoot, sample.goldenFile)
    if (!existsSync(file)) return []
    const golden = JSON.parse(readFileSync(file, 'utf8')) as
      | { document: SampleDocument }
      | { document: SampleDocument }[]
    const document = (Array.isArray(golden) ? golden[0] : golden)?.document
    return document === undefined ? [] : [known(sample, document)]
  })
}

/** Returns the sample of a reference. Throws a UsageError that suggests the closest name. */
export function sampleOf(reference: string, samples: readonly KnownSample[]): KnownSample {
  const found = samples.find(({ sample }) => sample.ref === reference)
  if (found !== undefined) return found
  const meant = nearest(
    reference,
    samples.map(({ sample }) => sample.ref),
  )
  if (loadSamples().some(({ ref }) => ref === reference))
    throw new UsageError(`${reference} has no golden file yet; run npm run generate`)
  const hint = meant === undefined ? 'samples are in mappings/vendors/*/samples' : `did you mean ${meant}?`
  throw new UsageError(`unknown sample ${reference}; ${hint}`)
}
