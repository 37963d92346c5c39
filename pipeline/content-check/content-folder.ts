// An organization's own rules, scenarios, samples and dashboards, kept outside of a checkout: the same literals as JSON files.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import {
  type Dashboard,
  type DashboardFile,
  identified as identifiedDashboard,
} from '../../dashboards/lib/dashboard.ts'
import { explain } from '../../mappings/environment/explain.ts'
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import { type Content, findFiles, findNamed } from '../../mappings/kernel/discover.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { firstJsonError, formatWithLine, repeatedMembers } from '../../mappings/kernel/source-lines.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { checkRules } from '../../rules/lib/check-rules.ts'
import { ruleSchema, scenarioSchema } from '../../rules/lib/content.schema.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { withOwnScenarios } from '../../rules/lib/rule-folder.ts'
import { identified, type Scenario, type ScenarioFile } from '../../rules/lib/scenario.ts'
import { fieldCatalog } from '../catalog.ts'
import { loadMappings } from '../chain.ts'
import { UsageError } from '../errors/usage-error.ts'
import type { Sample } from './samples.ts'

export interface ContentFolder {
  /** `<folder>/rule.json`, with the scenarios of that folder */
  readonly rules: readonly Content<Rule>[]
  readonly scenarios: readonly Content<Scenario>[]
  readonly dashboards: readonly Content<Dashboard>[]
  /** `*.raw.json`, named by their path below the folder: `own/mail-rule.raw.json` is `own/mail-rule`. */
  readonly samples: readonly Sample[]
}

export const noContent: ContentFolder = { rules: [], scenarios: [], dashboards: [], samples: [] }

/** The content of the rows is checked together with the dashboards of the pack. */
const dashboardSchema = { type: 'object', required: ['numbers', 'rows'] }

/** Unusable content of a folder, with all problems. */
export class ContentError extends UsageError {
  readonly diagnostics: readonly Diagnostic[]
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatWithLine).join('\n'))
    this.diagnostics = diagnostics
  }
}

/** Whether a folder contains content files. Throws a UsageError for a missing folder. */
export function hasContent(folder: string): boolean {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`--content ${folder}: there is no such folder`)
  const kinds = ['.scenario.json', '.dashboard.json', '.raw.json'].map((ending) => findFiles(folder, ending))
  return [findNamed(folder, 'rule.json'), ...kinds].some(({ length }) => length > 0)
}

/** Reads a folder. Throws a UsageError for a missing folder or one without content, a ContentError for files that cannot be used. */
export function readContentFolder(folder: string): ContentFolder {
  if (!hasContent(folder))
    throw new UsageError(
      `--content ${folder}: the folder contains no content files (rule.json, *.scenario.json, *.dashboard.json, *.raw.json)`,
    )
  const wrong: Diagnostic[] = []
  const rules = readKind<Rule>(findNamed(folder, 'rule.json'), ruleSchema, wrong)
  const scenarios = readKind<ScenarioFile>(findFiles(folder, '.scenario.json'), scenarioSchema, wrong).map((content) =>
    identified(content, relative(folder, content.file)),
  )
  const dashboards = readKind<DashboardFile>(findFiles(folder, '.dashboard.json'), dashboardSchema, wrong).map(
    identifiedDashboard,
  )
  if (wrong.length > 0) throw new ContentError(wrong)
  const samples = readSamples(folder)
  return { rules: withOwnScenarios(rules, scenarios), scenarios, dashboards, samples }
}

function readSamples(folder: string): Sample[] {
  return findFiles(folder, '.raw.json').map((file) => {
    const name = relative(folder, file).split(sep).join('/')
    return {
      ref: name.replace(/\.raw\.json$/, ''),
      rawFile: file,
      goldenFile: file.replace(/\.raw\.json$/, '.ecs.json'),
      text: readFileSync(file, 'utf8'),
    }
  })
}

const validators = new Map<object, ValidateFunction>()

function validatorOf<T>(schema: object): ValidateFunction<T> {
  // Members of "then" belong to the parent schema, which the strict options do not consider.
  const options = { allErrors: true, verbose: true, strictTypes: false, strictRequired: false }
  const found = lookedUp(validators, schema, () => new Ajv2020(options).compile(schema))
  return found as ValidateFunction<T>
}

function readKind<T>(files: readonly string[], schema: object, wrong: Diagnostic[]): Content<T>[] {
  if (files.length === 0) return []
  const fits = validatorOf<T>(schema)
  return files.flatMap((file) => {
    const report = (path: string, message: string, hint?: string) =>
      wrong.push({ code: 'C006', level: 'error', file, path, message, ...(hint !== undefined && { hint }) })
    // Some Windows editors write a byte order mark.
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      // The rest of the message quotes lines of the file, or repeats the place.
      const [fault] = messageOf(error).split(/, (?:\.\.\.)?"| in JSON at /)
      report(firstJsonError(text), `is not JSON: ${fault}`)
      return []
    }
    const repeated = repeatedMembers(text)
    for (const { name, line } of repeated) report(`${line}`, `has the member ${JSON.stringify(name)} twice`)
    if (repeated.length > 0) return []
    if (fits(value)) {
      const { $schema: _, ...content } = value as T & { readonly $schema?: string }
      return [{ file, value: content as T }]
    }
    for (const error of fits.errors ?? []) {
      const worded = explain(error)
      const place = [...error.instancePath.split('/').slice(1), ...(worded?.key === undefined ? [] : [worded.key])]
      if (worded !== undefined) report(place.join('.'), worded.message, worded.hint)
    }
    return []
  })
}

/**
 * The rules of an organization's own folder. Throws a ContentError if one of them is invalid; the rules of the pack are
 * checked before release.
 */
export async function loadFolderRules(
  folder: string,
  pack: readonly Content<Rule>[],
): Promise<readonly Content<Rule>[]> {
  const { rules } = readContentFolder(folder)
  const files = new Set(rules.map(({ file }) => file))
  const wrong = checkRules([...pack, ...rules], fieldCatalog(await loadMappings())).filter(
    ({ file, level }) => files.has(file) && level === 'error',
  )
  if (wrong.length > 0) throw new ContentError(wrong)
  return rules
}
