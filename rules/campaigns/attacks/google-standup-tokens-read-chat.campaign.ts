// Tokens of an approved stand-up assistant are stolen at its vendor; they read Chat, and write to the administrator.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { attachmentDownload, chatCall, chatSpace, messagePosted, type Space } from '../google-chat.ts'
import { authorize } from '../google-events.ts'
import { run } from '../google-grants.ts'
import {
  app,
  DAY,
  HOUR,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  type Person,
  person,
  time,
  timeline,
} from '../google-layouts.ts'

const start = time('2026-02-14T00:00:00Z')
const days = 110

export default attackCampaign({
  title: 'Stolen tokens of an approved stand-up assistant read Chat spaces, and write to the administrator',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
    'https://developers.google.com/workspace/chat/authenticate-authorize',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/chat',
  ],
  facts: [
    'A thief takes refresh tokens of customers from the vendor of an integration and searches what they open for secrets.',
    'With the token of a person a client lists the spaces, reads old messages, and downloads attachments of Chat.',
    'The thief works on two weekends from two hosting providers; the vendor posts its questions on each morning as before.',
    'On the second weekend a direct message in the name of an engineer sends an address to the administrator.',
  ],
  build: (random) => {
    const org = organization(random, 'quarrelight.example', 15)
    const until = start + 12 * DAY
    const quietDays = background(org, { until, days: days + 12, records: 340 })
    const scopes = ['openid', 'userinfo.email', 'chat.spaces.readonly', 'chat.messages', 'chat.memberships.readonly']
    const helper = app(random, 'Morningline Standups', scopes)
    const team = [2, 3, 6, 7, 8, 12, 13].map((index) => person(org, index))
    const spaces = ['Platform', 'Incidents', 'Deploy', 'Customers', 'Mobile'].map((name) => chatSpace(org, name))
    const space = (index: number): Space => spaces[index % spaces.length] ?? { id: 'AAAAmissing', name: '' }
    const vendor = network('203.0.113.77', 64544, 'US')
    const grants = team.map((who, index) =>
      authorize(org, { at: start - (days - 3) * DAY + (9 + index) * HOUR, who, app: helper }),
    )

    // Questions at nine on working days, and a summary at four.
    const questions = Array.from({ length: days + 8 }, (_, index) => start + (index - days + 5) * DAY)
      .filter((midnight) => ![0, 6].includes(new Date(midnight).getUTCDay()))
      .flatMap((midnight, index) => {
        const who = team[index % team.length] ?? org.admin
        const morning = midnight + 8 * HOUR + random.integer(0, 240) * 1000
        const call = (at: number, method: string) =>
          chatCall(org, { at, who, app: helper, from: vendor, method, bytes: random.integer(400, 9_000) })
        return [
          call(morning, 'chat.spaces.messages.create'),
          messagePosted(org, { at: morning, who, from: null, space: space(index), kind: 'SPACE' }),
          call(morning + 7 * HOUR, 'chat.spaces.messages.list'),
        ]
      })
    const viewed = Array.from({ length: 14 }, (_, index) =>
      attachmentDownload(org, {
        at: start - (90 - index * 6) * DAY + 11 * HOUR,
        who: team[index % team.length] ?? org.admin,
        from: org.office,
        space: space(index),
        file: `screenshot-${index + 1}.png`,
      }),
    )

    const hosts = [network('185.181.61.20', 64631, 'NL'), network('194.32.107.7', 64632, 'LV')]
    const host = (index: number) => hosts[index % hosts.length] ?? vendor
    const night = (who: Person, at: number, turn: number, pages: number) =>
      run(org, { start: at, count: pages, gap: [3, 40] }, (moment, step) =>
        chatCall(org, {
          at: moment,
          who,
          app: helper,
          from: host(turn),
          method: step === 0 ? 'chat.spaces.list' : 'chat.spaces.messages.list',
          bytes: random.integer(40_000, 260_000),
        }),
      )
    // Saturday after two o'clock: all seven people; a week later three of them again.
    const history = [
      ...team.flatMap((who, index) => night(who, start + 2 * HOUR + index * 17 * MINUTE, index, 13)),
      ...team.slice(1, 4).flatMap((who, index) => night(who, start + 7 * DAY + 3 * HOUR + index * 9 * MINUTE, 1, 8)),
    ]
    const names = ['staging.env', 'vpn-profile.ovpn', 'dump.sql.gz', 'keys.txt', 'runbook.pdf', 'kubeconfig.yaml']
    const attachments = names.flatMap((name, index) => {
      const who = team[index % 3] ?? org.admin
      const at = start + 5 * HOUR + index * 4 * MINUTE
      return [
        chatCall(org, { at, who, app: helper, from: host(index), method: 'chat.media.download', bytes: 180_000 }),
        attachmentDownload(org, { at, who, from: host(index), space: space(index), file: name }),
      ]
    })
    const writer = person(org, 7)
    const sent = start + 8 * DAY + 17 * HOUR
    const lure = [
      chatCall(org, {
        at: sent - 20_000,
        who: writer,
        app: helper,
        from: host(1),
        method: 'chat.spaces.findDirectMessage',
        bytes: 700,
      }),
      chatCall(org, {
        at: sent,
        who: writer,
        app: helper,
        from: host(1),
        method: 'chat.spaces.messages.create',
        bytes: 900,
      }),
      messagePosted(org, {
        at: sent,
        who: writer,
        from: host(1),
        space: chatSpace(org, ''),
        kind: 'USER_TO_USER_DIRECT_MESSAGE',
      }),
    ]
    const [firstCall] = history

    return {
      records: timeline(quietDays.records, grants, questions, viewed, history, attachments, lure),
      firstHostile: firstCall ? idOf(firstCall) : '',
      dataLeft: ids(history, attachments),
      required: [
        {
          act: 'The tokens of seven people are used from hosting providers that the vendor never used, at night',
          ids: ids(history),
          minimum: 'high',
        },
        { act: 'Attachments of Chat are downloaded with the same tokens', ids: ids(attachments), minimum: 'medium' },
        { act: 'The client writes from there in the name of an engineer', ids: ids(lure), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(questions.slice(30, 80), viewed.slice(6))],
    }
  },
})
