// The organization's own OAuth client, with a leaked secret, asks six people for mail and files; each token is revoked within the hour.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, revoke } from '../google-events.ts'
import { consents } from '../google-grants.ts'
import {
  type App,
  app,
  HOUR,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

export default attackCampaign({
  title: 'The internal lunch planner asks for mail and files, and the tokens disappear within the hour',
  sources: [
    'https://sec.okta.com/articles/controllingoauthsprawl',
    'https://developers.google.com/identity/protocols/oauth2/production-readiness/overview',
    'https://material.security/workspace-resources/oauth-app-sprawl-in-google-workspace-the-hidden-account-takeover-vector',
  ],
  facts: [
    'Public examples of consent phishing used the name of an internal HR team and a shared file about a July bonus.',
    'Internal applications of an organization need no verification by Google, also not for restricted scopes.',
    'In such an incident there is no suspicious login and no phishing page to point at.',
    'Many editions have no events of API calls: the grant and the revocation are all that the log shows.',
    'Variant of the author: the attacker revokes each token after the download, from the server that used it.',
  ],
  build: (random) => {
    const org = organization(random, 'quillmoor.example', 20)
    const start = time('2026-07-07T09:12:00Z')
    // The edition of this organization has no activity events, and the team collects the token log alone.
    const all = seenIn(background(org, { until: start - HOUR, days: 90, records: 1_900 }), ['token'])
    const days = all.records.filter((record) => !JSON.stringify(record).includes('"name":"activity"'))
    const known = new Set(days.map(idOf))
    const planner = app(random, 'Canteen Planner (internal)', ['openid', 'email', 'calendar.events'])
    const wide: App = {
      ...planner,
      scopes: [...planner.scopes, ...['gmail.readonly', 'drive.readonly'].map(scope)],
    }
    const usual = org.people
      .slice(1, 16)
      .map((who) => authorize(org, { at: workMoment(org, start - HOUR, 85), who, app: planner }))
    const victims = org.people.slice(4, 10)
    const grants = consents(org, { start, gap: [120, 600], people: victims, app: wide, from: (who) => who.home })
    const server = network('203.0.113.36', 16276, 'FR', 'FR-HDF')
    const revocations = grants.map((grant, index) => {
      const { id } = grant as { id?: { time: string } }
      const at = Date.parse(id?.time ?? '') + random.integer(24, 52) * MINUTE
      return revoke(org, { at, who: victims[index] ?? org.admin, app: wide, from: server })
    })
    return {
      records: timeline(days, usual, grants, revocations),
      firstHostile: ids(grants)[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'a known client asks six people for mail and files for the first time',
          ids: ids(grants),
          minimum: 'medium',
        },
        { act: 'the new tokens are revoked at once from a hosting network', ids: ids(revocations), minimum: 'low' },
      ],
      quiet: [...all.quiet.filter((id) => known.has(id)), ...ids(usual.slice(0, 8))],
    }
  },
})
