// Checks that a rule on an act reads every dataset that contains the act: the rule would miss an act in any other
// dataset.
import type { Diagnostic } from '../../mappings/kernel/diagnostic.ts'
import type { Content } from '../../mappings/kernel/discover.ts'
import { type DatasetName, datasetFacts, datasets } from './datasets.ts'
import { readsAlerts } from './filters.ts'
import { requiredActions, requiredOf } from './required-actions.ts'
import type { Rule } from './rule.ts'

/** Dataset → the acts that its documents may contain. */
export type ActsByDataset = ReadonlyMap<string, readonly string[]>

/** Logs that record the use of one kind of data but no API methods. */
const kindOfLog: ReadonlyMap<string, string> = new Map([
  ['gcp.audit', 'other'],
  ['google_workspace.calendar', 'calendar'],
  ['google_workspace.chat', 'chat'],
  ['google_workspace.drive', 'file'],
  ['google_workspace.gmail_reports', 'mail'],
  ['google_workspace.keep', 'file'],
])

/**
 * Returns R018 for each dataset of the rule's vendors with an act of the rule that the rule neither reads nor omits
 * with a reason, and for each unnecessary omission. Skips rules with invalid datasets: `checkRules` reports them.
 */
export function checkActs(contents: readonly Content<Rule>[], acts: ActsByDataset): Diagnostic[] {
  return contents.flatMap(({ file, value: rule }) => (namesDatasets(rule) ? checkRuleActs(rule, file, acts) : []))
}

function checkRuleActs(rule: Rule, file: string, acts: ActsByDataset): Diagnostic[] {
  const report = (path: string, message: string, hint: string): Diagnostic => ({
    code: 'R018',
    level: isOfPack(file) ? 'error' : 'warning',
    file,
    path,
    message,
    hint,
  })
  const carriers = carriersOf(rule, acts)
  const read: ReadonlySet<string> = new Set(rule.datasets)
  const omits: Readonly<Record<string, string>> = rule.omits ?? {}
  return [
    ...[...carriers].flatMap(([dataset, carried]) =>
      read.has(dataset) || Object.hasOwn(omits, dataset)
        ? []
        : [
            report(
              'datasets',
              `${dataset} also contains ${carried.join(', ')}`,
              `read ${dataset}, or list it under omits with the reason`,
            ),
          ],
    ),
    ...Object.keys(omits).flatMap((dataset) =>
      carriers.has(dataset) && !read.has(dataset)
        ? []
        : [report(`omits.${dataset}`, `${dataset} need not be omitted`, 'remove the line')],
    ),
  ]
}

/** Returns the datasets of one vendor that contain an act, sorted: a new rule for the act reads them. */
export function datasetsWith(action: string, vendor: string, acts: ActsByDataset): DatasetName[] {
  return [...acts]
    .flatMap(([dataset, carried]) =>
      isReadable(dataset) && datasetFacts(dataset).vendor === vendor && carried.includes(action) ? [dataset] : [],
    )
    .sort()
}

/** Returns the datasets of the rule's vendors that contain at least one act that the rule requires, with these acts. */
function carriersOf(rule: Rule, acts: ActsByDataset): Map<string, string[]> {
  const wanted = readsAlerts(rule) ? undefined : requiredActions(rule)
  const vendors = new Set(rule.datasets.map((name) => datasetFacts(name).vendor))
  const found = new Map<string, string[]>()
  if (wanted === undefined) return found
  const kinds = rule.type === 'eql' ? undefined : requiredOf(rule, 'oauth.activity.kind')
  const methods = rule.type === 'eql' ? undefined : requiredOf(rule, 'oauth.activity.method')
  for (const [dataset, carried] of acts) {
    if (!isReadable(dataset) || !vendors.has(datasetFacts(dataset).vendor)) continue
    const kind = kindOfLog.get(dataset)
    if (kind !== undefined && (methods !== undefined || kinds?.includes(kind) === false)) continue
    const both = wanted.filter((action) => carried.includes(action))
    if (both.length > 0) found.set(dataset, both)
  }
  return found
}

function namesDatasets({ datasets: names }: Partial<Rule>): boolean {
  return Array.isArray(names) && names.every(isReadable)
}

/** Checks whether a file belongs to the pack. An organization's own rule only has to cover the organization's logs. */
function isOfPack(file: string): boolean {
  return file.startsWith('rules/')
}

function isReadable(name: string): name is DatasetName {
  return Object.hasOwn(datasets, name)
}
