import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'Phished user without rights copies document libraries with the application of Rclone',
  sources: ['https://kroll.com/en/insights/publications/cyber/new-m365-business-email-compromise-attacks-with-rclone'],
  facts: [
    'An ordinary account was enough: it could consent to the application and reach the sites.',
    'The file copy tool Rclone appears as an enterprise application and in the user agent of its requests.',
    'A very large number of files left SharePoint and OneDrive in little more than one hour.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'kestrelby', {
      feeds: 'audit',
      from: '2026-03-02',
      days: 60,
      records: 260,
      people: 12,
    })
    const victim = person(5)
    const foreign = '192.0.2.133'
    const tool = makeApp(random, 'rclone', random.uuid(), {
      appId: 'b15665d9-eda6-4092-8539-0eec376afd59',
      ip: foreign,
      agent: 'rclone/v1.69.1',
      reply: 'http://localhost:53682/',
    })
    const at = start + 20 * hour
    const entered = signInAudit(log, at, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip: foreign,
    })
    signInAudit(log, at + 6 * minute, {
      person: victim,
      client: tool,
      resource: tenant.graph,
      ip: foreign,
      error: '65001',
      reason: 'DelegationDoesNotExist',
    })
    const agreed = consent(log, at + 7 * minute, {
      by: victim,
      app: tool,
      resource: tenant.graph,
      scopes: 'Files.Read Files.ReadWrite Files.Read.All Files.ReadWrite.All Sites.Read.All offline_access',
    })
    const used = signInAudit(log, at + 7 * minute + 5000, {
      person: victim,
      client: tool,
      resource: tenant.graph,
      ip: foreign,
      agent: tool.agent,
      requestType: 'OAuth2:Token',
    })
    const sites = ['finance', 'legal', 'operations', 'board']
    const kinds = ['xlsx', 'docx', 'pdf', 'msg']
    const copied = repeat(random, at + 10 * minute, 240, 14_000, (moment, i) =>
      file(log, moment, {
        person: victim,
        client: tool,
        ip: foreign,
        agent: tool.agent,
        operation: 'FileDownloaded',
        site: sites[Math.floor(i / 60)] ?? 'board',
        file: `case-${1000 + i}.${kinds[i % kinds.length]}`,
      }),
    )
    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: copied,
      required: [
        {
          act: 'consent of one user to a copy tool with all reachable files',
          ids: [...agreed, used],
          minimum: 'medium',
        },
        { act: 'the tool downloads files in bulk', ids: copied, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
