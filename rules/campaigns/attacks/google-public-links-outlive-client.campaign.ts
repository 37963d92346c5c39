// A document tool opens private files to anyone with the link, so the files stay open after its token is revoked.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { resetCookies, revokeForUser } from '../google-incident-work.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { openByClient } from '../google-public-links.ts'

const start = time('2026-05-11T00:00:00Z')
const salaries = ['Salary bands 2026', 'Bonus letters', 'Works council notes', 'Severance model', 'Pension file']
const contracts = ['Frame contract', 'Price annex', 'Claims letter', 'Margin sheet', 'Offer for the city']

export default attackCampaign({
  title: 'Document tool with all of Drive opens private files to anyone with the link before it is removed',
  sources: [
    'https://pushsecurity.com/resources/browser-identity-attacks-matrix/link-sharing',
    'https://gatlabs.com/blogpost/dormant-oauth-app-security-workspace-risk/',
  ],
  facts: [
    'People grant a client all of Drive, and the grant outlives password and session.',
    'The attacker creates links that anyone can open, so access remains when the account or the client is gone.',
    'Reads through an anonymous link name no account.',
    'Here the client works quietly for two weeks, then opens files at night from a hosting network.',
    'The administrator revokes the token of one person alone; the client goes on with the files of the next person.',
  ],
  build: (random) => {
    const org = organization(random, 'birkenau-foods.example', 18)
    const days = background(org, { until: start + 8 * DAY, days: 96, records: 360 })
    const tool = app(random, 'Merge & Sign PDF', ['openid', 'userinfo.email', 'drive'])
    const vendor = network('203.0.113.61', 64540, 'NL')
    const hosting = network('192.0.2.118', 64597, 'BG')
    const [first, second, third] = [person(org, 4), person(org, 7), person(org, 12)]
    const grants = [first, second, third].map((who, place) =>
      authorize(org, { at: start - (14 - place) * DAY + (9 + place) * HOUR, who, app: tool, from: who.home }),
    )
    // Two weeks of the work that the tool promises: a few files of each person on some days.
    const promised = [first, second, third].flatMap((who, place) =>
      [11, 7, 4].flatMap((before) =>
        calls(org, {
          start: start - before * DAY + (10 + place) * HOUR,
          count: 3,
          gap: [4, 20],
          who,
          app: tool,
          from: vendor,
          methods: ['drive.files.get', 'drive.files.create'],
          bytes: [20_000, 90_000],
        }),
      ),
    )
    const night = start + 2 * HOUR + 20 * MINUTE
    const looks = (who: typeof first, at: number) =>
      calls(org, {
        start: at,
        count: 9,
        gap: [2, 5],
        who,
        app: tool,
        from: hosting,
        methods: ['drive.files.list'],
        bytes: [60_000, 140_000],
      })
    const opens = (who: typeof first, at: number, count: number, titles: readonly string[]) =>
      Array.from({ length: count }, (_, index) =>
        openByClient(org, {
          at: at + index * random.integer(6, 8) * 1000,
          who,
          app: tool,
          from: hosting,
          title: `${titles[index % titles.length]} ${index + 1}`,
          kind: index % 3 === 0 ? 'spreadsheet' : 'document',
        }),
      ).flat()
    const listed = looks(first, night)
    const opened = opens(first, night + 5 * MINUTE, 38, salaries)
    // The person notices a strange link; help desk ends sessions and this one token.
    const answer = [
      resetCookies(org, { at: start + 31 * HOUR, who: org.admin, target: first }),
      ...revokeForUser(org, { at: start + 31 * HOUR + 4 * MINUTE, who: org.admin, app: tool, target: first }),
    ]
    const later = start + 3 * DAY + HOUR
    const listedAgain = looks(second, later)
    const openedAgain = opens(second, later + 4 * MINUTE, 24, contracts)
    return {
      records: timeline(days.records, grants, promised, listed, opened, answer, listedAgain, openedAgain),
      firstHostile: ids(grants)[0] ?? '',
      dataLeft: ids(opened, openedAgain),
      required: [
        {
          act: 'client works at night from a network that it never used',
          ids: ids(listed, opened, listedAgain, openedAgain),
          minimum: 'medium',
        },
        {
          act: 'client opens 38 private files of one person to anyone with the link in minutes',
          ids: ids(opened),
          minimum: 'high',
        },
        {
          act: 'after its token for the first person was revoked, the client opens 24 files of another person',
          ids: ids(openedAgain),
          minimum: 'high',
        },
      ],
      quiet: days.quiet,
    }
  },
})
