import { type AttackRelease, techniqueIn } from '../../rules/lib/attack-release.ts'
import {
  type CoverageRow,
  coverageOf,
  type SentenceRow,
  sentencesOf,
  type Vendor,
  vendors,
  withoutCredit,
} from '../../rules/lib/coverage/coverage.ts'
import { type Analytic, dataComponents, detectionStrategy } from '../../rules/lib/coverage/detection.ts'
import { elements } from '../../rules/lib/coverage/elements.ts'
import { navigatorLayer } from '../../rules/lib/coverage/navigator.ts'
import { answers, type PublicSetCoverage, publicCoverage } from '../../rules/lib/coverage/public-rules.ts'
import { actsByDataset } from '../catalog.ts'
import { loadProduct } from '../content-check/check.ts'
import type { CommonOptions } from './common-options.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { writeOutFile } from './output.ts'
import { printResult } from './result.ts'
import { releaseForStack } from './stack.ts'
import { printable, table } from './terminal.ts'

export interface RulesCoverageOptions extends CommonOptions {
  readonly navigator?: string
  readonly public?: boolean
  readonly stack: string
}

const vendorNames: Readonly<Record<Vendor, string>> = {
  m365: 'Microsoft 365 and Entra ID',
  'google-workspace': 'Google Workspace',
}

export async function rulesCoverageCommand(options: RulesCoverageOptions): Promise<ExitCode> {
  const release = releaseForStack(options.stack)
  // Rules with the scenarios of their folders: coverage lists evidence.
  const { rules, mappings } = await loadProduct(options.content)
  const rows = coverageOf(rules, actsByDataset(mappings))
  const sentences = sentencesOf(rows)
  const unanswered = withoutCredit(rules)
  const sets = publicCoverage(rules)
  if (options.navigator !== undefined) {
    const layer = navigatorLayer(
      rules.map(({ value }) => value),
      release,
    )
    await writeOutFile(options.navigator, `${JSON.stringify(layer, null, 2)}\n`)
  }
  const { technique } = detectionStrategy
  const detection = { ...detectionStrategy, dataComponents, sentences }
  printResult(options, { technique, attack: release, rows, withoutCredit: unanswered, detection, public: sets }, () =>
    options.public
      ? [...setTable(sets), ...sets.flatMap(setLines)]
      : [
          headLine(release),
          ...rows.flatMap(elementLines),
          ...analyticLines(sentences),
          ...creditLines(unanswered),
          '',
          ...setTable(sets),
        ],
  )
  return exitCodes.done
}

function headLine(release: AttackRelease): string {
  const { id, technique } = detectionStrategy
  return `${technique} ${techniqueIn(technique, release).name}, ATT&CK ${release}, detection strategy ${id}`
}

function elementLines({ element, vendor, rules }: CoverageRow): string[] {
  const head = `${elements[element]} · ${vendorNames[vendor]}`
  if (rules.length === 0) return [head, '    no rule']
  return [
    head,
    ...rules.map(
      ({ name, match, noMatch }) =>
        `    ${printable(name)}: matches ${match.join(', ')}; does not match ${noMatch} near ${noMatch === 1 ? 'miss' : 'misses'}`,
    ),
  ]
}

function analyticLines(sentences: readonly SentenceRow[]): string[] {
  const analytics: readonly Analytic[] = detectionStrategy.analytics
  return analytics.flatMap(({ id, platform, logSources }) => [
    `${id} · ${platform} · ${Object.entries(logSources)
      .map(([source, component]) => `${source} (${component} ${dataComponents[component]})`)
      .join(', ')}`,
    ...sentences
      .filter(({ analytic }) => analytic === id)
      .map(
        ({ asks, rules }) =>
          `    ${asks}: ${vendors.map((vendor) => `${rules[vendor].length} for ${vendorNames[vendor]}`).join(', ')}`,
      ),
  ])
}

function creditLines(unanswered: readonly { name: string }[]): string[] {
  if (unanswered.length === 0) return []
  return ['rules on T1671 that cover no part of it', ...unanswered.map(({ name }) => `    ${printable(name)}`)]
}

function setTable(sets: readonly PublicSetCoverage[]): string[] {
  return table(sets, [
    { title: 'PUBLIC RULE SET', width: 20, text: ({ set }) => set },
    { title: 'RULES', width: 8, text: ({ rules }) => String(rules.length) },
    ...answers.map((answer) => ({
      title: answer.toUpperCase(),
      width: 12,
      text: ({ counts }: PublicSetCoverage) => String(counts[answer]),
    })),
    { title: 'REPOSITORY', width: 40, text: ({ repository }) => repository },
  ]).split('\n')
}

function setLines({ set, rules }: PublicSetCoverage): string[] {
  return [
    '',
    set,
    ...rules.map(({ name, path, ours, experimental, reason }) => {
      const named = ours.map((one) => (experimental.includes(one) ? `${one} (experimental)` : one))
      return `    ${name} (${path}): ${reason ?? named.join(', ')}`
    }),
  ]
}
