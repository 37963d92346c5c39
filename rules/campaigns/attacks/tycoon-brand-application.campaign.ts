import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { directory, listed, userTarget } from '../microsoft-layouts.ts'
import { mailRead } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Application with the name of a known brand leads from a harmless consent to a relayed sign-in (Tycoon)',
  sources: [
    'https://www.proofpoint.com/us/blog/threat-insight/microsoft-oauth-app-impersonation-campaign-leads-mfa-phishing',
  ],
  facts: [
    'Dozens of applications copied names such as Adobe, DocuSign, RingCentral and SharePoint.',
    'They ask only for the basic profile and for lasting access to it; pressing accept or cancel leads on in any case.',
    'The next page relays the sign-in to Microsoft and takes the session together with the second factor.',
    'The relay is seen by the agent axios; afterwards the intruders register a second factor of their own.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'wexcombe', {
      feeds: 'both',
      from: '2026-02-23',
      days: 70,
      records: 340,
      people: 16,
    })
    const [first, second] = [person(5), person(11)]
    const relay = '2001:db8:a7::90'
    const agent = 'axios/1.8.4'
    const app = makeApp(random, 'DocuSign', random.uuid(), {
      ip: relay,
      reply: 'https://docs-review-portal.example/cb',
    })
    const at = start + 8 * hour + 40 * minute
    const consents = [first, second].map((by, i) => {
      const moment = at + i * 75 * minute
      const prompt = userSignIn(log, moment, {
        person: by,
        client: app,
        resource: tenant.graph,
        ip: by.ip,
        error: 65001,
        reason: 'The user or administrator has not consented to use the application.',
        ownerTenant: app.ownerTenant,
      })
      const agreed = consent(log, moment + 25_000, {
        by,
        app,
        resource: tenant.graph,
        isNew: i === 0,
        scopes: 'openid profile email offline_access User.Read',
      })
      return [prompt, ...agreed]
    })
    const relayed = userSignIn(log, at + 76 * minute + 30_000, {
      person: second,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip: relay,
      agent,
    })
    const session = [
      userSignIn(log, at + 84 * minute, {
        person: second,
        client: firstParty.mySignIns,
        resource: tenant.graph,
        ip: relay,
        agent,
      }),
      directory(log, at + 88 * minute, {
        operation: 'Update user.',
        by: { ...second, ip: relay, agent },
        target: userTarget(second),
        objectId: second.upn,
        category: 'User',
        changes: [
          {
            name: 'StrongAuthenticationPhoneAppDetail',
            before: '[]',
            now: listed({
              DeviceName: 'NO_DEVICE',
              DeviceToken: 'NO_DEVICE_TOKEN',
              DeviceTag: 'SoftwareTokenActivated',
              PhoneAppVersion: 'NO_PHONE_APP_VERSION',
              AuthenticationType: 2,
              Id: random.uuid(),
            }),
          },
          { name: 'Included Updated Properties', now: 'StrongAuthenticationPhoneAppDetail' },
        ],
      }),
    ]
    const read = repeat(random, at + 95 * minute, 12, 4 * minute, (moment) =>
      mailRead(
        log,
        moment,
        {
          owner: second,
          client: firstParty.outlookWeb,
          ip: relay,
          info: 'Client=OWA;Action=ViaProxy',
          api: tenant.exchange.appId,
        },
        random.integer(4, 15),
      ),
    )
    return {
      records: log.records(),
      firstHostile: consents[0]?.[0] ?? relayed,
      dataLeft: read,
      required: [
        {
          act: 'users consent to a foreign application with the name of a brand',
          ids: consents.flat(),
          minimum: 'medium',
        },
        {
          act: 'right after the consent the session of a user is in another network with a script agent',
          ids: [relayed, ...session],
          minimum: 'medium',
        },
      ],
      quiet,
    }
  },
})
