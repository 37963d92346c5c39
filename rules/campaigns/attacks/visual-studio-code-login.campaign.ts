// A code of the Visual Studio Code login is sent to the attacker, who then reads mail and files as this client.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { mailRead } from '../microsoft-mail.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'Code of a Visual Studio Code login is sent to a messenger contact',
  sources: [
    'https://www.volexity.com/blog/2025/04/22/phishing-for-codes-russian-threat-actors-target-microsoft-365-oauth-workflows/',
  ],
  facts: [
    'UTA0352 invites staff of small organizations by messenger to a video meeting.',
    'The address opens the real login page for the first-party client Visual Studio Code and the resource Microsoft Graph.',
    'The victim signs in at the usual place and sends the code of the address back.',
    'The attacker exchanges the code, and reads the data of the victim through Graph from a proxy network in the same country.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'tarnhill', {
      feeds: 'audit',
      from: '2025-02-03',
      days: 77,
      after: 9,
    })
    const code = firstParty.vsCode
    const develops = routine(log, start - 77 * day, 84, 40, (at) =>
      signInAudit(log, at, {
        person: tenant.developer,
        client: code,
        resource: tenant.graph,
        ip: tenant.developer.ip,
        requestType: random.pick(['OAuth2:Authorize', 'OAuth2:Token']),
      }),
    )

    const victim = person(9)
    const proxy = '45.83.220.61'
    const agent = 'python-httpx/0.27.2'
    const begin = start + day + 10 * hour + 12 * minute
    const session = random.uuid()
    const shared = { person: victim, client: code, resource: tenant.graph, session }
    const first = signInAudit(log, begin, { ...shared, ip: victim.ip })
    const redeemed = signInAudit(log, begin + 9 * minute, { ...shared, ip: proxy, agent, requestType: 'OAuth2:Token' })
    const reads = repeat(random, begin + 14 * minute, 22, 3 * hour, (at, i) =>
      mailRead(
        log,
        at,
        { owner: victim, client: code, ip: proxy },
        random.integer(3, 14),
        i % 3 === 0 ? '\\Sent Items' : '\\Inbox',
      ),
    )
    const files = repeat(random, begin + 5 * hour, 9, 30 * minute, (at, i) =>
      file(log, at, {
        person: victim,
        client: code,
        ip: proxy,
        agent,
        file: `grant-agreement-${i + 1}.docx`,
        operation: 'FileDownloaded',
        site: 'programmes',
      }),
    )

    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: [...reads, ...files],
      required: [
        {
          act: 'Somebody without development work signs in as Visual Studio Code, and a second network uses the session',
          ids: [first, redeemed],
          minimum: 'medium',
        },
        { act: 'Mail is read by a development tool', ids: reads, minimum: 'high' },
        { act: 'Files are downloaded by the same tool', ids: files, minimum: 'medium' },
      ],
      quiet: [...quiet, ...develops],
    }
  },
})
