// Living in the product: a notes application reads the notebooks of administrators; five days of one log.
import { attackCampaign } from '../campaign.ts'
import { inWindow, remaining } from '../microsoft-export-window.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const scopes = 'Notes.Read User.Read openid profile offline_access'
const words = ['password', 'vpn', 'break glass', 'service account'] as const

export default attackCampaign({
  title:
    'A notes application with one scope searches the notebooks of four operators for passwords; the export has five days of Graph activity',
  sources: [
    'https://learn.microsoft.com/en-us/graph/onenote-get-content',
    'https://practical365.com/investigating-mailbox-breaches-with-the-graph-activity-log',
    'https://www.proofpoint.com/us/blog/email-and-cloud-threats/when-trusted-apps-become-trusted-backdoors-what-vercel-incident-shows',
  ],
  facts: [
    'An application with consent of a person reads what that person can read, after a change of the password too.',
    'Access of a person to notebooks needs no approval of an administrator.',
    'Intruders search for words such as password in what people wrote down.',
    'The Graph activity log has the address of a page query with its filter, but neither the consent nor the name of the application.',
  ],
  build: (random) => {
    const stage = scene(random, 'penhallow-water', {
      feeds: 'entra',
      from: '2026-05-04',
      days: 28,
      after: 9,
      records: 1500,
      people: 18,
    })
    const { log, tenant, start, person } = stage
    const pad = makeApp(random, 'Minutes Pad', random.uuid(), { ip: '203.0.113.93', agent: 'minutes-pad/3.4' })
    // Colleagues write minutes with another notes application on working days.
    const minutes = routine(log, start - 28 * day, 33, 200, (at) =>
      graphCall(log, at, {
        client: pad,
        person: random.pick(tenant.people.slice(9, 15)),
        ip: pad.ip,
        uri: random.pick(['/me/onenote/notebooks', `/me/onenote/sections/1-${random.uuid()}/pages`]),
        permissions: 'Notes.ReadWrite User.Read openid profile offline_access',
        agent: pad.agent,
      }),
    )
    const app = makeApp(random, 'Notes to Tasks', random.uuid())
    const first: string[] = []
    const searches: string[] = []
    const pages: string[] = []
    const operators = [tenant.admin, tenant.helpdesk, tenant.developer, person(5)]
    operators.forEach((operator, i) => {
      const night = start + (i % 2) * day + 23 * hour + i * 21 * minute
      const ip = i % 2 === 0 ? '192.0.2.66' : '192.0.2.190'
      const call = { client: app, person: operator, ip, permissions: scopes, agent: 'node-fetch/1.0' }
      first.push(graphCall(log, night, { ...call, uri: '/me/onenote/notebooks?$expand=sections' }))
      words.forEach((word, w) => {
        const uri = `/me/onenote/pages?$filter=contains(tolower(title),'${word}')&$select=id,title&$top=100`
        searches.push(graphCall(log, night + (w + 1) * 30_000, { ...call, uri: encodeURI(uri) }))
      })
      pages.push(
        ...repeat(random, night + 4 * minute, random.integer(7, 12), 40_000, (at) =>
          graphCall(log, at, {
            ...call,
            uri: `/me/onenote/pages/1-${random.uuid()}/content`,
            size: random.integer(6_000, 48_000),
          }),
        ),
      )
    })
    const records = inWindow(log.records(), {
      from: start - 2 * day - 12 * hour,
      to: start + 2 * day + 12 * hour,
      categories: ['MicrosoftGraphActivityLogs'],
    })
    return {
      records,
      firstHostile: first[0] ?? '',
      dataLeft: pages,
      required: [
        {
          act: 'One application searches the notebook titles of four people for passwords, at night from a hosting network',
          ids: searches,
          minimum: 'medium',
        },
        { act: 'The application reads the pages of four people in minutes', ids: pages, minimum: 'low' },
      ],
      quiet: remaining([...stage.quiet, ...minutes], records),
    }
  },
})
