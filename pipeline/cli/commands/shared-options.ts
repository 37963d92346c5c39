// Options and arguments that several commands have.
import { Argument, Option } from 'commander'

export const environmentOption = () =>
  new Option(
    '--environment <file>',
    'what the organization knows about itself (default: ./environment.yaml if it is there)',
  )
export const configOption = () =>
  new Option(
    '--config <file>',
    'configuration file; of it the databases of addresses are used (or GEO_CITY_DATABASE, GEO_ASN_DATABASE)',
  )
export const contentOption = () =>
  new Option('--content <dir>', "your own rules, scenarios, samples and dashboards as JSON, beside the pack's")
export const suppressionOption = () =>
  new Option(
    '--suppression',
    'one alert a day for what repeats with the same application and account (Kibana needs a Platinum licence for it)',
  )
export const severityChoices = ['low', 'medium', 'high', 'critical']
export const entityStoreOption = () =>
  new Option('--config <file>', 'where Elasticsearch is; without PATH its the entity store is read')
export const exportArgument = () =>
  new Argument('[path...]', 'exported logs; without any, the memory of the service is read')
export const formatOption = () =>
  new Option('--format <format>', 'how to print it').choices(['table', 'csv', 'json', 'markdown']).default('table')
export const spaceOption = () =>
  new Option('--space <space>', 'Kibana space (default: KIBANA_SPACE, or the default space)')
