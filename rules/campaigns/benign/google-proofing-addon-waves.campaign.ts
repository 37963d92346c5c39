// A writing add-on goes out in four waves: refused first, then trusted, then used by 1,200 accounts.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { crowd } from '../google-crowd.ts'
import { admin, authorize, deny, request, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'A publisher with 1,200 accounts rolls out a proofreading add-on that reads open documents and drafts',
  sources: ['https://support.google.com/a/answer/6089179?hl=en'],
  resembles:
    'Refused grants and requests for an unknown client, then an administrator trusts it and installs it for everybody, ' +
    'then hundreds of people grant it mail and document scopes in a few days.',
  accounts: 1200,
  days: 42,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'carraworthbooks.example', 26)
    const start = time('2026-02-16T00:00:00Z')
    const quiet = background(org, { until: start + 42 * DAY, days: 104, records: 520 })
    const company = crowd(org, 'cw', 'Editing', 1174)
    const addon = app(random, 'Cleartext Proofing', [
      'openid',
      'userinfo.email',
      'documents.currentonly',
      'gmail.addons.current.action.compose',
      'gmail.addons.current.message.readonly',
      'script.external_request',
    ])
    const early = company.slice(0, 17).flatMap((who, index) => {
      const at = start + 8 * HOUR + index * 21 * MINUTE
      const tried = deny(org, { at, who, app: addon, from: who.home }, 'SCOPE_BLOCK')
      return index % 2 === 0 ? [tried, request(org, { at: at + MINUTE, who, app: addon, from: who.home })] : [tried]
    })
    const setting = (at: number, type: string, name: string, values: Readonly<Record<string, string>>) =>
      admin(org, { at, who: org.admin, type, name, values })
    const trusted = start + 4 * DAY + 13 * HOUR
    const APP_ID = random.digits(12)
    const made = [
      setting(trusted, 'SECURITY_SETTINGS', 'ADD_TO_TRUSTED_OAUTH2_APPS', {
        OAUTH2_APP_ID: addon.id,
        OAUTH2_APP_NAME: addon.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
        ORG_UNIT_NAME: 'carraworthbooks.example',
      }),
      setting(trusted + 6 * MINUTE, 'DOMAIN_SETTINGS', 'ADD_APPLICATION_TO_WHITELIST', {
        APP_ID,
        APPLICATION_NAME: addon.name,
      }),
      setting(trusted + 9 * MINUTE, 'DOMAIN_SETTINGS', 'ADD_APPLICATION', {
        APP_ID,
        APPLICATION_NAME: addon.name,
        APPLICATION_ENABLED: 'true',
      }),
    ]
    const servers = [network('192.0.2.130', 15169, 'US'), network('192.0.2.131', 15169, 'US')]
    const adopted = company.flatMap((who, index) => {
      const wave = [5, 12, 19, 33][index % 4] ?? 5
      const at = start + wave * DAY + 7 * HOUR + random.integer(0, 4 * 24 * 60) * MINUTE
      const grant = authorize(org, { at, who, app: addon, from: who.home })
      if (index % 3 !== 0) return [grant]
      return [
        grant,
        ...[1, 26, 50].map((later) =>
          use(org, {
            at: at + later * HOUR,
            who,
            app: addon,
            from: servers[index % 2] ?? null,
            method: later === 26 ? 'gmail.users.messages.get' : 'docs.documents.get',
            bytes: random.integer(1_000, 30_000),
          }),
        ),
      ]
    })
    return { records: timeline(quiet.records, early, made, adopted), ids: ids(early, made, adopted) }
  },
})
