import { Argument, Option } from 'commander'
import type { CommandEntry } from './command.ts'
import { deployOptions } from './installation.ts'
import {
  contentOption,
  environmentOption,
  ndjson,
  outOption,
  settingsOption,
  spaceOption,
  stackOption,
  suppressionOption,
  suppressionOptions,
} from './shared-options.ts'

const sarifOption = () => new Option('--sarif <file>', 'write the diagnostics as SARIF to this file (default: none)')

export const ruleCommands = (version: string): readonly CommandEntry[] => [
  {
    name: 'list',
    description: 'list the rules',
    options: [
      new Option('--dataset <log>', 'list the rules that read this log, such as o365.audit (default: all rules)'),
      environmentOption(),
      contentOption(),
    ],
    json: '{"rules": […]}',
    run: async (options) => (await import('../rules-list.ts')).rulesListCommand(options),
  },
  {
    name: 'show',
    description: 'show one rule: query, severity, datasets, investigation guide and evidence',
    takes: [new Argument('<rule>', 'ID, ID prefix, name, or file such as m365/credential-added')],
    options: [environmentOption(), contentOption()],
    json: 'the rule, with "guide" and "tests"',
    run: async (rule, options) => (await import('../rules-show.ts')).rulesShowCommand(rule, options),
  },
  {
    name: 'build',
    description: 'build the rules as NDJSON for the rule import in Kibana',
    options: [
      outOption('rules.ndjson (default: standard output)'),
      new Option(
        '--for <source>',
        'build the portable edition: rules on fields of the Elastic integrations (default: the full edition)',
      ).choices(['elastic-integrations']),
      environmentOption(),
      contentOption(),
      suppressionOption(),
      stackOption(),
    ],
    json: ndjson('"rules", "lists"'),
    run: async (options) => (await import('../rules-build.ts')).rulesBuildCommand(options),
  },
  {
    name: 'validate',
    description: 'check rules, scenarios and dashboards without running them',
    options: [contentOption(), sarifOption()],
    json: '{"ok", "diagnostics": […]}',
    run: async (options) => (await import('../rules-test.ts')).rulesValidateCommand(options, version),
  },
  {
    name: 'test',
    description: 'test rules on their samples and scenarios, then mutate each rule and check that a test fails',
    options: [
      new Option(
        '--rule <id>',
        'test one rule: ID, ID prefix, name, or file such as m365/credential-added (default: all rules; with --content, the rules of the folder)',
      ),
      contentOption(),
      new Option('--no-mutations', 'skip the mutations (default: run them)'),
      new Option('--watch', 'rerun the tests after each file change'),
      new Option('--junit <file>', 'write a JUnit report with one test case per sample and scenario (default: none)'),
      sarifOption(),
    ],
    json: '{"ok", "rules": […]}',
    run: async (options) => (await import('../rules-test.ts')).rulesTestCommand(options, version),
  },
  {
    name: 'noise',
    description:
      'show how often each rule alerts on the one-month benign baseline; exit with code 1 if a rule exceeds its alert budget',
    options: [contentOption()],
    json: '{"days", "events", "alerts", "alertsAsArrived", "perDay", "rules": […], "diagnostics": […]}',
    run: async (options) => (await import('../rules-noise.ts')).rulesNoiseCommand(options),
  },
  {
    name: 'backtest',
    description:
      'run the rules on stored documents of recent days; show alerts per rule and day, and lines for the environment file that would prevent the most alerts',
    options: [
      new Option('--days <n>', 'number of days to report').default('30'),
      new Option('--rule <rule>', 'run one rule, by ID or name (default: all rules)'),
      environmentOption(),
      contentOption(),
      settingsOption(),
    ],
    json: '{"documents", "alerts", "provisional", "rules": […], "apps": […], "accounts": […], "lines": […]}',
    run: async (options) => (await import('../rules-backtest.ts')).rulesBacktestCommand(options),
  },
  {
    name: 'coverage',
    description:
      'list the rules and their evidence per vendor, per element of ATT&CK T1671 and per analytic of its detection strategy, with counterparts in public rule sets',
    options: [
      contentOption(),
      new Option(
        '--public',
        'list public rules instead, each with its counterpart or the reason for a missing counterpart',
      ),
      new Option('--navigator <file>', 'also write an ATT&CK Navigator layer to this file (default: none)'),
      stackOption(),
    ],
    json: '{"technique", "attack", "rows": […], "withoutCredit": […], "detection", "public": […]}',
    run: async (options) => (await import('../rules-coverage.ts')).rulesCoverageCommand(options),
  },
  {
    name: 'diff',
    description:
      'show the changes that a deployment would make in Kibana (KIBANA_URL, KIBANA_API_KEY); exit with code 1 if there are changes',
    options: [settingsOption(), environmentOption(), contentOption(), ...suppressionOptions(), spaceOption()],
    json: '{"rules": […], "exceptions": […], "left": […]}',
    run: async (options) => (await import('../deploy.ts')).rulesDiffCommand(options),
  },
  {
    name: 'deploy',
    description:
      'write rules and exception lists to Kibana; keep the enabled state, exceptions and actions that Kibana users set',
    options: deployOptions(),
    json: '',
    run: async (options) => (await import('../deploy.ts')).deployCommand('rules', options),
  },
]
