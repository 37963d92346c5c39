// Converts the filters of the command line into the view of a hunt's results.
import type { Content } from '../../mappings/kernel/discover.ts'
import { typedGuid } from '../../mappings/kernel/guid.ts'
import { networkTest } from '../../mappings/kernel/ip-network.ts'
import { present } from '../../mappings/kernel/present.ts'
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import { isShipped, type Rule } from '../../rules/lib/rule.ts'
import type { Readability } from '../decode/readability.ts'
import { UsageError } from '../errors/usage-error.ts'
import type { HuntSummary, ViewRequest } from '../hunt/hunt.ts'
import { count, list } from '../hunt/report/words.ts'
import { addAccounts, addApp, type Found, Names } from '../hunt/view/names.ts'
import { type Filters, makeView } from '../hunt/view/view.ts'
import type { Horizon } from '../review/horizon.ts'
import { chooseRule, restingStates } from './content.ts'
import type { FilterOptions } from './hunt-options.ts'
import { printable } from './terminal.ts'
import { boundsOf, isOrderUnknown, periodOf } from './time-option.ts'
import { notFound, severalMatch } from './unread.ts'

interface ViewFacts {
  readonly rules: readonly Content<Rule>[]
  readonly readability: Readability
  readonly now: Date
  readonly horizon: Horizon
}

/** The rule of `--rule`. Throws a UsageError for one that hunts do not run. */
function runningRule(rules: readonly Content<Rule>[], text: string): Rule {
  const state = rules.find(({ value: { id, name } }) => id === text || name === text)?.value.state
  if (state === 'draft' || state === 'deprecated')
    throw new UsageError(`--rule ${text}: hunts omit this rule, because ${restingStates[state]}`)
  const running = rules.filter(({ value }) => isShipped(value))
  return chooseRule(running, text).value
}

/** Returns the view for the options; undefined if the options filter nothing. Throws a UsageError. */
export function viewRequest(
  options: FilterOptions,
  { rules, readability, now, horizon }: ViewFacts,
): ViewRequest | undefined {
  const { app, account, ip, find, minSeverity } = options
  // An age counts back from the last event, which is known after reading.
  const { since, until } = (isOrderUnknown(options) ? boundsOf : periodOf)(options, now)
  const odd = ip?.find((text) => networkTest(text) === undefined)
  if (odd !== undefined)
    throw new UsageError(`--ip ${printable(odd)}: not an IP address or network; use 203.0.113.7 or 203.0.113.0/24`)
  const filters: Filters = {
    ...present({ ip, find, minSeverity }),
    ...(options.rule !== undefined && { rules: options.rule.map((text) => runningRule(rules, text)) }),
  }
  if (Object.values({ app, account, since, until, ...filters }).every((each) => each === undefined)) return undefined
  const apps = new Names()
  const accounts = new Names()
  return {
    see(document) {
      if (app !== undefined) addApp(apps, document)
      if (account !== undefined) addAccounts(accounts, document)
    },
    open: () =>
      makeView({
        ...filters,
        ...(horizon.lastEvent === 0 ? boundsOf(options, now) : periodOf(options, new Date(horizon.lastEvent))),
        ...(app !== undefined && { app: onlyOne('--app', app, apps, readability) }),
        ...(account !== undefined && { account: onlyOne('--account', account, accounts, readability) }),
      }),
  }
}

const kinds = { '--app': 'application', '--account': 'account' } as const

function onlyOne(option: keyof typeof kinds, text: string, names: Names, readability: Readability): Found {
  const found = names.find(typedGuid(text))
  const [one, ...others] = found
  const kind = kinds[option]
  if (one === undefined) {
    const { hint } = didYouMean(text, names.all())
    const how =
      option === '--app'
        ? 'run `consentry apps list PATH` to list the applications'
        : 'use a part of the address, or find it in documents.ndjson of a hunt without --account'
    throw notFound(
      `${option} ${printable(text)}: no ${kind} in the records has this ID or name, or a part of it; ${printable(hint ?? how)}`,
      readability,
    )
  }
  if (others.length === 0) return one
  throw severalMatch(
    `${option} ${text}`,
    `${kind}s`,
    found.map(({ name }) => name),
  )
}

const filterNames = ['since', 'until', 'app', 'account', 'ip', 'find', 'minSeverity', 'rule'] as const

/** The step for a hunt whose filters hide all alerts; undefined if the result shows alerts, or if there are none. */
export function widerView({ alerts, documents, view }: HuntSummary, options: FilterOptions): string | undefined {
  if (view === undefined || alerts.total > 0 || view.hiddenAlerts + view.hiddenDocuments === 0) return undefined
  if (view.hiddenAlerts === 0 && Object.keys(documents).length > 0) return undefined
  const given = filterNames.filter((name) => options[name] !== undefined)
  const filters = given.map((name) => `--${name.replace('S', '-s')}`)
  const [hide, which] = filters.length === 1 ? ['hides', 'it'] : ['hide', 'one of them']
  return `no alert matches the filters: ${list(filters)} ${hide} ${count(view.hiddenAlerts, 'alert')} and ${count(view.hiddenDocuments, 'document')}; change or omit ${which}`
}
