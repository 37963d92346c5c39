// The signing certificates of single sign-on applications are three years old and are replaced.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { activeKey, makeCertificate, signingKeys } from '../microsoft-saml.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const standard = 'CN=Microsoft Azure Federated SSO Certificate'

export default benignWork({
  title: 'SAML signing certificates of four applications are replaced before they expire',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/tutorial-manage-certificates-for-federated-single-sign-on',
    'https://duo-infernale.ch/tackling-expiring-entra-id-client-secrets-and-saml-certificates',
  ],
  resembles: 'new signing certificates on sign-on applications, one of them made outside, and the old ones removed',
  accounts: 1,
  days: 12,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'thornleigh', {
      feeds: 'both',
      from: '2026-02-09',
      days: 63,
      after: 14,
    })
    const { admin } = tenant
    const work: string[] = []
    const names = ['Expense Desk', 'Travel Portal', 'Learning Hub', 'Orbit CRM']
    names.forEach((name, i) => {
      const app = makeApp(random, name, tenant.id)
      const old = makeCertificate(log, standard)
      // The customer database wants a certificate of the company's own authority.
      const fresh = makeCertificate(log, i === 3 ? `CN=sso.${tenant.domain}, O=Thornleigh` : standard)
      const first = start + i * day + 10 * hour + random.integer(0, 200) * minute
      const enter = (at: number) =>
        userSignIn(log, at - 6 * minute, {
          person: admin,
          client: firstParty.azurePortal,
          resource: tenant.graph,
          ip: admin.ip,
        })
      work.push(
        enter(first),
        signingKeys(log, first, 'entra', admin, app, [old], [old, fresh]),
        enter(first + day),
        activeKey(log, first + day, 'entra', admin, app, old, fresh),
        signingKeys(log, first + 8 * day, 'entra', admin, app, [old, fresh], [fresh]),
      )
    })
    return { records: log.records(), ids: work }
  },
})
