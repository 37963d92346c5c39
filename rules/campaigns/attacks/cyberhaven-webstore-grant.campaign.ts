// A developer of a browser extension lets a false policy app publish to the Chrome Web Store.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { authorize, revoke } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'Extension developers: Privacy Policy Extension gets the right to publish in the Chrome Web Store',
  sources: [
    'https://www.cyberhaven.com/engineering-blog/cyberhavens-preliminary-analysis-of-the-recent-malicious-chrome-extension',
    'https://blog.sekoia.io/targeted-supply-chain-attack-against-chrome-browser-extensions/',
  ],
  facts: [
    'Mail that seemed to come from the Chrome Web Store threatened to remove the extension for a broken rule.',
    'The link led through the normal consent page of Google to an app named Privacy Policy Extension.',
    'A developer with multi-factor sign-in and Advanced Protection allowed it; no password was taken.',
    'The grant let the attacker upload and publish a changed extension with the name of the developer.',
    'The changed version was found within about a day and the access was removed.',
  ],
  build: (random) => {
    const org = organization(random, 'lumengrid.example', 12)
    const policy = app(random, 'Privacy Policy Extension', ['chromewebstore'])
    const pipeline = app(random, 'Lumengrid release pipeline', ['chromewebstore', 'userinfo.email'])
    const thief = network('203.0.113.205', 64721, 'US', 'US-NY')
    const builds = network('192.0.2.92', 64546, 'US', 'US-OR')
    const who = person(org, 3)
    const start = time('2026-03-24T16:02:00Z')
    const quietDays = background(org, { until: start + 2 * DAY, days: 70, records: 180 })
    const pipelineGrant = authorize(org, { at: start - 60 * DAY - 5 * HOUR, who: person(org, 8), app: pipeline })
    const releases = steadyUse(org, pipeline, {
      until: start,
      days: 58,
      count: 24,
      people: [person(org, 8)],
      from: builds,
      methods: ['chromewebstore.items.get', 'chromewebstore.items.update', 'chromewebstore.items.publish'],
    })
    const grant = authorize(org, { at: start, who, app: policy, from: who.home })
    const published = calls(org, {
      start: start + 8 * HOUR,
      count: 4,
      gap: [40, 300],
      who,
      app: policy,
      from: thief,
      methods: [
        'chromewebstore.items.get',
        'chromewebstore.items.update',
        'chromewebstore.items.get',
        'chromewebstore.items.publish',
      ],
      bytes: [400, 3_000],
    })
    const removed = revoke(org, { at: start + 32 * HOUR + 9 * MINUTE, who, app: policy })
    return {
      records: timeline(quietDays.records, [pipelineGrant], releases, [grant], published, [removed]),
      firstHostile: idOf(grant),
      dataLeft: [],
      required: [
        { act: 'An unknown app gets the right to publish extensions', ids: [idOf(grant)], minimum: 'medium' },
        { act: 'The fresh app uploads and publishes from an unknown network', ids: ids(published), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(releases.slice(4, 14))],
    }
  },
})
