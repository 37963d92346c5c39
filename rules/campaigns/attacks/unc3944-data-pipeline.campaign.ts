// A data pipeline that the organization already uses copies the files of an account taken over at the help desk.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { directory, userTarget } from '../microsoft-layouts.ts'
import { consent } from '../microsoft-oauth.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const scopes = 'Files.Read.All Sites.Read.All User.Read offline_access openid profile'
const agent = 'Office365-Python-Client/2.5.14'
const names = ['contract', 'board', 'payroll', 'design', 'claims', 'customers', 'pricing']

export default attackCampaign({
  title: 'UNC3944: a cloud synchronization service copies SharePoint after a call to the help desk',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/unc3944-targets-saas-applications',
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa23-320a',
  ],
  facts: [
    'UNC3944 calls the help desk, which resets the password and the second factor of a privileged account.',
    'The group connects synchronization services such as Airbyte and Fivetran to the applications of the victim.',
    'The services need only an account and a path, and copy the data to storage of the attacker.',
    'The data comes out of the address range of a legitimate vendor.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'hartwell', {
      feeds: 'audit',
      from: '2025-12-01',
      days: 77,
      after: 9,
      people: 18,
    })
    const { helpdesk } = tenant
    const pipe = makeApp(random, 'Datapipe Connect', random.uuid(), { ip: '203.0.113.88', agent })
    const analyst = person(9)
    const victim = person(12)
    const copy = (at: number, who: typeof victim, name: string, site: string) =>
      file(log, at, {
        person: who,
        client: pipe,
        ip: random.pick(['203.0.113.88', '203.0.113.89']),
        agent,
        file: name,
        operation: 'FileDownloaded',
        site,
      })
    // The analyst loads two reports on most days, from the third day of the log.
    consent(log, start - 75 * day + 9 * hour, { by: analyst, app: pipe, resource: tenant.graph, scopes })
    const usual = routine(log, start - 74 * day, 73, 110, (at) =>
      copy(at, analyst, random.pick(['sales.xlsx', 'stock.xlsx', 'orders.csv']), 'reports'),
    )
    const reset = start + 15 * hour + 5 * minute
    directory(log, reset, {
      operation: 'Reset user password.',
      by: helpdesk,
      target: userTarget(victim),
      objectId: victim.upn,
      category: 'User',
      details: { 'User-Agent': helpdesk.agent },
      changes: [],
    })
    const firstHostile = signInAudit(log, reset + 11 * minute, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip: '192.0.2.101',
      requestType: 'Login:login',
    })
    signInAudit(log, reset + 48 * minute, {
      person: victim,
      client: pipe,
      resource: tenant.graph,
      ip: '192.0.2.101',
    })
    const grant = consent(log, reset + 49 * minute, {
      by: victim,
      app: pipe,
      resource: tenant.graph,
      scopes,
      isNew: false,
    })
    const night = (from: number, site: string) =>
      repeat(random, from, 60, 70_000, (at, i) =>
        copy(at, victim, `${random.pick(names)}-${i}.${random.pick(['docx', 'pdf', 'xlsx'])}`, site),
      )
    const copied = [
      ...night(start + 23 * hour, 'legal'),
      ...night(start + day + 1 * hour, 'finance'),
      ...night(start + 2 * day + 2 * hour, 'engineering'),
    ]
    return {
      records: log.records(),
      firstHostile,
      dataLeft: copied,
      required: [
        {
          act: 'a grant to read all files, less than an hour after a reset and a login from a hosting network',
          ids: grant,
          minimum: 'medium',
        },
        { act: 'the pipeline copies three sites at night for a new user', ids: copied, minimum: 'high' },
      ],
      quiet: [...quiet, ...usual],
    }
  },
})
