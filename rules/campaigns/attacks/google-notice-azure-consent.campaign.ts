// A genuine notice from google.com leads engineers to grant a foreign application the management of Azure. Mail is at Google, Azure at Microsoft.
import { attackCampaign, type RawRecord } from '../campaign.ts'
import { background } from '../google-background.ts'
import { DAY, HOUR, ids, MINUTE, person, timeline } from '../google-layouts.ts'
import { mailEvent, orgOf } from '../google-outside.ts'
import { azureManagement } from '../microsoft-clients.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute, type Resource } from '../microsoft-tenant.ts'

const notice = {
  sender: 'noreply-application-integration@google.com',
  display: 'Google Cloud',
  subject: 'New shared access request: Q4 capacity review',
  links: ['storage.cloud.google.com', 'share.google'],
}

export default attackCampaign({
  title: 'A notice of Application Integration leads to the consent to manage Azure',
  sources: [
    'https://www.xorlab.com/de/blog/new-phishing-wave-exploits-googles-application-integration-service',
    'https://securitybuzz.com/cybersecurity-news/how-attackers-are-abusing-google-cloud-to-evade-email-security',
    'https://www.cyfirma.com/research/abuse-of-cloud-native-infrastructure-in-modern-phishing-campaigns/',
  ],
  facts: [
    'The messages come from noreply-application-integration@google.com and pass SPF, DKIM and DMARC.',
    'The links go to Google addresses, then to the authorization page of Microsoft, then to a page of the attacker.',
    'About 9,400 messages went to more than 3,000 customers within two weeks.',
    'Victims with a technical role are led to grant an application access to Azure resources, which lasts by its refresh token.',
  ],
  build: (random) => {
    const stage = scene(random, 'ferrowick', { feeds: 'audit', from: '2026-01-08', days: 78, after: 21 })
    const { log, tenant } = stage
    const org = orgOf(random, tenant)
    const at = stage.start + 9 * hour + 4 * minute
    const calm = background(org, { until: at + 18 * DAY, days: 95, records: 280 })
    const messages = [2, 4, 5, 8, 9, 11].map((index) => ({
      who: person(org, index),
      id: `<${random.uuid()}@google.com>`,
    }))
    const mail = (moment: number, kind: 2 | 15, one: (typeof messages)[number]): RawRecord =>
      mailEvent(org, { at: moment, who: one.who, kind, messageId: one.id, ...notice })
    const received = messages.map((one, order) => mail(at + order * 7000, 2, one))
    const opened = messages.slice(0, 3).map((one, order) => mail(at + (22 + order * 41) * MINUTE, 15, one))
    const application = makeApp(random, 'Capacity Review Portal', random.uuid())
    const management: Resource = {
      ...azureManagement,
      spId: random.uuid(),
      names: `https://management.azure.com/;${azureManagement.appId}`,
    }
    // Of the three who opened the link, the developer and one more engineer give their consent.
    const engineers = [tenant.developer, stage.person(5)]
    const granted = engineers.map((by, order) =>
      consent(log, at + (26 + order * 83) * minute, {
        by,
        app: application,
        resource: management,
        scopes: 'user_impersonation offline_access openid profile',
        isNew: order === 0,
      }),
    )
    const later = engineers.flatMap((by, order) =>
      repeat(random, at + 5 * hour + order * day, 14, 26 * hour, (moment) =>
        signInAudit(log, moment, {
          person: by,
          client: application,
          resource: management,
          ip: order === 0 ? '185.195.233.160' : '185.195.233.164',
          agent: 'python-requests/2.32.3',
          requestType: 'OAuth2:Token',
        }),
      ),
    )
    // Ordinary work: a genuine notice of the same service, from an own workflow.
    const genuine = [40, 26, 12].map((ago) =>
      mailEvent(org, {
        at: at - ago * DAY + HOUR,
        who: person(org, 2),
        kind: 2,
        messageId: `<${random.uuid()}@google.com>`,
        ...notice,
        subject: 'Nightly stock transfer completed',
        links: ['console.cloud.google.com'],
      }),
    )
    return {
      records: timeline(log.records(), calm.records, genuine, received, opened),
      firstHostile: ids(received)[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'a user grants an unknown foreign application the management of Azure',
          ids: granted[0] ?? [],
          minimum: 'medium',
        },
        {
          act: 'a second engineer grants the same application within two hours',
          ids: granted[1] ?? [],
          minimum: 'medium',
        },
        {
          act: 'the application takes tokens for Azure from a rented network with a script for weeks',
          ids: later,
          minimum: 'low',
        },
      ],
      quiet: [...stage.quiet, ...calm.quiet, ...ids(genuine)],
    }
  },
})
