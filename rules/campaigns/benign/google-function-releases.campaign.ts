// A platform team releases functions every week; one of them runs as the delegated account of the calendar service.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { accountEmail } from '../google-cloud-layouts.ts'
import { crowd } from '../google-crowd.ts'
import { admin, impersonation, use } from '../google-events.ts'
import { deployFunction } from '../google-functions.ts'
import { type App, DAY, ids, organization, person, scope, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Weekly releases of functions that run as service accounts with delegation',
  sources: [
    'https://scalesec.com/blog/overview-of-google-cloud-function-identities/',
    'https://docs.cloud.google.com/functions/1stgendocs/securing/function-identity.md.txt',
  ],
  resembles:
    'Developers deploy code as a delegated account, the calls come from inside Google, and new people are impersonated daily.',
  accounts: 800,
  days: 77,
  allowed: 'medium',
  build(random) {
    const org = organization(random, 'copperfield-labs.example', 24)
    const until = time('2026-06-19T17:00:00Z')
    const days = background(org, { until, days: 77, records: 1300 })
    const project = 'copperfield-office'
    const account = { project, name: 'calendar-agent', number: `11${random.digits(19)}` }
    const others = ['invoice-parser', 'image-resize', 'survey-import', 'door-badges'].map((name) => ({
      project,
      name,
      number: `11${random.digits(19)}`,
    }))
    const client = (scopes: readonly string[]): App => ({
      id: account.number,
      name: account.name,
      type: 'WEB',
      scopes: scopes.map(scope),
    })
    const developers = [person(org, 3), person(org, 8), person(org, 11)]
    const moments = Array.from({ length: 44 }, () => workMoment(org, until, 76)).sort((left, right) => left - right)
    const deployed = new Set<string>()
    const releases = moments.map((at, index) => {
      const who = developers[index % 3] ?? org.admin
      const target = (index % 4 === 1 ? account : others[index % 5]) ?? account
      const again = deployed.has(target.name)
      deployed.add(target.name)
      const from = index % 4 === 0 ? who.home : org.office
      return deployFunction(org, {
        at,
        who,
        from,
        project,
        location: 'europe-west3',
        name: target.name,
        account: target,
        again,
      })
    })
    const staff = crowd(org, 'cf', 'Staff', 380)
    const change = until - 24 * DAY - 6 * 60 * 60 * 1000
    const calendar = ['calendar', 'calendar.events']
    const before = client(calendar)
    // After a ticket the administrator adds tasks, and the next release uses them.
    const after = client([...calendar, 'tasks'])
    const granted = [
      admin(org, {
        at: change,
        who: org.admin,
        type: 'DOMAIN_SETTINGS',
        name: 'AUTHORIZE_API_CLIENT_ACCESS',
        values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: account.number, API_SCOPES: after.scopes },
      }),
    ]
    const runs = Array.from({ length: 1500 }, (_, index) => {
      const at = workMoment(org, until, 76)
      const who = staff[(index * 7) % staff.length] ?? org.admin
      const now = at > change + DAY ? after : before
      const method = random.pick(['calendar.events.list', 'calendar.events.insert', 'calendar.freebusy.query'])
      const bytes = random.integer(500, 7_000)
      return [
        impersonation(org, { at, who, app: now, from: null, account: accountEmail(account) }),
        use(org, { at: at + 1200, who, app: now, from: null, method, bytes, impersonates: true }),
      ]
    }).flat()
    return { records: timeline(days.records, releases, granted, runs), ids: ids(releases, granted, runs) }
  },
})
