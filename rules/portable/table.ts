// Renders the page about the portable edition: the result for each rule, its losses, and the results of its evidence.
import { datasetFacts } from '../lib/datasets.ts'
import { lacksAlternative } from './native.ts'
import { coverageOf } from './permissions.ts'
import type { ProvenRule } from './proven.ts'

export const portablePage = 'rules/generated/PORTABLE.md'
export const portablePack = 'rules/generated/portable.ndjson'

/** How much of a rule the edition has. */
export function stateOf({ rules, missing }: ProvenRule): 'full' | 'weakened' | 'in part' | 'not available' {
  if (rules.length === 0) return 'not available'
  if (rules.every(({ lost }) => lacksAlternative(lost))) return 'in part'
  const isWhole = rules.every(({ lost }) => lost.length === 0)
  const inEveryLog = missing.every(({ datasets }) => datasets.every(isWithoutIntegration))
  return isWhole && inEveryLog ? 'full' : 'weakened'
}

/** Whether only the full edition collects a log source. */
function isWithoutIntegration(name: string): boolean {
  return datasetFacts(name as Parameters<typeof datasetFacts>[0]).integration === undefined
}

export function renderPortablePage(proven: readonly ProvenRule[]): string {
  const of = (state: ReturnType<typeof stateOf>) => proven.filter((each) => stateOf(each) === state)
  const count = proven.reduce((total, { rules }) => total + rules.length, 0)
  const deviating = proven.filter(({ match, noMatch }) => match.missed.length + noMatch.loud.length > 0)
  return `${[
    '# The portable edition',
    'Generated from the rules by `npm run generate`: do not edit. [rules/README.md](../README.md#the-portable-edition) explains the edition.',
    `${count} rules for the integrations of Elastic come from ${proven.length - of('not available').length} of ${proven.length} rules: ${of('full').length} rules find the same, ${of('weakened').length} are weakened, ${of('in part').length} find a part, ${of('not available').length} are not available.`,
    '## Rules',
    `| rule | severity | state | log sources | what is lost |\n| --- | --- | --- | --- | --- |\n${proven.map(row).join('\n')}`,
    '## Permissions as patterns',
    'The log of a consent holds all scopes as one text. A rule therefore finds a scope by a part of its name. Google keeps scopes in a list, and the unified audit log keeps an application permission in a field of its own: there, the rules compare whole names.',
    '| kind | tier | permissions of the tier | found by their parts | permissions of a lower tier that are found as well |\n| --- | --- | --- | --- | --- |\n' +
      (['delegated', 'application'] as const)
        .flatMap((type) =>
          (['critical', 'high', 'medium'] as const).map((tier) => {
            const { permissions, found, lower } = coverageOf(type, tier)
            return `| ${type} | ${tier} or higher | ${permissions} | ${found} | ${lower} |`
          }),
        )
        .join('\n'),
    '## Evidence on which the editions differ',
    'The samples and scenarios of each rule run on documents without the fields of the pipeline. All others give the same result in both editions.',
    '| rule | must match | not found | must not match | alerts anyway |\n| --- | --- | --- | --- | --- |\n' +
      deviating
        .map(
          ({ rule, match, noMatch }) =>
            `| ${rule.name} | ${match.total} | ${match.missed.join(', ') || '–'} | ${noMatch.total} | ${noMatch.loud.join(', ') || '–'} |`,
        )
        .join('\n'),
  ].join('\n\n')}\n`
}

function row(proven: ProvenRule): string {
  const { rule, rules, missing } = proven
  const state = rule.state === 'experimental' ? `${stateOf(proven)} (experimental)` : stateOf(proven)
  const sources = rules.map((each) => each.rule.datasets.join(' + ')).join(', ') || '–'
  return `| ${rule.name} | ${rule.severity} | ${state} | ${sources} | ${[...losses(proven), ...missing.map(reason)].join('; ') || '–'} |`
}

/** Returns each loss once. A loss that does not affect all log sources is listed with the affected log sources. */
function losses({ rules }: ProvenRule): string[] {
  const all = [...new Set(rules.flatMap(({ lost, general }) => [...lost, ...general]))]
  return all.map((loss) => {
    const having = rules.filter(({ lost, general }) => lost.includes(loss) || general.includes(loss))
    return having.length === rules.length ? loss : `${having.map(({ dataset }) => dataset).join(', ')}: ${loss}`
  })
}

function reason({ datasets, why }: ProvenRule['missing'][number]): string {
  return `not for ${datasets.join(', ')}: ${why}`
}
