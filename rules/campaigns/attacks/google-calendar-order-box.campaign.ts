// Malware uses the calendar of its victim as a letter box: orders and stolen data lie in appointments of a day that is long past.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { entryByClient, eventId } from '../google-calendar-entries.ts'
import { authorize, use } from '../google-events.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'Malware with a calendar grant keeps orders and stolen notes in zero-minute appointments of a past day',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/apt41-innovative-tactics',
    'https://github.com/MrSaighnal/GCR-Google-Calendar-RAT',
    'https://attack.mitre.org/techniques/T1102/002/',
  ],
  facts: [
    'APT41 used Google Calendar as the command channel of its malware TOUGHPROGRESS.',
    'The malware writes collected data into a zero-minute appointment of 30 May 2023, and looks for orders at two later days.',
    'In this variant the calendar is that of the victim: the installer of a desktop agenda asks for a grant of all calendars.',
    'The operator uses the same grant from a rented server, reads the answers, and deletes the appointments.',
  ],
  build: (random) => {
    const org = organization(random, 'fernhollow-institute.example', 31)
    const end = time('2025-07-18T17:00:00Z')
    const days = background(org, { until: end, days: 104, records: 1200 })
    // Five colleagues use the calendar of a common mail program.
    const common = app(random, 'Mozilla Thunderbird', ['openid', 'email', 'calendar', 'carddav'], 'NATIVE_DESKTOP')
    const users = [3, 7, 12, 16, 22].map((index) => person(org, index))
    const joined = users.map((who, index) =>
      authorize(org, { at: end - 101 * DAY + index * 26 * MINUTE, who, app: common }),
    )
    const ordinary = Array.from({ length: 420 }, (_, index) => {
      const who = users[index % users.length] ?? org.admin
      return use(org, {
        at: workMoment(org, end, 100),
        who,
        app: common,
        from: random.integer(1, 4) === 1 ? who.home : org.office,
        method: random.pick(['calendar.events.list', 'calendar.calendarList.list', 'calendar.events.insert']),
        bytes: random.integer(800, 9_000),
      })
    })

    const victim = person(org, 18)
    const agenda = app(random, 'Desk Agenda', ['openid', 'userinfo.email', 'calendar'], 'NATIVE_DESKTOP')
    const begin = time('2025-06-11T08:47:00Z')
    const granted = authorize(org, { at: begin, who: victim, app: agenda })
    const box = time('2023-05-30T00:00:00Z')
    const workday = (at: number): boolean => ![0, 6].includes(new Date(at).getUTCDay())
    // The computer of the victim looks for orders as long as it is on: in the office, and on some evenings at home.
    const polled = Array.from({ length: 33 }, (_, day) => Math.floor(begin / DAY) * DAY + day * DAY).flatMap((day) => {
      const office = workday(day)
        ? Array.from({ length: 17 }, (_, turn) => ({ at: day + 7 * HOUR + turn * 34 * MINUTE, from: org.office }))
        : []
      const evening =
        random.integer(1, 3) === 1
          ? Array.from({ length: 5 }, (_, turn) => ({ at: day + 19 * HOUR + turn * 34 * MINUTE, from: victim.home }))
          : []
      return [...office, ...evening]
        .filter((one) => one.at > begin + MINUTE)
        .map((one) =>
          use(org, {
            at: one.at + random.integer(0, 40) * 1000,
            who: victim,
            app: agenda,
            from: one.from,
            method: 'calendar.events.list',
            bytes: random.integer(600, 1_100),
          }),
        )
    })
    const agent = 'Go-http-client/2.0,gzip(gfe)'
    const answers = [0, 2, 5, 7, 12, 15, 20, 23, 27, 30].map((day, index) => ({
      at: begin + day * DAY + (day === 0 ? 3 * MINUTE : random.integer(1, 6) * HOUR),
      event: eventId(org),
      starts: box + (index % 3) * DAY,
    }))
    const written = answers.flatMap((one) =>
      entryByClient(org, { ...one, who: victim, app: agenda, agent, act: 'insert', title: 'sync', minutes: 0 }),
    )
    const server = network('203.0.113.140', 64497, 'HK')
    const visits = answers.map((one) => ({
      ...one,
      at: Math.floor(one.at / DAY) * DAY + DAY + random.integer(60, 200) * MINUTE,
    }))
    const fetched = visits.flatMap((one) =>
      ['calendar.events.list', 'calendar.events.get', 'calendar.events.get'].map((method, turn) =>
        use(org, {
          at: one.at + turn * random.integer(3, 8) * 1000,
          who: victim,
          app: agenda,
          from: server,
          method,
          bytes: method.endsWith('get') ? random.integer(190_000, 640_000) : random.integer(3_000, 9_000),
        }),
      ),
    )
    const ordered = visits.flatMap((one) => [
      ...entryByClient(org, {
        ...one,
        at: one.at + 2 * MINUTE,
        event: eventId(org),
        starts: box + 61 * DAY,
        from: server,
        who: victim,
        app: agenda,
        agent,
        act: 'insert',
        title: 'sync',
        minutes: 0,
      }),
      ...entryByClient(org, {
        ...one,
        at: one.at + 3 * MINUTE,
        from: server,
        who: victim,
        app: agenda,
        agent,
        act: 'delete',
        title: 'sync',
        minutes: 0,
      }),
    ])

    return {
      records: timeline(days.records, joined, ordinary, [granted], polled, written, fetched, ordered),
      firstHostile: idOf(granted),
      dataLeft: ids(written, fetched),
      required: [
        {
          act: 'One person grants all calendars to a desktop client that nobody else has',
          ids: [idOf(granted)],
          minimum: 'low',
        },
        {
          act: 'The desktop client calls from a rented server abroad while the computer of its user is in the office',
          ids: ids(fetched, ordered),
          minimum: 'medium',
        },
        {
          act: 'A client makes and deletes appointments of zero minutes two years in the past, again and again',
          ids: ids(written, ordered),
          minimum: 'low',
        },
      ],
      quiet: [...days.quiet, ...ids(ordinary.slice(0, 20), joined.slice(2))],
    }
  },
})
