import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { only } from '../microsoft-only.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const kinds = ['AuditLogs', 'SignInLogs', 'NonInteractiveUserSignInLogs', 'ServicePrincipalSignInLogs']

export default attackCampaign({
  title: 'After the theft of a session, consent to an address book tool with harmless scopes, seen by Entra logs alone',
  sources: [
    'https://www.huntress.com/blog/traitorware-court-the-case-for-sigparser',
    'https://huntresslabs.github.io/rogueapps/',
  ],
  facts: [
    'Huntress names CloudSponge among the honest tools that thieves of accounts like to install.',
    'The tool is not malicious; the consent after a suspicious sign-in is the evidence.',
    'CloudSponge copies the address book, which helps the next wave of phishing.',
    'The id of the application is a43e5392-f48b-46a4-a0f1-098b5eeb4757.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'larch-estates', {
      feeds: 'entra',
      from: '2026-03-09',
      days: 70,
      after: 10,
      people: 22,
      records: 560,
    })
    const app = makeApp(random, 'CloudSponge', random.uuid(), { appId: 'a43e5392-f48b-46a4-a0f1-098b5eeb4757' })
    const acts = [person(8), person(15)].map((victim, i) => {
      const at = start + i * 2 * day + 20 * hour + random.integer(0, 90) * minute
      const ip = `192.0.2.${210 + i}`
      const session = random.uuid()
      const stolen = userSignIn(log, at, {
        person: victim,
        client: firstParty.officeHome,
        resource: tenant.graph,
        ip,
        session,
        ...(i === 0 ? { risk: 'medium' } : {}),
      })
      const asked = userSignIn(log, at + 9 * minute, {
        person: victim,
        client: app,
        resource: tenant.graph,
        ip,
        session,
        ownerTenant: app.ownerTenant,
      })
      const grant = auditConsent(
        log,
        at + 9 * minute + 20_000,
        victim,
        { client: app, resource: tenant.graph, scopes: 'Contacts.Read People.Read offline_access', user: victim },
        false,
        i === 0,
      )
      return { stolen, asked, grant }
    })
    const kept = only(log.records(), quiet, kinds)
    return {
      records: kept.records,
      firstHostile: acts[0]?.stolen ?? '',
      dataLeft: [],
      required: acts.map(({ asked, grant }, i) => ({
        act: `Consent ${i + 1} to an address book tool in a session from a hosting network`,
        ids: [asked, ...grant],
        minimum: 'medium' as const,
      })),
      quiet: kept.ids,
    }
  },
})
