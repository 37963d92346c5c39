// A stolen login of an AI assistant: its approved connectors read Gmail, Drive and SharePoint for a stranger, from the usual network.
import { attackCampaign, type RawRecord } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { trust } from '../google-console.ts'
import { merged } from '../google-crowd.ts'
import { authorize, file as driveFile, use } from '../google-events.ts'
import { run } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { makeApp } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default attackCampaign({
  title:
    'A stolen login of an AI assistant reads Gmail, Drive and SharePoint through its approved connectors on two nights',
  sources: [
    'https://www.group-ib.com/media-center/press-releases/stealers-chatgpt-credentials/',
    'https://help.openai.com/en/articles/11487775-connectors-in-chatgpt',
    'https://attack.mitre.org/techniques/T1671/',
  ],
  facts: [
    'Information stealers take logins of AI assistants from browsers, and markets sell more than a hundred thousand of them.',
    'Connectors of an assistant read mail and files of both vendors with the rights of the person who connected them.',
    'All calls come from the network of the assistant, with its usual client, whoever writes the questions.',
    'The stranger asks for contracts, accounts and passwords at night; the person has asked a few questions on each working day.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'oakmere', {
      feeds: 'audit',
      from: '2025-12-01',
      days: 86,
      after: 9,
      people: 18,
    })
    const org = orgOf(random, tenant)
    const days = background(org, { until: start + 8 * DAY, days: 94, records: 900 })
    const vendor = network('203.0.113.201', 64499, 'US')
    const agent = 'QuillmindConnector/3.2 (+https://quillmind.example/bot)'
    const assistant = makeApp(random, 'Quillmind Assistant', random.uuid(), { ip: vendor.ip, agent })
    const connector = app(random, 'Quillmind Assistant', [
      'openid',
      'userinfo.email',
      'drive.readonly',
      'gmail.readonly',
    ])
    const opened = start - 80 * DAY + 9 * HOUR
    consent(log, opened, {
      by: tenant.admin,
      app: assistant,
      resource: tenant.graph,
      scopes: 'openid profile offline_access User.Read Files.Read.All Sites.Read.All',
      admin: true,
      everyone: true,
    })
    const approved = trust(org, {
      at: opened + 20 * MINUTE,
      who: org.admin,
      app: connector,
      kind: 'WEB_APPLICATION',
      unit: org.domain,
    })
    const places = [4, 6, 9, 11, 14, 16]
    const both = places.map((place) => ({ who: org.people[place] ?? org.admin, twin: person(place) }))
    const joined = both.map(({ who }, index) =>
      authorize(org, { at: opened + 2 * HOUR + index * 40 * MINUTE, who, app: connector }),
    )

    // A question of a working day: one search, and two or three documents of one vendor.
    const read = (at: number, who: (typeof both)[number]['who'], method: string, most: number) =>
      use(org, { at, who, app: connector, from: vendor, method, bytes: random.integer(1_500, most) })
    const asked: RawRecord[] = []
    const askedAtMicrosoft: string[] = []
    for (let question = 0; question < 430; question += 1) {
      const { who, twin } = both[question % both.length] ?? { who: org.admin, twin: tenant.admin }
      const at = workMoment(org, start, 78)
      if (question % 3 === 2)
        askedAtMicrosoft.push(
          file(log, at, { person: twin, client: assistant, ip: vendor.ip, agent, file: `plan-${question}.docx` }),
        )
      else {
        const api = question % 3 === 0 ? 'drive.files' : 'gmail.users.messages'
        asked.push(read(at, who, `${api}.list`, 6_000), read(at + 3000, who, `${api}.get`, 40_000))
        if (question % 3 === 0)
          asked.push(
            driveFile(org, { at: at + 4000, who, from: vendor, name: 'download', title: 'Plan', app: connector }),
          )
      }
    }

    const victim = both[3] ?? { who: org.admin, twin: tenant.admin }
    const nights = [start + 41 * MINUTE, start + DAY + 25 * MINUTE]
    const files = nights.flatMap((night, index) =>
      run(org, { start: night, count: index === 0 ? 110 : 70, gap: [4, 45] }, (at, turn) =>
        read(at, victim.who, turn % 7 === 0 ? 'drive.files.list' : 'drive.files.get', 700_000),
      ),
    )
    const downloads = nights.flatMap((night) =>
      run(org, { start: night + 9000, count: 38, gap: [10, 90] }, (at, turn) =>
        driveFile(org, {
          at,
          who: victim.who,
          from: vendor,
          name: 'download',
          title: `${random.pick(['Contract', 'Bank access', 'Price agreement', 'Payroll', 'Board paper'])} ${turn + 1}`,
          kind: random.pick(['document', 'spreadsheet', 'pdf']),
          owner: random.pick(org.people),
          app: connector,
        }),
      ),
    )
    const mails = nights.flatMap((night) =>
      run(org, { start: night + 70 * MINUTE, count: 64, gap: [3, 30] }, (at, turn) =>
        read(at, victim.who, turn % 9 === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get', 90_000),
      ),
    )
    const pages = nights.flatMap((night) =>
      repeat(random, night + 2 * HOUR, 58, 50_000, (at, turn) =>
        file(log, at, {
          person: victim.twin,
          client: assistant,
          ip: vendor.ip,
          agent,
          file: `${random.pick(['contract', 'salary', 'vpn-setup', 'tender', 'insurance'])}-${turn + 1}.docx`,
          site: random.pick(['finance', 'it', 'board', 'legal']),
          operation: turn % 2 === 0 ? 'FileDownloaded' : 'FileAccessed',
        }),
      ),
    )

    const [first] = files
    return {
      records: merged(log.records(), days.records, [approved], joined, asked, files, downloads, mails),
      firstHostile: first ? idOf(first) : '',
      dataLeft: [...ids(files, downloads, mails), ...pages],
      required: [
        {
          act: 'The assistant makes 180 Drive calls and 76 downloads for one person on two nights, after a few on each day',
          ids: ids(files, downloads),
          minimum: 'medium',
        },
        {
          act: 'The assistant reads 128 messages of the same person on two nights',
          ids: ids(mails),
          minimum: 'medium',
        },
        {
          act: 'The assistant reads 116 SharePoint files of the same person on the same two nights',
          ids: pages,
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...days.quiet, ...ids(asked.slice(0, 30), joined.slice(1)), ...askedAtMicrosoft.slice(0, 12)],
    }
  },
})
