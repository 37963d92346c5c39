import { Option } from 'commander'
import { variables } from '../../collect/settings.ts'
import type { CollectCommandOptions } from '../collect.ts'
import type { DefineCommand } from './command.ts'
import { jsonOption, outOption, settingsOption } from './shared-options.ts'

const environment = variables.map(([name, about]) => `  ${name}\n      ${about}`).join('\n')

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(
      new Option('--once', 'collect once into files; run the same command again to continue or to add newer records'),
    )
    .addOption(
      new Option(
        '--loop',
        'collect into Kafka until stopped; several collectors share the work, and each continues after the others',
      ).conflicts(['once', 'out', 'json']),
    )
    .addOption(
      new Option('--check', 'check each permission with one small request, and collect nothing').conflicts([
        'once',
        'loop',
      ]),
    )
    .addOption(settingsOption().conflicts(['once', 'check']))
    .option(
      '--since <time>',
      'collect records from this time on: a date (UTC), a time with its time zone, or an age such as 12h, 7d or 30d (default: 30d; with --loop 1d)',
    )
    .addOption(outOption('the collected files').default('collected'))
    .option('--no-subscribe', 'do not start missing subscriptions of the Management Activity API (default: start them)')
    .addOption(jsonOption())
    .addHelpText('after', `\nEnvironment variables:\n${environment}`)
    .action(async (options: CollectCommandOptions) =>
      finish(await (await import('../collect.ts')).collectCommand(options)),
    )
}
