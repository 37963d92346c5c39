// Seven engineers keep their calendars in the terminal, with clients of their own, from laptops, homes and rented servers.
import { benignWork, type RawRecord } from '../campaign.ts'
import { background } from '../google-background.ts'
import { entryByClient } from '../google-calendar-entries.ts'
import { authorize, revoke, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Seven engineers keep their calendars in the terminal, with own clients on laptops and rented servers',
  sources: [
    'https://github.com/insanum/gcalcli',
    'https://pypi.org/project/gcalvault/',
    'https://lyz-code.github.io/blue-book/vdirsyncer',
  ],
  resembles:
    'Clients of one person each, without a known publisher, ask for all calendars, call day and night from rented servers, and write appointments of past years.',
  accounts: 7,
  days: 34,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'kestrel-robotics.example', 56)
    const end = time('2026-03-27T18:00:00Z')
    const days = background(org, { until: end, days: 108, records: 1300 })
    const start = time('2026-02-23T08:15:00Z')
    const names = ['gcalcli', 'vdirsyncer', 'khal sync', 'my calendar', 'gcalcli', 'test', 'calvault']
    const agents = ['gcalcli/v4.5.1 google-api-python-client/2.188.0 (gzip),gzip(gfe)', 'vdirsyncer/0.20.0,gzip(gfe)']
    const engineers = inUnit(org, 'Engineering').slice(0, 7)
    const work: RawRecord[] = []
    engineers.forEach((who, place) => {
      const client = app(
        random,
        names[place] ?? 'cal',
        place % 3 === 0 ? ['calendar'] : ['openid', 'email', 'calendar', 'tasks'],
        'NATIVE_DESKTOP',
      )
      const agent = agents[place % 2] ?? ''
      const began = start + place * random.integer(18, 50) * HOUR
      work.push(authorize(org, { at: began, who, app: client, from: place % 2 === 0 ? org.office : who.home }))
      // Three of them let a small server at a hosting company do the work, at each hour of the day.
      const server = place % 3 === 1 ? network(`203.0.113.${30 + place}`, 24940, place === 4 ? 'FI' : 'DE') : undefined
      const call = (at: number, from: typeof server, method: string, bytes: number) =>
        use(org, { at, who, app: client, from, method, bytes })
      for (let at = began + 2 * MINUTE; at < end; at += random.integer(110, 190) * MINUTE) {
        const hour = new Date(at).getUTCHours()
        const free = [0, 6].includes(new Date(at).getUTCDay())
        if (server === undefined && (hour < 7 || hour > 21 || (free && random.integer(1, 3) > 1))) continue
        const from = server ?? (free || hour > 17 ? who.home : org.office)
        work.push(call(at, from, 'calendar.calendarList.list', random.integer(900, 3_000)))
        work.push(call(at + 2000, from, 'calendar.events.list', random.integer(2_000, 60_000)))
      }
      // Reminders of zero minutes, made and deleted on the laptop.
      for (let turn = 0; turn < 9; turn += 1) {
        const at = began + (1 + turn * 3) * DAY + random.integer(0, 6) * HOUR
        const starts = at + random.integer(1, 40) * HOUR
        const shared = { who, from: org.office, app: client, agent, title: 'todo', starts, minutes: 0 }
        if (at + 2 * DAY > end) continue
        work.push(...entryByClient(org, { ...shared, at, act: 'insert' }))
        if (turn % 2 === 0) work.push(...entryByClient(org, { ...shared, at: at + DAY, act: 'delete' }))
      }
      // One brings the appointments of a former calendar along: three years in ten minutes.
      if (place === 2)
        for (let turn = 0; turn < 140; turn += 1)
          work.push(
            ...entryByClient(org, {
              at: began + 26 * HOUR + turn * 4500,
              who,
              app: client,
              agent,
              act: 'import',
              title: random.pick(['dentist', 'climbing', 'standup', 'on call']),
              starts: time('2022-01-10T09:00:00Z') + turn * 8 * DAY,
              minutes: random.pick([0, 30, 60]),
            }),
          )
      // Another whole calendar is fetched once for a copy, and the one named test goes away after a week.
      if (place === 6)
        for (let turn = 0; turn < 60; turn += 1)
          work.push(
            call(began + 3 * HOUR + turn * 2000, who.home, 'calendar.events.list', random.integer(90_000, 400_000)),
          )
      if (place === 5) work.push(revoke(org, { at: began + 7 * DAY, who, app: client }))
    })
    return { records: timeline(days.records, work), ids: ids(work) }
  },
})
