// The administrator installs a signature service for everybody; it writes the signature of all accounts in one evening.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { admin, use } from '../google-events.ts'
import { tokenRequest } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'A signature service from the Marketplace for the whole organization',
  sources: ['https://developers.google.com/workspace/marketplace/example-calls-marketplace-api'],
  resembles: 'A new client takes tokens for all accounts in an hour and changes the mail settings of each.',
  accounts: 24,
  days: 12,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'fernhollow.example', 24)
    const start = time('2026-04-21T08:30:00Z')
    const end = start + 12 * DAY
    const days = background(org, { until: end, days: 88, records: 900 })
    const service = app(random, 'Signpost Signatures', ['gmail.settings.basic', 'userinfo.email', 'userinfo.profile'])
    const vendor = network('192.0.2.166', 8075, 'NL')
    const values = { APP_ID: random.digits(12), APPLICATION_NAME: service.name }
    const installed = admin(org, {
      at: start,
      who: org.admin,
      type: 'DOMAIN_SETTINGS',
      name: 'ADD_APPLICATION',
      values: { ...values, APPLICATION_ENABLED: 'true' },
    })
    const trusted = admin(org, {
      at: start + 4 * MINUTE,
      who: org.admin,
      type: 'SECURITY_SETTINGS',
      name: 'ADD_TO_TRUSTED_OAUTH2_APPS',
      values: {
        OAUTH2_APP_ID: service.id,
        OAUTH2_APP_NAME: service.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
        ORG_UNIT_NAME: org.domain,
      },
    })
    const call = (at: number, index: number, method: string) => {
      const who = org.people[index % org.people.length] ?? org.admin
      return use(org, { at, who, app: service, from: vendor, method, bytes: random.integer(300, 5_000) })
    }
    const evening = start + 10 * HOUR
    const first = org.people.flatMap((who, index) => {
      const at = evening + index * 2 * MINUTE
      return [
        tokenRequest(org, { at, who, app: service, from: vendor, source: 'GOOGLE_WORKSPACE_MARKETPLACE' }),
        call(at + 5_000, index, 'gmail.users.settings.sendAs.list'),
        call(at + 9_000, index, 'gmail.users.settings.sendAs.update'),
      ]
    })
    // Later the service checks all signatures, and writes one again now and then.
    const later = Array.from({ length: 90 }, (_, index) => {
      const method = index % 9 === 0 ? 'sendAs.update' : 'sendAs.list'
      return call(workMoment(org, end, 10), index, `gmail.users.settings.${method}`)
    })
    const work = [installed, trusted, ...first, ...later]
    return { records: timeline(days.records, work), ids: ids(work) }
  },
})
