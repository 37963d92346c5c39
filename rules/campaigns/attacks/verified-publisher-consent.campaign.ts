import { attackCampaign } from '../campaign.ts'
import { mailRead } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { type App, day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Applications of falsely verified publishers collect consents of finance and marketing staff',
  sources: [
    'https://www.proofpoint.com/us/blog/cloud-security/dangerous-consequences-threat-actors-abusing-microsofts-verified-publisher',
    'https://www.csoonline.com/article/574449/threat-actors-abuse-microsoft-s-verified-publisher-status-to-exploit-oauth-privileges.html',
  ],
  facts: [
    'Three applications by three publishers had the verified badge because of fraudulent partner accounts.',
    'Two were called "Single Sign-on (SSO)" and one "Meeting", close to the name of a well-known product.',
    'Staff of finance and marketing and managers consented for themselves.',
    'The applications wanted mail, calendar and mailbox settings with lasting access, and read mail from elsewhere.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'brantwell', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 80,
      records: 360,
      people: 18,
    })
    const publisher = random.uuid()
    const sso = makeApp(random, 'Single Sign-on (SSO)', publisher, { ip: '192.0.2.81', agent: 'okhttp/4.12.0' })
    const meeting = makeApp(random, 'Meeting', random.uuid(), { ip: '2001:db8:9::31', agent: 'okhttp/4.12.0' })
    const scopes =
      'offline_access User.Read Mail.ReadWrite MailboxSettings.ReadWrite Calendars.Read OnlineMeetings.Read'
    const falls = (at: number, by: Person, app: App, isNew: boolean): readonly string[] => {
      const prompt = signInAudit(log, at, {
        person: by,
        client: app,
        resource: tenant.graph,
        ip: by.ip,
        error: '65001',
        reason: 'DelegationDoesNotExist',
      })
      const ids = consent(log, at + 20_000, { by, app, resource: tenant.graph, scopes, isNew })
      signInAudit(log, at + 22_000, { person: by, client: app, resource: tenant.graph, ip: by.ip })
      return [prompt, ...ids]
    }
    const readBy = (from: number, by: Person, app: App): readonly string[] =>
      repeat(random, from, 14, 50 * minute, (at) =>
        mailRead(log, at, { owner: by, client: app, ip: app.ip }, random.integer(8, 40)),
      )
    const [finance, marketing, manager] = [person(6), person(10), person(14)]
    const one = falls(start + 9 * hour, finance, sso, true)
    const two = falls(start + 9 * hour + 35 * minute, marketing, sso, false)
    const three = falls(start + day + 10 * hour, manager, meeting, true)
    const readOne = [...readBy(start + 11 * hour, finance, sso), ...readBy(start + 12 * hour, marketing, sso)]
    const readTwo = readBy(start + day + 13 * hour, manager, meeting)
    return {
      records: log.records(),
      firstHostile: one[0] ?? '',
      dataLeft: [...readOne, ...readTwo],
      required: [
        {
          act: 'two users consent to a new foreign application with mail and settings',
          ids: [...one, ...two],
          minimum: 'medium',
        },
        { act: 'a manager consents to a second new foreign application', ids: three, minimum: 'medium' },
        { act: 'the first application reads the mail of both', ids: readOne, minimum: 'medium' },
        { act: 'the second application reads the mail of the manager', ids: readTwo, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
