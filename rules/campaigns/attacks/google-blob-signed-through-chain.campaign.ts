import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { actsAs, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { accessToken, through } from '../google-federation.ts'
import { robotDownload } from '../google-incident-work.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { signBlob, signsForItself, subjectOf } from '../google-signed-blobs.ts'

export default attackCampaign({
  title:
    'A stolen build key goes from account to account and lets a delegated account sign a token request as plain bytes',
  sources: [
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://docs.forestall.io/fsprotect/edges/gcp/gcp_can_impersonate_sa',
    'https://haxoris.com/haxoris-wiki/cloud-vulnerabilities/gcp/iam-misconfig-lateral-movement.html',
    'https://docs.cloud.google.com/iam/docs/audit-logging/audit-logging-iamcreds',
  ],
  facts: [
    'An identity in Google Cloud with rights on a delegated account can produce its tokens for users of Workspace, without a key of it.',
    'SignBlob signs any bytes, so it replaces SignJwt for the token request.',
    'The rights can lie at the end of a chain: the token of the first account yields a token of the second, and that one uses the third.',
    'No key and no right is created; only the data access log shows the signature.',
  ],
  build: (random) => {
    const org = organization(random, 'northmere.example', 18)
    const start = time('2026-06-09T23:12:00Z')
    const until = start + 5 * DAY
    const quiet = background(org, { until, days: 100, records: 340 })
    const account = (project: string, name: string) => ({ project, name, number: `1${random.digits(20)}` })
    const runner = account('northmere-build', 'deploy-runner')
    const platform = account('northmere-build', 'platform-rollout')
    const media = account('northmere-media', 'media-front')
    const archive = account('northmere-legal', 'mail-archive')
    const archiveApp = delegatedApp(archive, 'Legal archive', ['gmail.readonly', 'drive.readonly'])
    const project = random.digits(12)
    const builders = network('192.0.2.90', 64540, 'IE')
    const cloud = network('192.0.2.33', 15169, 'BE')
    const exit = network('203.0.113.77', 64741, 'SG')

    const deploys = Array.from({ length: 90 }, () =>
      accessToken(org, {
        at: workMoment(org, until, 96),
        from: builders,
        caller: through(runner),
        account: platform,
      }),
    )
    const links = Array.from({ length: 120 }, () => signsForItself(org, workMoment(org, until, 96), media, cloud))
    const daily = dailyDelegation(org, {
      first: until - 99 * DAY + 3 * HOUR,
      days: 98,
      people: [person(org, 4), person(org, 9), person(org, 14)],
      app: archiveApp,
      account: archive,
      from: cloud,
      methods: ['gmail.users.history.list', 'gmail.users.messages.get'],
    })

    const tokens = [0, 20].map((minute) =>
      accessToken(org, { at: start + minute * MINUTE, from: exit, caller: through(runner), account: platform }),
    )
    const nights = [0, 1, 3].map((day) => start + day * DAY + HOUR)
    const signatures = nights.map((at) =>
      signBlob(org, {
        at,
        from: exit,
        caller: through(platform, subjectOf(runner)),
        account: archive,
      }),
    )
    const directors = [0, 1, 2, 6, 11].map((index) => person(org, index))
    const mail = nights.flatMap((night) =>
      directors.flatMap((who, place) =>
        actsAs(org, {
          at: night + (place * 6 + 1) * MINUTE,
          who,
          app: archiveApp,
          account: archive,
          from: exit,
          methods: ['gmail.users.messages.list', ...Array.from({ length: 9 }, () => 'gmail.users.messages.get')],
        }),
      ),
    )
    const titles = ['Board pack', 'Term sheet', 'Merger model', 'Pay of directors']
    const files = directors.slice(1).flatMap((who, place) =>
      titles.flatMap((title, index) =>
        robotDownload(org, {
          at: start + 3 * DAY + 2 * HOUR + (place * 4 + index) * MINUTE,
          who,
          from: exit,
          app: archiveApp,
          project,
          title,
          kind: 'pdf',
          bytes: random.integer(80_000, 900_000),
        }),
      ),
    )
    return {
      records: timeline(quiet.records, deploys, links, daily, tokens, signatures, mail, files),
      firstHostile: ids(tokens)[0] ?? '',
      dataLeft: ids(mail, files),
      required: [
        {
          act: 'the build account obtains a token of the rollout account from a foreign network',
          ids: ids(tokens),
          minimum: 'low',
        },
        {
          act: 'the delegated account signs bytes for another account, for the first time and from that network',
          ids: ids(signatures),
          minimum: 'medium',
        },
        {
          act: 'the delegated account acts from that network as five people, three nights',
          ids: ids(mail),
          minimum: 'high',
        },
        { act: 'files of the directors are downloaded as well', ids: ids(files), minimum: 'medium' },
      ],
      quiet: [...quiet.quiet, ...ids(links.slice(10, 30), deploys.slice(10, 25))],
    }
  },
})
