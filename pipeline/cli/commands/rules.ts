import { Option } from 'commander'
import type { CommandEntry } from './command.ts'
import { deployOptions } from './installation.ts'
import {
  contentOption,
  environmentOption,
  jsonOption,
  outOption,
  settingsOption,
  spaceOption,
  stackOption,
  suppressionOption,
} from './shared-options.ts'

const sarifOption = () => new Option('--sarif <file>', 'write the diagnostics as SARIF to this file (default: none)')

export const ruleCommands = (version: string): readonly CommandEntry[] => [
  {
    name: 'list',
    description: 'list the rules',
    options: [jsonOption('{"rules": […]}'), environmentOption(), contentOption()],
    run: async (options) => (await import('../rules-list.ts')).rulesListCommand(options),
  },
  {
    name: 'build',
    description: 'build the rules as NDJSON for the rule import of Kibana',
    options: [
      outOption('rules.ndjson (default: standard output)'),
      new Option(
        '--for <source>',
        'build the portable edition: rules on the fields that the integrations of Elastic write (default: the full edition)',
      ).choices(['elastic-integrations']),
      environmentOption(),
      contentOption(),
      suppressionOption(),
      stackOption(),
    ],
    run: async (options) => (await import('../rules-build.ts')).rulesBuildCommand(options),
  },
  {
    name: 'validate',
    description: 'check rules and scenarios without running them',
    options: [contentOption(), jsonOption('{"ok", "diagnostics": […]}'), sarifOption()],
    run: async (options) => (await import('../rules-test.ts')).rulesValidateCommand(options, version),
  },
  {
    name: 'test',
    description: 'test rules on their samples and scenarios, then mutate each rule and check that a test fails',
    options: [
      new Option(
        '--rule <id>',
        'test one rule: id, beginning of the id, name, or file such as m365/credential-added (default: all rules)',
      ),
      contentOption(),
      new Option('--no-mutations', 'skip the mutations (default: run them)'),
      new Option('--watch', 'test again after each change to a file'),
      jsonOption('{"ok", "rules": […]}'),
      new Option('--junit <file>', 'write a JUnit report with one case for each sample and scenario (default: none)'),
      sarifOption(),
    ],
    run: async (options) => (await import('../rules-test.ts')).rulesTestCommand(options, version),
  },
  {
    name: 'noise',
    description:
      'show how often each rule alerts on the benign baseline of one month; exit with code 1 if a rule exceeds its budget',
    options: [
      contentOption(),
      jsonOption('{"days", "events", "alerts", "alertsAsArrived", "perDay", "rules": […], "diagnostics": […]}'),
    ],
    run: async (options) => (await import('../rules-noise.ts')).rulesNoiseCommand(options),
  },
  {
    name: 'backtest',
    description:
      'run the rules on the stored documents of recent days: show the alerts per rule and day, and the lines of the environment file that would remove the most alerts',
    options: [
      new Option('--days <n>', 'number of days to report').default('30'),
      new Option('--rule <rule>', 'run one rule, by ID or name (default: all rules)'),
      environmentOption(),
      contentOption(),
      settingsOption(),
      jsonOption('{"documents", "alerts", "provisional", "rules": […], "apps": […], "accounts": […], "lines": […]}'),
    ],
    run: async (options) => (await import('../rules-backtest.ts')).rulesBacktestCommand(options),
  },
  {
    name: 'coverage',
    description:
      'list the rules, with their evidence, for each vendor and each element of ATT&CK T1671, for each analytic of its detection strategy, with the counterparts of public rules',
    options: [
      contentOption(),
      new Option(
        '--public',
        'list the rules of public rule sets instead, each with its counterpart or the reason why it has none',
      ),
      jsonOption('{"technique", "attack", "rows": […], "withoutCredit": […], "detection", "public": […]}'),
      new Option('--navigator <file>', 'also write a layer for the ATT&CK Navigator to this file (default: none)'),
      stackOption(),
    ],
    run: async (options) => (await import('../rules-coverage.ts')).rulesCoverageCommand(options),
  },
  {
    name: 'diff',
    description:
      'show the changes that a deployment would make in Kibana (KIBANA_URL, KIBANA_API_KEY); exit with code 1 if there are any',
    options: [
      environmentOption(),
      contentOption(),
      suppressionOption(),
      spaceOption(),
      jsonOption('{"rules": […], "exceptions": […], "left": […]}'),
    ],
    run: async (options) => (await import('../deploy.ts')).rulesDiffCommand(options),
  },
  {
    name: 'deploy',
    description:
      'write rules and exception lists to Kibana; keep the enabled state, exceptions and actions that Kibana users set',
    options: deployOptions(),
    run: async (options) => (await import('../deploy.ts')).deployCommand('rules', options),
  },
]
