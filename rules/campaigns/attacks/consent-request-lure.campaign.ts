import { attackCampaign } from '../campaign.ts'
import { audit } from '../microsoft-entra.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Users may not consent, so they ask: the administrator approves the request for a phishing application',
  sources: [
    'https://www.phishpond.dev/articles/oauth-consent-governance-microsoft-google',
    'https://etcsec.com/blog/oauth-consent-phishing-malicious-apps',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/review-admin-consent-requests',
  ],
  facts: [
    'Consent phishing leads to the genuine consent screen; the name of the application is realistic.',
    'Where users may not consent, the screen lets them send a request to the administrators.',
    'An approval is a consent for the whole tenant; everybody may use the application then.',
    'After the grant the application reads mail and files without a password.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'rushcombe', {
      feeds: 'entra',
      from: '2025-11-03',
      days: 82,
      records: 430,
      people: 18,
    })
    const app = makeApp(random, 'Contract Room Viewer', random.uuid(), {
      ip: '192.0.2.150',
      reply: 'https://contract-room.example/signin',
    })
    const service = makeApp(random, 'Azure AD Access Reviews', tenant.id)
    const asking = [4, 7, 9, 12, 15].map(person)
    const at = start + 8 * hour
    const refused = asking.map((one, i) => {
      const moment = at + i * 17 * minute
      const failed = userSignIn(log, moment, {
        person: one,
        client: app,
        resource: tenant.graph,
        ip: one.ip,
        ownerTenant: app.ownerTenant,
        error: 90094,
        reason: 'An administrator of the organization has to grant permission to the application.',
      })
      const sent = audit(log, moment + 70_000, {
        activity: 'Create request',
        category: 'Policy',
        by: service,
        type: 'Add',
        service: 'Access Reviews',
        targets: [{ id: app.appId, displayName: app.name, type: 'Other', changes: [] }],
      })
      return [failed, sent]
    })
    const approval = start + day + 9 * hour
    const scopes = 'openid profile offline_access User.Read Mail.Read Files.Read.All'
    const granted = auditConsent(log, approval, tenant.admin, { client: app, resource: tenant.graph, scopes }, true)
    // The record of the approval names neither the administrator nor the application.
    audit(log, approval + 2500, {
      activity: 'Approve all requests in business flow',
      category: 'UserManagement',
      by: service,
      service: 'Access Reviews',
      targets: [],
    })
    const read = asking.flatMap((one, i) => {
      const moment = approval + 2 * hour + i * 11 * minute
      const tokenId = token(log)
      userSignIn(log, moment, {
        person: one,
        client: app,
        resource: tenant.graph,
        ip: one.ip,
        ownerTenant: app.ownerTenant,
        tokenId,
      })
      return repeat(random, moment + 30_000, 32, 7000, (when, step) =>
        graphCall(log, when, {
          client: app,
          person: one,
          ip: app.ip,
          agent: 'axios/1.7.9',
          tokenId,
          permissions: scopes,
          size: random.integer(60_000, 900_000),
          uri:
            step < 22
              ? `/me/messages?$top=100&$skip=${step * 100}`
              : `/me/drive/items/01${random.uuid().slice(0, 8).toUpperCase()}/content`,
        }),
      )
    })
    return {
      records: log.records(),
      firstHostile: refused[0]?.[0] ?? '',
      dataLeft: read,
      required: [
        {
          act: 'several people are refused by, and ask for, an application that nobody knows',
          ids: refused.flat(),
          minimum: 'low',
        },
        {
          act: 'the administrator grants a new foreign application mail and files of everybody',
          ids: granted,
          minimum: 'medium',
        },
        { act: 'the new application reads mail and files of several people', ids: read, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
