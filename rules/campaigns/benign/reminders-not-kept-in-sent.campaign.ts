// A clinic reminds patients of their appointments with an application, and keeps no copy among the sent messages.
import { benignWork } from '../campaign.ts'
import { cloudAppEvents } from '../microsoft-defender.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, makeApp } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Appointment reminders leave the mailboxes of six practices without a copy',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/user-sendmail',
    'https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-cloudappevents-table',
  ],
  resembles: 'An application sends from many mailboxes, saves nothing among the sent messages, and reads the replies.',
  accounts: 6,
  days: 18,
  allowed: 'low',
  build: (random) => {
    const days = 80
    const { log, tenant, start, person } = scene(random, 'larchfield-dental', {
      feeds: 'audit',
      from: '2026-02-09',
      days,
      after: 20,
      people: 18,
      records: 800,
    })
    const reminder = makeApp(random, 'Appointment Reminder', tenant.id, { ip: '203.0.113.58' })
    const place = (i: number) => ({ owner: person(5 + i), client: reminder, appOnly: reminder, ip: reminder.ip })
    const subjects = ['Your appointment on Monday', 'Your appointment tomorrow', 'Please confirm your visit']
    const ids: string[] = []
    const run = (from: number, length: number, count: number, practices: number, keep: boolean) =>
      routine(log, from, length, count, (at) => {
        const access = place(random.integer(0, practices - 1))
        const id =
          random.number() < 0.85
            ? mailSend(log, at, access, random.pick(subjects))
            : mailRead(log, at, access, random.integer(1, 3))
        if (keep) ids.push(id)
        return id
      })
    run(start - days * day, days, 360, 4, false)
    // The weeks of check-ups before the holidays: more messages, and two further practices.
    run(start, 18, 290, 6, true)
    const rows = cloudAppEvents(log.records(), ids)
    return { records: rows.records, ids: rows.ids }
  },
})
