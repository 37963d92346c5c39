// Google moves behind single sign-on of Entra: the administrator assigns applications to test accounts and to himself, and tests them.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, file } from '../google-events.ts'
import { samlSignIn } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, person, timeline } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { firstParty } from '../microsoft-clients.ts'
import { newPrincipal, userAssignment } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { hour, makeApp } from '../microsoft-tenant.ts'

const names = [
  'Google Cloud / G Suite Connector by Microsoft',
  'Workday',
  'Zendesk',
  'DocuSign',
  'Atlassian Cloud',
  'Box',
  'Zoom',
  'Miro',
]

export default benignWork({
  title: 'Tests before single sign-on moves to Entra',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/saas-apps/google-apps-tutorial',
    'https://support.google.com/a/answer/12032922',
  ],
  resembles:
    'One account assigns many enterprise applications to itself within minutes, then signs in to Google and grants a client.',
  accounts: 5,
  days: 21,
  allowed: 'medium',
  build: (random) => {
    const stage = scene(random, 'brindlecove', { feeds: 'audit', from: '2026-01-07', days: 70, after: 21 })
    const { log, tenant } = stage
    const org = orgOf(random, tenant)
    const at = stage.start + 10 * hour
    const calm = background(org, { until: at + 20 * DAY, days: 90, records: 280 })
    const apps = names.map((name) => makeApp(random, name, random.uuid()))
    const signedIn = signInAudit(log, at, {
      person: tenant.admin,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip: tenant.admin.ip,
    })
    const added = repeat(random, at + 2 * MINUTE, apps.length, 95_000, (moment, index) =>
      newPrincipal(log, moment, tenant.admin, apps[index] ?? tenant.backup),
    )
    const given = repeat(random, at + 40 * MINUTE, apps.length, 25_000, (moment, index) =>
      userAssignment(log, moment, tenant.admin, apps[index] ?? tenant.backup),
    )
    const setUp = admin(org, {
      at: at + 55 * MINUTE,
      who: org.admin,
      from: org.admin.home,
      type: 'DOMAIN_SETTINGS',
      name: 'TOGGLE_SSO_ENABLED',
      values: { NEW_VALUE: 'true', DOMAIN_NAME: org.domain },
    })
    const notes = app(random, 'Asana', ['openid', 'userinfo.email', 'userinfo.profile', 'drive.file'])
    const tests = [0, 1, 4, 7, 9].flatMap((index, order) => {
      const who = person(org, index)
      const moment = at + order * 3 * DAY + 2 * HOUR
      return [
        samlSignIn(org, { at: moment, who, from: who.home }),
        authorize(org, { at: moment + 6 * MINUTE, who, app: notes, from: who.home }),
        ...[12, 19, 33].map((minutes) =>
          file(org, {
            at: moment + minutes * MINUTE,
            who,
            from: who.home,
            name: 'view',
            title: 'Test plan',
            owner: org.admin,
          }),
        ),
      ]
    })
    return {
      records: timeline(log.records(), calm.records, [setUp], tests),
      ids: [signedIn, ...added, ...given, ...ids([setUp], tests)],
    }
  },
})
