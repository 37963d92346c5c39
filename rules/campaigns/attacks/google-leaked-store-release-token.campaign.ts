// The release token of a browser extension, leaked by a package worm, publishes a hostile version on Christmas Eve.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, revoke, signIn } from '../google-events.ts'
import { blockClient } from '../google-incident-work.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { dailyLook, hostedRunner, release, releaseClient, storeCall } from '../google-store-release.ts'

const until = time('2026-01-06T00:00:00Z')

export default attackCampaign({
  title: 'A leaked release token of a wallet extension publishes a hostile version in the Chrome Web Store',
  sources: [
    'https://cyber.netsecops.io/articles/malicious-trust-wallet-chrome-extension-leads-to-7m-crypto-theft',
    'https://cybersecurefox.com/en/trust-wallet-chrome-extension-supply-chain-attack',
    'https://developer.chrome.com/docs/webstore/using-api.md.txt',
  ],
  facts: [
    'Secrets of the developers leaked in November 2025 with the second wave of the Shai-Hulud worm in npm.',
    'Among the secrets was the access to the Chrome Web Store API of the wallet Trust Wallet.',
    'On 24 December 2025 the attacker uploaded and published version 2.68 with this access, past the release process.',
    'The vendor published the clean version 2.69 on 25 December and withdrew the release access.',
  ],
  build: (random) => {
    const org = organization(random, 'palegate.example', 16)
    const quietDays = background(org, { until, days: 150, records: 360 })
    const manager = person(org, 3)
    const client = releaseClient(random, 'Palegate Extension Release')
    const first = time('2025-08-12T08:20:00Z')
    const granted = authorize(org, { at: first, who: manager, app: client })
    const looks = dailyLook(org, {
      first: time('2025-08-13T05:10:00Z'),
      days: 133,
      who: manager,
      app: client,
      from: hostedRunner,
    })
    // A release every nine days, on different hours of the day.
    const releases = Array.from({ length: 14 }, (_, index) =>
      release(org, {
        at: first + (2 + index * 9) * DAY + random.integer(0, 6) * HOUR,
        who: manager,
        app: client,
        from: hostedRunner(org),
      }),
    ).flat()
    // One day after the leak somebody tries the token once.
    const rented = network('203.0.113.88', 64598, 'NL')
    const trial = storeCall(org, {
      at: time('2025-11-25T03:11:42Z'),
      who: manager,
      app: client,
      from: rented,
      method: 'get',
    })
    const stranger = network('203.0.113.141', 64597, 'MD')
    const hostile = release(org, { at: time('2025-12-24T12:30:50Z'), who: manager, app: client, from: stranger })
    const waits = [9, 26, 71].map((minutes) =>
      storeCall(org, {
        at: time('2025-12-24T12:33:00Z') + minutes * MINUTE,
        who: manager,
        app: client,
        from: stranger,
        method: 'get',
      }),
    )
    // The team answers on the next day, and starts again with a new client in January.
    const answer = time('2025-12-25T20:05:00Z')
    const alarm = signIn(org, { at: answer - 15 * MINUTE, who: manager, from: manager.home })
    const clean = release(org, { at: answer, who: manager, app: client, from: hostedRunner(org) })
    const ended = [
      revoke(org, { at: answer + HOUR, who: manager, app: client, from: manager.home }),
      blockClient(org, { at: answer + 70 * MINUTE, who: org.admin, from: org.admin.home, app: client }),
    ]
    const uploads = [hostile[1], hostile[2]].filter((one) => one !== undefined)
    return {
      records: timeline(quietDays.records, [granted, trial, alarm], looks, releases, hostile, waits, clean, ended),
      firstHostile: ids([trial])[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'the token of the release pipeline is tried from a rented server outside the build provider',
          ids: ids([trial]),
          minimum: 'low',
        },
        {
          act: 'a package is uploaded and published with the release token from an unknown network',
          ids: ids(uploads),
          minimum: 'high',
        },
      ],
      quiet: [...quietDays.quiet, ...ids(looks.slice(20, 40), releases.slice(12, 32))],
    }
  },
})
