// Every command, in the order of the help. Loading this file is all that `--help` costs.
import { isCheckout } from '../../../mappings/kernel/package-root.ts'
import type { CommandEntry } from './command.ts'

export const commands: readonly CommandEntry[] = [
  {
    name: 'hunt',
    takes: '<path...>',
    description:
      'run the rules on exported logs; write documents, alerts, dead letters, evidence, timeline, indicators and a report',
    load: () => import('./hunt.ts'),
  },
  {
    name: 'collect',
    description:
      'collect logs and inventories of Microsoft 365, Entra ID and Google Workspace into files for a hunt, or into Kafka for the service; credentials come from environment variables',
    load: () => import('./collect.ts'),
  },
  {
    name: 'normalize',
    takes: '<path...>',
    description: 'print the ECS documents of exported logs as NDJSON',
    load: () => import('./normalize.ts'),
  },
  {
    name: 'explain',
    takes: '<path>',
    description:
      'show how one record becomes documents, which values are not mapped, and why each rule matches or does not match',
    load: () => import('./explain.ts'),
  },
  {
    name: 'coverage',
    takes: '<path...>',
    description: 'show gaps in the mappings of exported logs: unknown members, unknown events, rules without input',
    load: () => import('./coverage.ts'),
  },
  {
    name: 'demo',
    description: 'run a hunt on the bundled demo: a fictional tenant with one week of benign activity and one attack',
    load: () => import('./demo.ts'),
  },
  {
    name: 'rules',
    description: 'list, test, build and deploy the rules',
    commands: [
      { name: 'list', description: 'list the rules', load: () => import('./rules/list.ts') },
      {
        name: 'build',
        description: 'build the rules as NDJSON for the rule import of Kibana',
        load: () => import('./rules/build.ts'),
      },
      {
        name: 'validate',
        description: 'check rules and scenarios without running them',
        load: () => import('./rules/validate.ts'),
      },
      {
        name: 'test',
        description: 'test rules on their samples and scenarios, then mutate each rule and check that a test fails',
        load: () => import('./rules/test.ts'),
      },
      {
        name: 'noise',
        description:
          'show how often each rule alerts on the benign baseline of one month; exit with code 1 if a rule exceeds its budget',
        load: () => import('./rules/noise.ts'),
      },
      {
        name: 'backtest',
        description:
          'run the rules on the stored documents of recent days: show the alerts per rule and day, and the lines of the environment file that would remove the most alerts',
        load: () => import('./rules/backtest.ts'),
      },
      {
        name: 'coverage',
        description:
          'list the rules, with their evidence, for each vendor and each element of ATT&CK T1671, for each analytic of its detection strategy, with the counterparts of public rules',
        load: () => import('./rules/coverage.ts'),
      },
      {
        name: 'diff',
        description:
          'show the changes that a deployment would make in Kibana (KIBANA_URL, KIBANA_API_KEY); exit with code 1 if there are any',
        load: () => import('./rules/diff.ts'),
      },
      {
        name: 'deploy',
        description:
          'write rules and exception lists to Kibana; keep the enabled state, exceptions and actions that Kibana users set',
        load: () => import('./rules/deploy.ts'),
      },
    ],
  },
  {
    name: 'apps',
    description: 'review the applications of an export or of the entity store of the service',
    commands: [
      {
        name: 'list',
        takes: '[path...]',
        isDefault: true,
        description: 'list the applications, sorted by review priority',
        load: () => import('./apps/list.ts'),
      },
      {
        name: 'review',
        takes: '[path...]',
        description:
          'list new and changed applications since the last review and applications due for review, and record the review',
        load: () => import('./apps/review.ts'),
      },
      {
        name: 'show',
        takes: '<id> [path...]',
        description: 'show the history of one application: grants, accounts, changes',
        load: () => import('./apps/show.ts'),
      },
      {
        name: 'delegations',
        takes: '[path...]',
        description:
          'list the domain-wide delegations of Google Workspace, reconstructed from events: no API lists them',
        load: () => import('./apps/delegations.ts'),
      },
      {
        name: 'contain',
        takes: '<id> [path...]',
        description: 'print the commands that revoke the access of an application, and their side effects; run nothing',
        load: () => import('./apps/contain.ts'),
      },
      {
        name: 'approve',
        takes: '<id>',
        description: 'add an approval to the environment file; create the file if it does not exist',
        load: () => import('./apps/approve.ts'),
      },
    ],
  },
  {
    name: 'dashboards',
    description: 'build the Kibana dashboards',
    commands: [
      {
        name: 'build',
        description: 'build the dashboards as NDJSON for the saved-object import of Kibana',
        load: () => import('./dashboards/build.ts'),
      },
    ],
  },
  {
    name: 'new',
    takes: '<kind> <name>',
    description: isCheckout()
      ? 'create valid new content in a checkout, or as JSON in your own folder, and print the next steps; never overwrite a file'
      : 'create valid new content as JSON in your own folder, and print the next steps; never overwrite a file',
    load: () => import('./new.ts'),
  },
  {
    name: 'validate',
    description:
      'check mappings, rules and dashboards, test the rules on their evidence, check that generated files are up to date',
    load: () => import('./validate.ts'),
  },
  {
    name: 'generate',
    hidden: !isCheckout(),
    description: 'write the generated files: ECS catalog, templates, golden files, rules, dashboards',
    load: () => import('./generate.ts'),
  },
  {
    name: 'setup',
    description:
      'install the Consentry templates in Elasticsearch and create the topics in Kafka; with ES_SERVICE_PASSWORD, write the role and user of the service; with KIBANA_SYSTEM_PASSWORD, set the password of kibana_system',
    load: () => import('./setup.ts'),
  },
  {
    name: 'deploy',
    description:
      'write everything to Elasticsearch and Kibana: templates, data views, dashboards, Discover sessions, exception lists and rules; keep the changes of Kibana users',
    load: () => import('./deploy.ts'),
  },
  {
    name: 'pull',
    description:
      'write the changes of Kibana users since the last deployment to files: changed rule properties (rules.json) and exception items that users added (exceptions.ndjson)',
    load: () => import('./pull.ts'),
  },
  {
    name: 'undeploy',
    description:
      'delete the objects that deployments wrote to Kibana: rules, exception lists, dashboards, Discover sessions, data views; keep documents, templates and alerts',
    load: () => import('./undeploy.ts'),
  },
  {
    name: 'verify',
    description:
      'test the rule pack in your own Kibana: deploy it to a new space, replay its evidence in a new namespace, compare the alerts with the expected ones, open every dashboard, and remove everything',
    load: () => import('./verify.ts'),
  },
  {
    name: 'doctor',
    description:
      'check an installation and suggest fixes: environment file, IP address databases, Kafka, Elasticsearch, log sources, rules in Kibana; change nothing',
    load: () => import('./doctor.ts'),
  },
  {
    name: 'run',
    description: 'run the service: read records from Kafka, write documents to Elasticsearch',
    load: () => import('./run.ts'),
  },
  {
    name: 'dead-letters',
    description: 'list dead letters, and process their records again after a fix',
    commands: [
      {
        name: 'list',
        description: 'list dead letters and count them by code; change nothing',
        load: () => import('./dead-letters/list.ts'),
      },
      {
        name: 'show',
        takes: '<id>',
        description: 'show the dead letters of one record, and the result of processing the record now; change nothing',
        load: () => import('./dead-letters/show.ts'),
      },
      {
        name: 'replay',
        description:
          'process the records of dead letters again and report each outcome; a second replay changes nothing',
        load: () => import('./dead-letters/replay.ts'),
      },
    ],
  },
  {
    name: 'reprocess',
    description: 'regenerate stored documents from the records of the topics; a second run changes nothing',
    load: () => import('./reprocess.ts'),
  },
]
