// A signing certificate of the attacker on single sign-on applications; the forged logins never reach Entra.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { activeKey, makeCertificate, signingKeys } from '../microsoft-saml.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const standard = 'CN=Microsoft Azure Federated SSO Certificate'

export default attackCampaign({
  title: 'Silver SAML: a foreign signing certificate on two single sign-on applications',
  sources: [
    'https://www.semperis.com/blog/meet-silver-saml/',
    'https://insider.govtech.com/california/sponsored/meet-silver-saml',
    'https://petri.com/silver-saml-active-directory/',
  ],
  facts: [
    'An application with SAML sign-on trusts the certificate that is set in Entra.',
    'Entra accepts a certificate that was made outside; its private key is then known outside.',
    'Who has the private key forges a SAML response for any user, and Entra records no sign-in.',
    'A new certificate and the change of the preferred signing key are the records that a defender gets.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'calderwick', {
      feeds: 'audit',
      from: '2025-11-03',
      days: 80,
      after: 14,
    })
    const { developer } = tenant
    const enter = (at: number) =>
      signInAudit(log, at, {
        person: developer,
        client: firstParty.azurePortal,
        resource: tenant.graph,
        ip: '192.0.2.23',
        agent: developer.agent,
        requestType: 'OAuth2:Authorize',
      })
    const plant = (at: number, name: string, subject: string) => {
      const app = makeApp(random, name, tenant.id)
      const old = makeCertificate(log, standard)
      const own = makeCertificate(log, subject)
      return [
        signingKeys(log, at, 'audit', developer, app, [old], [old, own]),
        activeKey(log, at + 75_000, 'audit', developer, app, old, own),
      ]
    }
    const night = start + 22 * hour + 40 * minute
    const firstHostile = enter(night)
    const crm = plant(night + 4 * minute, 'Orbit CRM', 'CN=sso.calderwick.example')
    // Four days later, in working hours, the console of the cloud provider.
    const noon = start + 4 * day + 11 * hour
    enter(noon)
    const cloud = plant(noon + 17 * minute, 'Cloud Console Sign-on', standard)
    return {
      records: log.records(),
      firstHostile,
      dataLeft: [],
      required: [
        { act: 'the signing certificate of the customer database is replaced', ids: crm, minimum: 'medium' },
        { act: 'the signing certificate of the cloud console is replaced', ids: cloud, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
