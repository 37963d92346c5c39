import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { directory, principalTarget, userTarget } from '../microsoft-layouts.ts'
import { mailRead } from '../microsoft-mail.ts'
import { appRole, consent, newPrincipal } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { type App, day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'The responders remove a mail application, and a second application of the attacker puts it back',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2024/01/25/midnight-blizzard-guidance-for-responders-on-nation-state-attack/',
    'https://casmerlabs.com/2025/10/22/attackers-weaponizing-internal-oauth-apps-to-persist-past-password-resets',
  ],
  facts: [
    'With an administrator the attacker consents to an application of another tenant for everybody.',
    'He makes further applications so that the loss of one account or one application does not end the access.',
    'An internal application has a secret of its own; a new password of the person does not stop it.',
    'Mail of selected people is read by the applications.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'tessel-labs', {
      feeds: 'audit',
      from: '2026-03-02',
      days: 80,
      after: 24,
      people: 20,
      records: 800,
    })
    const { admin, helpdesk, graph } = tenant
    const second = person(3)
    const ip = '192.0.2.77'
    const suite = makeApp(random, 'Document Review Suite', random.uuid())
    const health = makeApp(random, 'Tenant Health Monitor', tenant.id)
    const at = start + day + 10 * hour
    const first = signInAudit(log, at, { person: admin, client: firstParty.azurePortal, resource: graph, ip })
    const scopes = 'Mail.Read Files.Read.All offline_access User.Read'
    const everybody = { app: suite, resource: graph, scopes, admin: true, everyone: true }
    const consented = consent(log, at + 14 * minute, { by: admin, ...everybody })
    const made = register(log, at + 5 * hour, admin, health)
    const powers = [
      { id: '8e8e4742-1d95-4f68-9d56-6ee75648c72a', value: 'DelegatedPermissionGrant.ReadWrite.All' },
      { id: '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9', value: 'Application.ReadWrite.All' },
    ].map((role, i) =>
      appRole(log, at + 5 * hour + (6 + i) * minute, admin, health, graph, { ...role, title: role.value }),
    )
    const key = credential(log, at + 5 * hour + 9 * minute, admin, health, [], [{ id: health.keyId, name: 'health' }])
    const reads = (app: App, from: number, count: number) =>
      repeat(random, from, count, 19 * hour, (when, i) =>
        mailRead(log, when, { owner: person(6 + (i % 2)), client: app, ip }, random.integer(2, 7)),
      )
    const before = reads(suite, at + day, 4)
    // The responders: password, account, sessions, application.
    const response = at + 5 * day
    const aboutAdmin = (later: number, operation: string, name: string, now: string, old: string) =>
      directory(log, response + later, {
        operation,
        by: helpdesk,
        target: userTarget(admin),
        objectId: admin.upn,
        category: 'User',
        details: { 'User-Agent': helpdesk.agent },
        changes: name ? [{ name, now, before: old }] : [],
      })
    aboutAdmin(0, 'Reset user password.', '', '', '')
    aboutAdmin(3 * minute, 'Disable account.', 'AccountEnabled', '[\r\n  false\r\n]', '[\r\n  true\r\n]')
    directory(log, response + 40 * minute, {
      operation: 'Remove service principal.',
      by: second,
      target: principalTarget(suite),
      objectId: suite.appId,
      category: 'ServicePrincipal',
      details: { 'User-Agent': second.agent, AppId: suite.appId },
      changes: [{ name: 'TargetId.ServicePrincipalNames', now: suite.appId }],
    })
    // Two days later the second application makes a new principal and a new grant.
    const again = { ...suite, spId: random.uuid() }
    const back = response + 2 * day + 7 * hour
    const restored = [
      newPrincipal(log, back, health, again),
      directory(log, back + 2 * minute, {
        operation: 'Add delegated permission grant.',
        by: health,
        target: principalTarget(graph),
        objectId: graph.names,
        category: 'ServicePrincipal',
        details: { AppId: graph.appId },
        changes: [
          { name: 'DelegatedPermissionGrant.Scope', now: 'Mail.Read offline_access User.Read' },
          { name: 'DelegatedPermissionGrant.ConsentType', now: 'AllPrincipals' },
          { name: 'ServicePrincipal.ObjectID', now: again.spId },
          { name: 'ServicePrincipal.DisplayName', now: '' },
          { name: 'ServicePrincipal.AppId', now: '' },
          { name: 'ServicePrincipal.Name', now: '' },
          { name: 'TargetId.ServicePrincipalNames', now: graph.names },
        ],
      }),
    ]
    const after = reads(again, back + day, 6)
    return {
      records: log.records(),
      firstHostile: first,
      dataLeft: [...before, ...after],
      required: [
        { act: 'The administrator consents for everybody to a foreign application', ids: consented, minimum: 'medium' },
        {
          act: 'A new internal application gets a secret and the power over all grants',
          ids: [...made, ...powers, key],
          minimum: 'high',
        },
        { act: 'The internal application puts the removed application back', ids: restored, minimum: 'high' },
        { act: 'The application reads mail again after the clean-up', ids: after, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
