import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { fieldValues } from '../../../mappings/kernel/path.ts'
import { seenRequirements } from '../../../rules/lib/blind-rules.ts'
import { type ActsByDataset, datasetsWith } from '../../../rules/lib/check-acts.ts'
import { checkRules } from '../../../rules/lib/check-rules.ts'
import { type DatasetName, datasetFacts, datasets } from '../../../rules/lib/datasets.ts'
import type { Rule, RuleType } from '../../../rules/lib/rule.ts'
import type { Scenario, Step } from '../../../rules/lib/scenario.ts'
import { UsageError } from '../../errors/usage-error.ts'
import { quoted } from '../../safe-output/command-line.ts'
import {
  contentFile,
  type Known,
  type KnownSample,
  type Scaffold,
  type ScaffoldOptions,
  sampleOf,
  splitName,
  toTitle,
  vendors,
} from './names.ts'

/** The query of a rule, and the scenarios that test it. Without scenarios, the samples test it. */
interface RuleDraft {
  readonly query: object
  readonly match?: Pick<Scenario, 'title' | 'steps'>
  readonly noMatch?: Pick<Scenario, 'title' | 'steps'>
}

interface DraftSamples {
  readonly match: KnownSample
  readonly noMatch: KnownSample
}

/** Returns clauses for the act of a sample, and for the kind and access of its activity. */
function clausesOf({ act, document }: KnownSample, operator: ': ' | ' == '): string {
  const { kind, access } = document.oauth?.activity ?? {}
  const values = { [act.field]: act.value, 'oauth.activity.kind': kind, 'oauth.activity.access': access }
  return Object.entries(values)
    .flatMap(([field, value]) => (value === undefined ? [] : [`${field}${operator}${JSON.stringify(value)}`]))
    .join(' and ')
}

function draftOf(type: RuleType, { match, noMatch }: DraftSamples, field: string): RuleDraft {
  const { sample } = match
  const query = clausesOf(match, ': ')
  const step = (at: string, more: Partial<Step> = {}): Step => ({ sample: sample.ref, at, ...more })
  switch (type) {
    case 'query':
      return { query: { query } }
    case 'eql': {
      const event = `[any where ${clausesOf(match, ' == ')}]`
      return {
        query: { type, query: `sequence by ${field} with maxspan=1h\n  ${event}\n  ${event}` },
        match: { title: 'Twice within an hour', steps: [step('PT0S'), step('PT20M')] },
        noMatch: { title: 'Twice within a day', steps: [step('PT0S'), step('PT12H')] },
      }
    }
    case 'threshold': {
      const times = (count: number) => step('PT0S', { repeat: { every: 'PT10M', times: count } })
      return {
        query: { type, query, threshold: { field: [field], value: 3 }, within: '1h' },
        match: { title: 'Three times within an hour', steps: [times(3)] },
        noMatch: { title: 'Twice within an hour', steps: [times(2)] },
      }
    }
    case 'new_terms': {
      // The log begins before the history window of the rule, with an event that the rule does not match.
      const begin: Step = { sample: noMatch.sample.ref, at: 'PT0S' }
      return {
        query: { type, query, newTermsFields: [field], historyWindowStart: 'now-14d' },
        match: { title: 'The first time in two weeks', steps: [begin, step('P16D')] },
        noMatch: { title: 'The second time in two weeks', steps: [begin, step('P4D'), step('P16D')] },
      }
    }
  }
}

/** Fields that identify an application or an account, best first. */
const groupFields = ['service.id', 'user.email', 'user.id', 'source.ip', 'organization.id'] as const

/** Chooses the requested sample, or one that acts on an application, and a different act of the same dataset. */
function chooseEvidence(folder: string, samples: readonly KnownSample[], like: readonly string[]): DraftSamples {
  const isVendor = folder !== 'cross' && vendors.some((vendor) => vendor === folder)
  const own = samples.filter(({ sample }) => !isVendor || sample.ref.startsWith(`${folder}/`))
  const missOf = (match: KnownSample | undefined) =>
    samples.find(({ dataset, act }) => dataset === match?.dataset && act.value !== match.act.value)
  const match =
    like[0] === undefined
      ? own.find((each) => each.act.field === 'oauth.action' && missOf(each) !== undefined)
      : sampleOf(like[0], samples)
  const noMatch = like[1] === undefined ? missOf(match) : sampleOf(like[1], samples)
  if (match === undefined || noMatch === undefined)
    throw new UsageError(
      'name a sample that must match and a near miss: --like VENDOR/SAMPLE VENDOR/OTHER (run `consentry new sample` to create one)',
    )
  return { match, noMatch }
}

/** Returns all datasets of the vendor that contain the act of the sample. */
function datasetsLike({ dataset, act }: KnownSample, acts: ActsByDataset): readonly string[] {
  if (!Object.hasOwn(datasets, dataset) || act.field !== 'oauth.action') return [dataset]
  return datasetsWith(String(act.value), datasetFacts(dataset as DatasetName).vendor, acts)
}

interface Drafted {
  readonly value: Rule
  readonly draft: RuleDraft
}

function ruleOf(title: string, samples: DraftSamples, draft: RuleDraft, acts: ActsByDataset): Rule {
  const { match, noMatch } = samples
  const value = {
    id: randomUUID(),
    name: title,
    severity: 'medium',
    attack: ['T1671'],
    datasets: datasetsLike(match, acts),
    ...draft.query,
    description: 'The event and its impact, for an analyst who sees the alert for the first time.',
    falsePositives: ['Legitimate activity that looks the same.'],
    investigation: '- **Application**: `oauth.app.name` and `oauth.app.id`.',
    response: '1. Ask the owner of the application.',
    evasion: 'The easiest way to carry out the act without an alert of this rule.',
    state: 'draft',
    tests: {
      match: draft.match === undefined ? [{ sample: match.sample.ref }] : [],
      noMatch: draft.noMatch === undefined ? [{ sample: noMatch.sample.ref }] : [],
    },
  } as unknown as Rule
  const requires = seenRequirements(value)
  return requires.length === 0 ? value : ({ ...value, requires } as unknown as Rule)
}

/** Returns the first draft without errors. Tries the group fields of the sample in order. */
function draftRule(type: RuleType, title: string, samples: DraftSamples, { acts, catalog }: Known): Drafted {
  const present = groupFields.filter((field) => fieldValues(samples.match.document, field.split('.')).length > 0)
  const drafted = present.map((field): Drafted => {
    const draft = draftOf(type, samples, field)
    return { draft, value: ruleOf(title, samples, draft, acts) }
  })
  const isFine = ({ value }: Drafted) => checkRules([{ file: '', value }], catalog).every(({ code }) => code === 'R006')
  const found = drafted.find(isFine) ?? drafted[0]
  if (found !== undefined) return found
  throw new UsageError(
    `${samples.match.sample.ref} has none of the fields ${groupFields.join(', ')}; name another sample with --like`,
  )
}

/** Rule names use title case. */
const capitalized = (name: string): string => name.split('-').map(toTitle).join(' ')

/** The product that starts the name of a single-vendor rule. */
const products: Readonly<Record<string, string>> = { m365: 'Microsoft 365', 'google-workspace': 'Google Workspace' }

/** The name of the rule: unique, and of at least two characters, as the check of rules requires. */
function titleOf(product: string, folder: string, name: string, rules: Known['rules']): string {
  const words = `${product} ${capitalized(name)}`.trim()
  const title = words.length > 1 ? words : `Rule ${words}`
  return rules.some(({ value }) => value.name === title) ? `${title} (${capitalized(folder)})` : title
}

/** A rule of a type that matches one sample, or a scenario of it, and does not match another. */
export function emitRuleScaffold(text: string, options: ScaffoldOptions, known: Known): Scaffold {
  const { like = [], type = 'query', content } = options
  const isOwn = content !== undefined
  const { folder, name } = splitName(text, isOwn ? undefined : vendors)
  if (name === 'scenarios')
    throw new UsageError(
      'the name "scenarios" is reserved: rules/<vendor>/scenarios contains the scenarios that rules share',
    )
  if (like[1] !== undefined && (type === 'eql' || type === 'threshold'))
    throw new UsageError(
      `a rule of the type ${type} takes one sample after --like: its near miss repeats this sample too rarely or too late. Remove ${like[1]}`,
    )
  const samples = chooseEvidence(folder, known.samples, like)
  const title = titleOf((!isOwn && products[folder]) || '', folder, name, known.rules)
  const { value, draft } = draftRule(type, title, samples, known)
  const { time: start, sample } = samples.match
  const file = contentFile('rule', `${folder}/${name}/rule`, value, isOwn)
  const scenarios = [
    { place: 'match', suffix: 'matches', of: draft.match },
    { place: 'no-match', suffix: 'near-miss', of: draft.noMatch },
  ].flatMap(({ place, suffix, of }) => {
    if (of === undefined) return []
    const scenario = { title: of.title, start, steps: of.steps }
    return [contentFile('scenario', `${folder}/${name}/${place}/${name}-${suffix}.scenario`, scenario, isOwn)]
  })
  const evidence =
    scenarios.length === 0
      ? 'check the samples under tests: those that must match, and near misses that fail one clause (run `consentry new sample` to create a sample)'
      : `change the scenarios in match and no-match: the rule must alert on the first and must not alert on the second`
  const test = `npx consentry rules test --rule "${title}"`
  return {
    files: [file, ...scenarios],
    next: [
      `write the query, the description, the investigation and the response in ${join(content ?? '', file.path)}`,
      evidence,
      isOwn
        ? `run ${test} --content ${quoted(content ?? '')}; add --watch to test after each save`
        : `run npm run build and ${test}; add --watch to build and test at each save`,
      `if the rule does not match, run npx consentry explain ${existsSync(sample.rawFile) ? sample.rawFile : join(packageRoot, sample.rawFile)} --rule "${title}"${isOwn ? ` --content ${quoted(content ?? '')}` : ''}`,
      isOwn
        ? `when the rule is ready, remove "state": "draft": hunt and deploy use it with --content ${quoted(content ?? '')}`
        : "when the rule is ready, replace state: 'draft' with state: 'experimental', run npm run generate, review the difference, and run the tests that CONTRIBUTING.md lists",
    ],
  }
}
