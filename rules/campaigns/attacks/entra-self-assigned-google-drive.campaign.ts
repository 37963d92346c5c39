// A help desk account assigns every enterprise application to itself, goes on to Google by single sign-on, and grants a search client the Drive.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { run, samlSignIn } from '../google-grants.ts'
import { app, DAY, ids, MINUTE, network, person, timeline } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userAssignment } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { hour, makeApp } from '../microsoft-tenant.ts'

const names = [
  'Salesforce',
  'Google Cloud / G Suite Connector by Microsoft',
  'CyberArk SAML Authentication',
  'Workday',
  'AWS Single-Account Access',
  'ServiceNow',
  'Snowflake for Microsoft Entra ID',
  'Box',
  'Atlassian Cloud',
  'DocuSign',
  'Zendesk',
  'GitHub Enterprise Cloud',
]
const titles = [
  'VPN set-up',
  'Break glass accounts',
  'Network plan',
  'Incident contacts',
  'Okta and Entra notes',
  'Vault list',
]

export default attackCampaign({
  title: 'All applications assigned to one account, then Google Drive through single sign-on',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/unc3944-targets-saas-applications',
    'https://cloud.google.com/blog/topics/threat-intelligence/defense-against-shinyhunters-cybercrime-saas',
  ],
  facts: [
    'UNC3944 called help desks and got accounts of administrators.',
    'It assigned a compromised account to every application of the identity provider.',
    'From there it went to Salesforce, Google Cloud, CyberArk, AWS and other services by single sign-on.',
    'It looked for documents about remote access and infrastructure.',
  ],
  build: (random) => {
    const stage = scene(random, 'harrowmill', { feeds: 'audit', from: '2026-01-05', days: 75, after: 10 })
    const { log, tenant } = stage
    const org = orgOf(random, tenant)
    const at = stage.start + 19 * hour
    const calm = background(org, { until: at + 6 * DAY, days: 80, records: 260 })
    const hired = network('37.19.221.150', 212238, 'US', 'US-NY')
    const who = person(org, 1)
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
    const entry = [firstParty.mySignIns, firstParty.azurePortal].map((client, order) =>
      signInAudit(log, at + order * 3 * MINUTE, {
        person: tenant.helpdesk,
        client,
        resource: tenant.graph,
        ip: hired.ip,
        agent,
      }),
    )
    const given = repeat(random, at + 9 * MINUTE, names.length, 14_000, (moment, index) =>
      userAssignment(log, moment, tenant.helpdesk, makeApp(random, names[index] ?? '', random.uuid())),
    )
    const client = app(random, 'Findwell Search', [
      'openid',
      'userinfo.email',
      'drive.readonly',
      'admin.directory.user.readonly',
    ])
    const door = [samlSignIn(org, { at: at + 17 * MINUTE, who, from: hired })]
    const grant = [authorize(org, { at: at + 21 * MINUTE, who, app: client, from: hired })]
    const copied = run(org, { start: at + 26 * MINUTE, count: 42, gap: [25, 80] }, (moment) =>
      file(org, {
        at: moment,
        who,
        from: network('37.19.221.151', 212238, 'US', 'US-NY'),
        name: 'download',
        title: random.pick(titles),
        owner: random.pick(org.people),
        app: client,
      }),
    )
    return {
      records: timeline(log.records(), calm.records, door, grant, copied),
      firstHostile: entry[0] ?? '',
      dataLeft: ids(copied),
      required: [
        {
          act: 'an account assigns twelve enterprise applications to itself within minutes',
          ids: given,
          minimum: 'medium',
        },
        {
          act: 'the account comes to Google from an unknown network and grants a new client the whole Drive',
          ids: ids(grant),
          minimum: 'medium',
        },
        { act: 'the new client downloads files of many owners at once', ids: ids(copied), minimum: 'medium' },
      ],
      quiet: [...stage.quiet, ...calm.quiet],
    }
  },
})
