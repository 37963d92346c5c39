// Tokens of a customer success vendor are stolen; the Drive log alone shows downloads in small portions.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { file } from '../google-events.ts'
import { run } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title:
    'Stolen tokens of a customer success vendor download 12 to 18 files a night from three accounts; Drive log alone',
  sources: [
    'https://www.safetybis.com/blog/shinyhunters-integration-vulnerabilities',
    'https://www.3l3c.ai/us/blog/ai-in-cybersecurity/ai-saas-integration-risk',
    'https://cloud.google.com/blog/topics/threat-intelligence/unc6040-proactive-hardening-recommendations',
  ],
  facts: [
    'Attackers stole refresh tokens of a vendor and called the interfaces of its customers through the trusted application.',
    'The calls came from addresses that are not among the addresses of the vendor.',
    'The platform revoked all tokens of the application.',
    'Stolen files are searched for credentials and customer data.',
  ],
  build: (random) => {
    const org = organization(random, 'mosswaylogistics.example', 27)
    const start = time('2025-11-17T00:00:00Z')
    const days = seenIn(background(org, { until: start, days: 88, records: 900 }), ['drive'])
    const after = seenIn(background(org, { until: start + 8 * DAY, days: 8, records: 90 }), ['drive'])
    const vendor = app(random, 'Gainpath Success', ['drive.readonly', 'userinfo.email'])
    const cloud = ['192.0.2.90', '192.0.2.91'].map((ip) => network(ip, 16509, 'IE'))
    const accounts = [2, 6, 13, 18].map((index) => person(org, index))
    const titles = ['Success plan', 'Renewal sheet', 'Quarterly review', 'Customer health', 'Onboarding plan']
    const usual = Array.from({ length: 210 }, (_, index) => {
      const at = workMoment(org, start, 86)
      const who = accounts[index % accounts.length] ?? org.admin
      const from = cloud[index % 2] ?? null
      const name = index % 3 === 0 ? 'download' : 'view'
      return file(org, { at, who, from, name, title: random.pick(titles), kind: 'spreadsheet', app: vendor })
    })

    const secrets = [
      'Network passwords',
      'VPN handover',
      'Customer contacts 2025',
      'Bank accounts of suppliers',
      'Admin runbook',
      'API keys staging',
      'Contract appendix',
      'Salary bands',
    ]
    const exits = ['104.248.90.12', '178.128.43.77', '164.92.201.5', '138.197.60.9', '159.65.118.33']
    const stolen = [0, 1, 3, 4, 5].flatMap((night, index) => {
      const from = network(exits[index] ?? '104.248.90.12', 14061, index % 2 === 0 ? 'US' : 'DE')
      return run(
        org,
        { start: start + night * DAY + (1 + index) * HOUR + 7 * MINUTE, count: 12 + index, gap: [200, 900] },
        (at, turn) =>
          file(org, {
            at,
            who: accounts[turn % 3] ?? org.admin,
            from,
            name: 'download',
            title: `${random.pick(secrets)} ${turn + 1}`,
            kind: random.pick(['document', 'spreadsheet', 'pdf']),
            owner: random.pick(org.people),
            app: vendor,
          }),
      )
    })
    const [first] = stolen
    if (!first) throw new RangeError('no file')
    return {
      records: timeline(days.records, after.records, usual, stolen),
      firstHostile: idOf(first),
      dataLeft: ids(stolen),
      required: [
        { act: 'a known client downloads at night from foreign networks', ids: ids(stolen), minimum: 'medium' },
      ],
      quiet: [...days.quiet, ...ids(usual.slice(60, 80))],
    }
  },
})
