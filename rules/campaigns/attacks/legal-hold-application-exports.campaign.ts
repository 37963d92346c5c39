// The secret of an approved legal hold service opens a case of its own, exports four mailboxes, and removes the case.
import { attackCampaign } from '../campaign.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const cases = '/security/cases/ediscoveryCases'
const permissions = 'eDiscovery.ReadWrite.All User.Read.All'
const download = { name: 'MicrosoftPurviewEDiscovery', appId: 'b26e684c-5068-4120-a679-64a5d2c909d9' }

export default attackCampaign({
  title: 'Stolen secret of a legal hold service: a case of one night exports the mail of four directors',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/resources/security-ediscovery-apioverview',
    'https://learn.microsoft.com/en-us/purview/edisc-ref-api-guide',
    'https://www.vectra.ai/detections/o365-ediscovery-exfil',
    'https://www.vectra.ai/detections/o365-suspect-ediscovery-usage',
  ],
  facts: [
    'An application with the permission eDiscovery.ReadWrite.All can make cases, search all mailboxes and export them without a user.',
    'The package of an export is downloaded with a token for a second resource, MicrosoftPurviewEDiscovery.',
    'Intruders use eDiscovery because a search reads mailboxes without a record of the mailbox audit.',
    'They delete the search soon after the export so that nobody sees it in the portal.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'lindengate', {
      feeds: 'entra',
      from: '2026-01-12',
      days: 119,
      after: 14,
      people: 22,
    })
    const hold = makeApp(random, 'Matterline Legal Hold', random.uuid(), {
      ip: '203.0.113.31',
      agent: 'matterline-connector/6.4 (Java/21.0.4)',
    })
    const call = (
      at: number,
      uri: string,
      more: { ip?: string; method?: string; status?: number; tokenId?: string; agent?: string } = {},
    ) => graphCall(log, at, { client: hold, ip: hold.ip, agent: hold.agent, permissions, uri, ...more })

    const open = random.uuid()
    const works = (at: number) => {
      const tokenId = token(log)
      appSignIn(log, at - 2000, { app: hold, resource: tenant.graph, tokenId })
      return call(
        at,
        random.pick([
          `${cases}?$top=50`,
          `${cases}/${open}/custodians`,
          `${cases}/${open}/operations`,
          `/users/${random.pick(tenant.people).oid}?$select=displayName,accountEnabled`,
        ]),
        { tokenId },
      )
    }
    const usual = routine(log, start - 119 * day, 118, 150, works)
    routine(log, start, 12, 16, works)
    // Two real matters: the service makes a case, a search and an export from its own network.
    const matters = [43, 88].flatMap((offset) => {
      const at = start - (119 - offset) * day + 10 * hour
      const [matter, search, tokenId] = [random.uuid(), random.uuid(), token(log)]
      const step = (n: number, uri: string, status: number) =>
        call(at + n * 20 * minute, uri, { method: 'POST', status, tokenId })
      return [
        appSignIn(log, at - 3000, { app: hold, resource: tenant.graph, tokenId }),
        step(0, cases, 201),
        step(1, `${cases}/${matter}/searches`, 201),
        step(2, `${cases}/${matter}/searches/${search}/microsoft.graph.security.exportResult`, 202),
        appSignIn(log, at + 70 * minute, { app: hold, resource: download }),
      ]
    })

    const ip = '192.0.2.140'
    const agent = 'python-requests/2.32.4'
    const begin = start + 2 * day + hour + 38 * minute
    const tokenId = token(log)
    const stranger = { ip, agent, tokenId }
    const entered = appSignIn(log, begin, { app: hold, resource: tenant.graph, ip, tokenId })
    call(begin + minute, `${cases}?$top=100`, stranger)
    call(begin + 2 * minute, "/users?$filter=startswith(jobTitle,'Chief')&$select=id,mail,jobTitle", stranger)

    const matter = random.uuid()
    // One search for the mailbox of each director; the body of the request is not in the log.
    const searches = Array.from({ length: 4 }, () => random.uuid())
    const post = { ...stranger, method: 'POST' }
    const made = [
      call(begin + 9 * minute, cases, { ...post, status: 201 }),
      ...searches.map((_, i) =>
        call(begin + (12 + i) * minute, `${cases}/${matter}/searches`, { ...post, status: 201 }),
      ),
    ]
    const exported = searches.map((search, i) =>
      call(
        begin + (31 + 2 * i) * minute,
        `${cases}/${matter}/searches/${search}/microsoft.graph.security.exportResult`,
        {
          ...post,
          status: 202,
        },
      ),
    )
    for (let poll = 0; poll < 16; poll += 1)
      call(begin + (42 + poll * 4) * minute, `${cases}/${matter}/operations`, stranger)
    const fetched = [0, 1].map((i) =>
      appSignIn(log, begin + (104 + i * 61) * minute, { app: hold, resource: download, ip }),
    )
    const late = token(log)
    const back = appSignIn(log, begin + 4 * hour, { app: hold, resource: tenant.graph, ip, tokenId: late })
    const remove = { ip, agent, tokenId: late, method: 'DELETE', status: 204 }
    const removed = [
      ...searches.map((search, i) =>
        call(begin + 4 * hour + (i + 1) * 20_000, `${cases}/${matter}/searches/${search}`, remove),
      ),
      call(begin + 4 * hour + 3 * minute, `${cases}/${matter}`, remove),
    ]

    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: [...exported, ...fetched],
      required: [
        {
          act: 'The service signs in with its usual key from a country in which it never was',
          ids: [entered, ...fetched, back],
          minimum: 'medium',
        },
        { act: 'A case with four searches is made from that network at night', ids: made, minimum: 'medium' },
        {
          act: 'The results of four searches are exported, and a token for the download is taken',
          ids: [...exported, ...fetched],
          minimum: 'high',
        },
        { act: 'Searches and case are deleted some hours later', ids: removed, minimum: 'medium' },
      ],
      quiet: [...quiet, ...usual.slice(0, 40), ...matters],
    }
  },
})
