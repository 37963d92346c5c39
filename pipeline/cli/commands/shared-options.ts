// Options and arguments that several commands have.
import { Argument, InvalidArgumentError, Option } from 'commander'

export const environmentOption = () =>
  new Option(
    '--environment <file>',
    'environment file: tenants, domains, approved applications, rule settings (default: ./environment.yaml if it exists)',
  )
/** The configuration of the service. */
export const settingsOption = () =>
  new Option('--config <file>', 'configuration file; environment variables take precedence')
export const configOption = () =>
  new Option(
    '--config <file>',
    'configuration file; this command reads only the IP address databases (default: GEO_CITY_DATABASE, GEO_ASN_DATABASE)',
  )
export const contentOption = () =>
  new Option('--content <dir>', 'folder with your own rules, scenarios, samples and dashboards as JSON')
export const suppressionOption = () =>
  new Option(
    '--suppression',
    'raise one alert per day for repeated events of the same application and account (requires a Platinum license in Kibana)',
  )
export const stackOption = () =>
  new Option('--stack <version>', 'version of the Elastic Stack: ATT&CK 19 from 9.5 on, else ATT&CK 18.1').default(
    '9.4',
  )
/** Reads a number above zero. */
export const positiveNumber = (option: string) => (text: string) => {
  const number = Number(text)
  if (number > 0 && Number.isFinite(number)) return number
  throw new InvalidArgumentError(`${option} takes a number above zero.`)
}

/** The filters of a hunt. */
export const filterOptions = () => [
  new Option(
    '--since <time>',
    'show events from this time on: a date (UTC), a time with its time zone, or an age such as 12h, 7d or 2w',
  ),
  new Option('--until <time>', 'show events before this time; a date includes its whole day'),
  new Option('--app <app>', 'show one application: its ID, its name, or an unambiguous part of either'),
  new Option('--account <account>', 'show one account: its user name, mail address or ID'),
  new Option('--ip <address>', 'show one IP address or network (203.0.113.0/24)'),
  new Option('--min-severity <severity>', 'show alerts of this severity or higher').choices(severityChoices),
  new Option('--rule <rule>', 'show alerts of this rule: its ID, name or folder; repeat the option for more').argParser(
    (rule: string, before: readonly string[] = []) => [...before, rule],
  ),
]
export const severityChoices = ['low', 'medium', 'high', 'critical']
export const entityStoreOption = () =>
  new Option('--config <file>', 'configuration file with the address of Elasticsearch, for use without PATH')
export const exportArgument = () =>
  new Argument('[path...]', 'exported logs (default: the entity store of the service)')
export const formatOption = () =>
  new Option('--format <format>', 'output format').choices(['table', 'csv', 'json', 'markdown']).default('table')
export const spaceOption = () =>
  new Option('--space <space>', 'Kibana space (default: KIBANA_SPACE, else the default space)')
