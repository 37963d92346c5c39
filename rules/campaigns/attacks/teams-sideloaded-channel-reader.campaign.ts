// A custom Teams application with consent for single teams reads channels week after week: the unified audit log alone.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { installApp, listMessages, makeTeam } from '../microsoft-teams.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const permissions = [
  'ChannelMessage.Read.Group',
  'ChannelSettings.Read.Group',
  'TeamMember.Read.Group',
  'File.Read.Group',
]

export default attackCampaign({
  title: 'A sideloaded Teams application with resource-specific consent',
  sources: [
    'https://attack.mitre.org/techniques/T1671',
    'https://learn.microsoft.com/en-us/microsoftteams/platform/graph-api/rsc/test-resource-specific-consent',
    'https://www.vectra.ai/detections/o365-suspicious-teams-application',
  ],
  facts: [
    'Adversaries add an application of their own to keep access after they lose the account.',
    'The owner of a team can grant an application the data of this team; no administrator and no Entra consent is necessary.',
    'The application then reads the channels and files of the team without a user.',
    'A Teams application can be the foothold for collection and exfiltration.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'silvergate', {
      feeds: 'audit',
      from: '2026-01-12',
      days: 77,
      after: 35,
      records: 420,
    })
    const owner = person(4)
    const attackerIp = '192.0.2.58'
    const app = makeApp(random, 'Channel Digest', random.uuid(), { ip: '192.0.2.59', agent: 'Go-http-client/2.0' })
    const first = signInAudit(log, start + 19 * hour, {
      person: owner,
      client: firstParty.teams,
      resource: tenant.graph,
      ip: attackerIp,
      requestType: 'OAuth2:Token',
    })
    const teams = ['Projects North', 'Tenders 2026', 'Works Council'].map((name) => makeTeam(log, name))
    const installed: string[] = []
    const messages: string[] = []
    const files: string[] = []
    for (const [i, team] of teams.entries()) {
      // Three teams in five days. The reading goes on for weeks, also after the account is lost.
      installed.push(
        installApp(log, start + i * 2 * day + 19 * hour + 8 * minute, {
          by: owner,
          ip: attackerIp,
          app,
          team,
          mode: 'Sideloaded',
          permissions,
        }),
      )
      messages.push(
        ...repeat(random, start + (i * 2 + 1) * day, 9, 3 * day, (at) => listMessages(log, at, app, team, app.ip)),
      )
      files.push(
        ...repeat(random, start + (i * 2 + 2) * day, 7, 4 * day, (at, j) =>
          file(log, at, {
            person: owner,
            client: app,
            appOnly: app,
            ip: app.ip,
            agent: app.agent,
            site: team.name.toLowerCase().replaceAll(' ', '-'),
            file: `tender-${i}-${j}-${random.integer(100, 999)}.docx`,
            operation: 'FileDownloaded',
          }),
        ),
      )
    }
    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: [...messages, ...files],
      required: [
        {
          act: 'A custom application gets the messages and files of a team, from a hosting network',
          ids: installed,
          minimum: 'medium',
        },
        {
          act: 'An application that nobody consented to downloads files week after week',
          ids: files,
          minimum: 'medium',
        },
      ],
      quiet,
    }
  },
})
