// The commands that create, check and write content.
import { Argument, Option } from 'commander'
import type { CommandEntry } from './command.ts'
import { contentOption, ndjson, outOption } from './shared-options.ts'

/** Content that can be JSON; a mapping is source code. */
const contentKinds = ['sample', 'scenario', 'rule', 'dashboard']

export const contentCommands = (inCheckout: boolean): readonly CommandEntry[] => [
  {
    name: 'dashboards',
    description: 'build the Kibana dashboards',
    commands: [
      {
        name: 'build',
        description: 'build the dashboards as NDJSON for the saved objects import in Kibana',
        options: [
          outOption('dashboards.ndjson (default: standard output)'),
          new Option('--flat', 'build dashboards without collapsible sections, for Kibana versions before 9.1'),
          contentOption(),
        ],
        json: ndjson('"dashboards"'),
        run: async (options) => (await import('../dashboards.ts')).dashboardsBuildCommand(options),
      },
    ],
  },
  {
    name: 'new',
    description: `create new content ${inCheckout ? 'in a checkout, or ' : ''}as JSON in your own folder, and print the next steps; never overwrite files`,
    takes: [
      new Argument('<kind>', 'kind of content').choices(inCheckout ? ['mapping', ...contentKinds] : contentKinds),
      new Argument(
        '<name>',
        'FOLDER/NAME, such as m365/strange-consent or google-workspace/new-app; NAME for a dashboard',
      ),
    ],
    options: [
      new Option(
        '--like <sample...>',
        'samples to copy; for a rule, one match and one near miss (for eql and threshold, only the match) (default: none)',
      ),
      new Option('--type <type>', 'type of a new rule (default: query)').choices([
        'query',
        'eql',
        'threshold',
        'new_terms',
      ]),
      new Option(
        '--content <dir>',
        `folder with your own rules, scenarios, samples and dashboards as JSON: write the new files there${inCheckout ? ' (default: the checkout)' : ' (required)'}`,
      ),
      new Option(
        '--from <file>',
        'for a mapping: read the names of events and parameters, but no values, from the records in this file (default: none)',
      ).hideHelp(!inCheckout),
    ],
    json: '{"files": […], "next": […]}',
    run: async (kind, name, options) => (await import('../new.ts')).newCommand(kind, name, options),
  },
  {
    name: 'validate',
    description: 'check mappings, rules and dashboards, test the rules on their evidence, and verify generated files',
    json: '{"ok", "diagnostics": […]}',
    run: async (options) => (await import('../validate.ts')).validateCommand(options),
  },
  {
    name: 'generate',
    hidden: !inCheckout,
    description: 'write the generated files: ECS catalog, templates, golden files, rules, dashboards',
    options: [new Option('--check', 'write nothing; exit with code 1 if a generated file is out of date')],
    json: '{"ok", "diagnostics": […]}, without --check also {"files", "written": […], "removed": […]}',
    run: async (options) => (await import('../generate.ts')).generateCommand(options),
  },
]
