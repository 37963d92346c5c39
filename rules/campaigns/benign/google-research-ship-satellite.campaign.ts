// A research ship at sea: the exits of the satellite network change between countries, and an in-house client uploads the measurements.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, signIn, use } from '../google-events.ts'
import { absent } from '../google-guests.ts'
import { inRow } from '../google-incident-work.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Scientists on a ship work for five weeks through satellite exits in four countries',
  sources: [
    'https://developers.google.com/workspace/drive/api/guides/manage-uploads',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token',
  ],
  resembles:
    'Clients of several people call from hosting-like networks in countries that change within hours, in the night and with many files.',
  accounts: 7,
  days: 35,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'meereskunde-lohme.example', 23)
    const end = time('2026-10-09T15:00:00Z')
    const days = background(org, { until: end, days: 140, records: 1150 })
    const uploader = app(random, 'Messdaten Upload', ['drive', 'userinfo.email'], 'NATIVE_DESKTOP')
    const notes = app(
      random,
      'Kielwasser Notes',
      ['drive.readonly', 'calendar.events', 'userinfo.email'],
      'NATIVE_ANDROID',
    )
    const crew = [3, 5, 8, 10, 13, 18, 20].map((place) => person(org, place))
    const crewed = time('2026-08-24T06:00:00Z')
    // On land, the same people use both clients for three months.
    const land = crew.flatMap((who, place) => [
      authorize(org, { at: time('2026-05-26T08:00:00Z') + place * 20 * MINUTE, who, app: uploader }),
      ...(place < 4 ? [authorize(org, { at: time('2026-06-02T09:00:00Z') + place * HOUR, who, app: notes })] : []),
      ...Array.from({ length: 40 }, (_, index) =>
        use(org, {
          at: workMoment(org, crewed, 75),
          who,
          app: place < 4 && index % 3 === 0 ? notes : uploader,
          from: org.office,
          method: index % 3 === 0 ? 'drive.files.list' : index % 3 === 1 ? 'drive.files.create' : 'drive.files.get',
          bytes: random.integer(700, 40_000),
        }),
      ),
    ])
    const exits = [
      network('203.0.113.151', 14593, 'GB'),
      network('203.0.113.152', 14593, 'NO'),
      network('203.0.113.153', 14593, 'IS'),
      network('203.0.113.154', 14593, 'ES'),
    ]
    const exitAt = (at: number) => exits[(Math.floor(at / (5 * HOUR)) * 7 + 1) % exits.length] ?? org.office
    const ship = Array.from({ length: 35 }, (_, day) => crewed + day * DAY).flatMap((morning, day) =>
      crew
        .filter((_, place) => (place + day) % 3 !== 0)
        .flatMap((who, place) => {
          const at = morning + random.integer(0, 22) * HOUR + random.integer(0, 50) * MINUTE
          // After a station, the client uploads the whole series of measurements, and downloads a few files of earlier series.
          const many = (day + place) % 5 === 0
          const files = inRow(org, at + 5 * MINUTE, many ? 45 : 6, [3, 40]).map((moment, index) =>
            use(org, {
              at: moment,
              who,
              app: uploader,
              from: exitAt(moment),
              method: index % 9 === 0 ? 'drive.files.list' : index % 4 === 3 ? 'drive.files.get' : 'drive.files.create',
              bytes: random.integer(700, 90_000),
            }),
          )
          const entered = day % 6 === place ? [signIn(org, { at, who, from: exitAt(at) })] : []
          // Three people authorize the notes application at sea; the others already use it.
          const joins =
            day === 4 && crew.indexOf(who) > 3
              ? [authorize(org, { at: at + 2 * MINUTE, who, from: exitAt(at), app: notes })]
              : []
          const reads =
            crew.indexOf(who) < 4
              ? inRow(org, at + 30 * MINUTE, 4, [20, 200]).map((moment) =>
                  use(org, {
                    at: moment,
                    who,
                    app: notes,
                    from: exitAt(moment),
                    method: 'drive.files.get',
                    bytes: random.integer(900, 30_000),
                  }),
                )
              : []
          return [...entered, ...joins, ...files, ...reads]
        }),
    )
    // At sea, the crew has no office days.
    const ashore = absent(days, crew, crewed - 12 * HOUR).records
    return { records: timeline(ashore, land, ship), ids: ids(ship) }
  },
})
