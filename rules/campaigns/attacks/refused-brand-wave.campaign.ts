// Many refused consents for a look-alike of a brand; two days later the twin asks for less, and two people accept.
import { attackCampaign } from '../campaign.ts'
import { directory, principalTarget } from '../microsoft-layouts.ts'
import { mailRead } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { staff } from '../microsoft-staff.ts'
import { type App, day, hour, type Log, makeApp, minute, type Person } from '../microsoft-tenant.ts'

/** The consent screen, and the service that blocks a risky application. Returns the ids. */
const refused = (log: Log, at: number, person: Person, app: App): readonly string[] => {
  const shown = { person, client: app, resource: log.tenant.graph, ip: person.ip }
  const nothing = '00000000-0000-0000-0000-000000000000'
  return [
    signInAudit(log, at, { ...shown, error: '65001', reason: 'DelegationDoesNotExist' }),
    directory(log, at + 21_000, {
      operation: 'Consent to application.',
      by: person,
      target: principalTarget({ ...app, spId: nothing, appId: nothing }),
      objectId: 'Not Available',
      category: 'ServicePrincipal',
      status: 'Failure',
      details: { 'User-Agent': 'EvoSTS' },
      changes: [
        { name: 'ConsentContext.IsAdminConsent', now: 'False' },
        { name: 'ConsentContext.IsAppOnly', now: 'False' },
        { name: 'ConsentContext.OnBehalfOfAll', now: 'False' },
        { name: 'ConsentAction.Reason', now: 'Risky application detected' },
        {
          name: 'MethodExecutionResult.',
          now: 'Microsoft.Online.Security.UserConsentBlockedForRiskyAppsException',
        },
      ],
    }),
    signInAudit(log, at + 22_000, { ...shown, error: '900941', reason: 'AdminConsentRequiredDueToRiskyApp' }),
  ]
}

export default attackCampaign({
  title: 'Refused consents for a brand look-alike at 19 accounts, then a twin with fewer scopes that two people accept',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-risk-based-step-up-consent',
    'https://www.leeshanok.com/malicious-oauth-apps-stealing-m365-credentials/',
    'https://www.cyera.com/research-labs/hidden-and-enabled-the-long-lived-risk-of-malicious-oauth-applications',
  ],
  facts: [
    'Attackers register applications with the names of known brands and send links to the consent screen.',
    'Risk-based step-up consent blocks consent to a new application of an unverified publisher that wants more than basic scopes.',
    'The blocked consent is a failed consent record with the reason that a risky application was detected.',
    'Malicious applications remain in tenants for a long time after consent, and read mail in silence.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'brinkmannfoods', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 71,
      after: 12,
      records: 380,
      people: 18,
    })
    const targets = staff(log, 'bf', 40).slice(11, 30)
    // A single person tried a real service some weeks before.
    const [single] = refused(
      log,
      start - 30 * day + 10 * hour,
      person(6),
      makeApp(random, 'Formbird Quiz', random.uuid()),
    )

    const reply = 'https://acrobat-sign.docs-review.example/oauth'
    const first = makeApp(random, 'Ad0be Acrobat Sign', random.uuid(), { reply })
    let at = start + day + 8 * hour + 17 * minute
    const wave = targets.flatMap((target) => {
      at += random.integer(3, 14) * minute
      return refused(log, at, target, first)
    })

    const second = makeApp(random, 'Adobe Acrobat Slgn', random.uuid(), { reply, ip: '45.134.26.81' })
    const accepted = [targets[4], targets[13]].flatMap((target, i) => {
      if (!target) return []
      const then = start + 3 * day + (9 + i) * hour + 40 * minute
      signInAudit(log, then - 20_000, {
        person: target,
        client: second,
        resource: tenant.graph,
        ip: target.ip,
        error: '65001',
        reason: 'DelegationDoesNotExist',
      })
      const scopes = 'Mail.Read User.Read offline_access openid profile'
      const ids = consent(log, then, { by: target, app: second, resource: tenant.graph, scopes, isNew: i === 0 })
      return [{ target, then, ids }]
    })
    const reads = accepted.flatMap(({ target, then }) =>
      repeat(random, then + 3 * hour, 23, 7 * hour, (moment) =>
        mailRead(log, moment, { owner: target, client: second, ip: second.ip }, random.integer(2, 6)),
      ),
    )
    return {
      records: log.records(),
      firstHostile: wave[0] ?? '',
      dataLeft: reads,
      required: [
        { act: 'a wave of refused consents for one look-alike', ids: wave, minimum: 'medium' },
        { act: 'the twin gets a mail scope', ids: accepted.flatMap(({ ids }) => ids), minimum: 'high' },
        { act: 'the twin reads mail in small portions', ids: reads, minimum: 'medium' },
      ],
      quiet: [...quiet, single ?? ''],
    }
  },
})
