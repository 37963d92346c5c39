import { InvalidArgumentError, Option } from 'commander'

export const environmentOption = () =>
  new Option(
    '--environment <file>',
    'environment file: tenants, domains, approved applications, rule settings (default: the setting CONSENTRY_ENVIRONMENT, otherwise ./environment.yaml if it exists)',
  )
export const settingsOption = () =>
  new Option('--config <file>', 'configuration file; environment variables take precedence (default: none)')
export const configOption = () =>
  new Option(
    '--config <file>',
    'configuration file with the paths of the environment file and the IP address databases (default: CONSENTRY_ENVIRONMENT, GEO_CITY_DATABASE, GEO_ASN_DATABASE)',
  )
export const contentOption = () =>
  new Option('--content <dir>', 'folder with your own rules, scenarios, samples and dashboards as JSON (default: none)')
const suppression =
  'raise one alert per day for repeated events of the same application and account (requires a Platinum license in Kibana)'
export const suppressionOption = () => new Option('--suppression', suppression)
/** For commands that compare the rules with Kibana. */
export const suppressionOptions = () => [
  new Option('--suppression', `${suppression} (default: as in the deployed rules)`),
  new Option('--no-suppression', 'raise each alert (default: as in the deployed rules)'),
]
export const stackOption = () =>
  new Option(
    '--stack <version>',
    'version of the Elastic Stack: use ATT&CK 19 for 9.5 and later, otherwise ATT&CK 18.1',
  ).default('9.4')
export const repeatable = (text: string, before: readonly string[] = []): readonly string[] => [...before, text]
export const positiveNumber = (option: string) => (text: string) => {
  const number = Number(text)
  if (number > 0 && Number.isFinite(number)) return number
  throw new InvalidArgumentError(`${option} takes a number above zero.`)
}

export const positiveCount = (option: string) => (text: string) => {
  const number = positiveNumber(option)(text)
  if (Number.isSafeInteger(number)) return number
  throw new InvalidArgumentError(`${option} takes a whole number above zero.`)
}

/** For each command that reads exports. */
export const zipOptions = () => [
  new Option('--max-members <count>', 'maximum number of files in a ZIP archive (default: 10000)').argParser(
    positiveCount('--max-members'),
  ),
  new Option('--max-extracted <gigabytes>', 'maximum extracted size of a ZIP archive (default: 20)').argParser(
    positiveNumber('--max-extracted'),
  ),
]

export const filterOptions = () => [
  new Option(
    '--since <time>',
    'show events since this time: a date (UTC), a time with a time zone, or an age before the last event such as 12h, 7d or 2w (default: the first event)',
  ),
  new Option('--until <time>', 'show events before this time; a date includes the whole day (default: no limit)'),
  new Option('--app <app>', 'show one application: ID, name, or a unique part of either (default: all)'),
  new Option(
    '--account <account>',
    'show one account: user name, email address, ID, or a unique part of one (default: all)',
  ),
  new Option(
    '--ip <address>',
    'show one IP address or network, such as 203.0.113.0/24 or 203.0.113.7/24; repeatable (default: all)',
  ).argParser(repeatable),
  new Option(
    '--find <text>',
    'show records with this text in any value, regardless of case: a message ID, a device, a subject (default: all)',
  ),
  new Option('--min-severity <severity>', 'show alerts of this severity or higher (default: low)')
    .choices(severityChoices)
    .argParser(severity),
  new Option(
    '--rule <rule>',
    'show alerts of this rule: ID, name or folder; repeatable (default: all rules)',
  ).argParser(repeatable),
]
export const severityChoices = ['low', 'medium', 'high', 'critical']
/** A severity in uppercase or lowercase letters. */
export function severity(text: string): string {
  const asked = text.toLowerCase()
  if (severityChoices.includes(asked)) return asked
  throw new InvalidArgumentError(`Allowed choices are ${severityChoices.join(', ')}.`)
}
/** The result of a command that builds a file for Kibana, with `--json`. */
export const ndjson = (counts: string) =>
  `one object per line, the same as without --json; with --out, {"file", ${counts}}`
export const outOption = (files: string) => new Option('--out <dir>', `folder for ${files}`)
export const spaceOption = () =>
  new Option('--space <space>', 'Kibana space (default: KIBANA_SPACE, otherwise the default space)')
