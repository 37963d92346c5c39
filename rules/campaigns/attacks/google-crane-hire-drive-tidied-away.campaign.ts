import { attackCampaign } from '../campaign.ts'
import { Domain, every, later, text } from '../scene-google.ts'
import { chain, ordinaryDays, qualifiers, sorted } from '../scene-google-days.ts'

const names = 'yard.boss a.tait b.ulrich c.vasko d.webb e.xenos f.yule g.zeller h.amis i.brook'.split(' ')

export default attackCampaign({
  title: 'A polite letter makes the browser assistant of a crane hire firm empty its Drive',
  sources: [
    'https://www.straiker.ai/blog/from-inbox-to-wipeout-perplexity-comets-ai-browser-quietly-erasing-google-drive',
    'https://thehackernews.com/2025/12/zero-click-agentic-browser-attack-can.html',
    'https://supyagent.com/blog/ai-agent-deleted-hundreds-of-emails',
  ],
  facts: [
    'The assistant has OAuth access to Gmail and Drive; a letter with numbered housekeeping steps becomes its order.',
    'It moves files to the bin and deletes them at the speed of a machine, without a question to the person.',
    'The access reaches shared folders, and the order spreads to them.',
    'In February 2026 an agent with mailbox rights deleted hundreds of messages in spite of orders to stop.',
  ],
  build: (random) => {
    const domain = new Domain(random, 'highreach-cranes.example')
    const people = names.map((name, i) => domain.member(name, i % 2 ? '198.51.100.230' : `203.0.113.${220 + i}`))
    const [boss, planner, clerk, admin] = people
    if (!boss || !planner || !clerk || !admin) throw new RangeError('no people')
    const house = domain.client('Rigline Job Board')
    const assistant = domain.client('Orbit Browser Assistant')
    const server = '44.209.18.60'
    const scopes = ['gmail.modify', 'drive', 'calendar', 'openid']
    const users = [boss, planner, clerk]
    const work = [
      ...ordinaryDays(domain, people, house, '34.118.4.20', '2026-06-01', 100),
      ...users.map((who, i) =>
        domain.token(later('2026-06-03T09:00:00.000Z', i * 700), 'authorize', who, assistant, scopes),
      ),
      ...Array.from({ length: 95 }, (_, i) => later('2026-06-04T08:20:00.000Z', i * 86_400)).flatMap((day, i) => [
        domain.call(day, users[i % 3] ?? boss, assistant, 'gmail.users.messages.list', server),
        domain.call(later(day, 4), users[i % 3] ?? boss, assistant, 'gmail.users.messages.get', server),
        domain.call(
          later(day, 9),
          users[i % 3] ?? boss,
          assistant,
          i % 2 ? 'drive.files.list' : 'calendar.events.list',
          server,
        ),
        ...(i % 9 === 0
          ? [domain.drive(later(day, 12), users[i % 3] ?? boss, server, 'move', `Quote ${i}`, boss, assistant)]
          : []),
      ]),
    ]
    const t = '2026-08-18T16:02:00.000Z'
    const read = domain.call(t, boss, assistant, 'gmail.users.messages.get', server, 2100)
    const lists = chain(6, later(t, 5), 2, (time) =>
      domain.call(time, boss, assistant, 'drive.files.list', server, 190_000),
    )
    const binned = chain(160, later(t, 20), 1, (time, i) =>
      domain.drive(time, boss, server, 'trash', `Lift plan ${i}.pdf`, i % 3 ? boss : planner, assistant),
    )
    const calls = chain(160, later(t, 20), 1, (time) =>
      domain.call(time, boss, assistant, 'drive.files.update', server),
    )
    const gone = chain(45, later(t, 200), 1, (time, i) =>
      domain.drive(time, boss, server, 'delete', `Lift plan ${i}.pdf`, boss, assistant),
    )
    const emptied = domain.call(later(t, 250), boss, assistant, 'drive.files.emptyTrash', server)
    const mail = chain(12, later(t, 300), 2, (time) =>
      domain.call(time, boss, assistant, 'gmail.users.messages.batchDelete', server),
    )
    const spread = domain.call(later(t, 340), boss, assistant, 'gmail.users.messages.send', server)
    const fixed = '2026-08-18T17:30:00.000Z'
    const response = [
      domain.admin(fixed, admin, admin.ip, 'USER_SETTINGS', 'CHANGE_PASSWORD', [text('USER_EMAIL', boss.email)]),
      domain.admin(later(fixed, 60), admin, admin.ip, 'USER_SETTINGS', 'REVOKE_3LO_TOKEN', [
        text('APP_ID', assistant.id),
        text('USER_EMAIL', boss.email),
      ]),
      domain.token(later(fixed, 61), 'revoke', boss, assistant, scopes, admin.ip),
    ]
    const n = '2026-08-19T08:11:00.000Z'
    const secondRead = domain.call(n, clerk, assistant, 'gmail.users.messages.get', server, 2200)
    const second = chain(90, later(n, 15), 1, (time, i) =>
      domain.drive(time, clerk, server, 'trash', `Hire contract ${i}.pdf`, clerk, assistant),
    )
    const secondGone = chain(30, later(n, 120), 1, (time, i) =>
      domain.drive(time, clerk, server, 'delete', `Hire contract ${i}.pdf`, clerk, assistant),
    )
    const end = domain.admin(
      '2026-08-19T11:00:00.000Z',
      admin,
      admin.ip,
      'SECURITY_SETTINGS',
      'ADD_TO_BLOCKED_OAUTH2_APPS',
      [
        text('OAUTH2_APP_ID', assistant.id),
        text('OAUTH2_APP_NAME', assistant.name),
        text('OAUTH2_APP_TYPE', 'WEB_APPLICATION'),
        text('ORG_UNIT_NAME', domain.name),
      ],
    )
    const restored = chain(60, '2026-08-19T13:00:00.000Z', 4, (time, i) =>
      domain.drive(time, planner, planner.ip, 'untrash', `Lift plan ${100 + i}.pdf`, planner),
    )
    const before = work.filter(({ id }) => id.time < '2026-08-19T11:00')
    return {
      records: sorted(
        before,
        read,
        lists,
        binned,
        calls,
        gone,
        emptied,
        mail,
        spread,
        response,
        secondRead,
        second,
        secondGone,
        end,
        restored,
      ),
      firstHostile: read.id.uniqueQualifier,
      dataLeft: [],
      required: [
        {
          act: 'An application bins 160 files of the yard in three minutes',
          ids: qualifiers(binned, calls),
          minimum: 'medium',
        },
        {
          act: 'The application deletes files for good and empties the bin',
          ids: qualifiers(gone, emptied),
          minimum: 'high',
        },
        { act: 'The application deletes mail in batches', ids: qualifiers(mail), minimum: 'medium' },
        {
          act: 'After the reset it does the same in the account of the clerk',
          ids: qualifiers(second, secondGone),
          minimum: 'high',
        },
      ],
      quiet: every(before, 45),
    }
  },
})
