// Printers and a ledger program send mail with a password; after the yearly change some keep the old one for days.
import { benignWork } from '../campaign.ts'
import { legacySignIn } from '../microsoft-legacy.ts'
import { polledOnly } from '../microsoft-one-source.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Five printers and a ledger program sign in with old and new passwords through Authenticated SMTP',
  sources: [
    'https://redcanary.com/blog/threat-detection/bav2ropc/',
    'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
  ],
  resembles:
    'Password sign-ins without a second factor, many wrong passwords from several branch networks, then success from the same networks.',
  accounts: 6,
  days: 21,
  allowed: 'low',
  build: (random) => {
    const { log, start, person } = scene(random, 'tannery-lane', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-03-09',
      days: 56,
      after: 21,
      people: 22,
      records: 800,
    })
    const devices = [14, 15, 16, 17, 18, 19].map((i, place) => ({
      person: person(i),
      ip: place === 5 ? '203.0.113.21' : `198.51.100.${140 + place}`,
    }))
    const ids: string[] = []
    for (const { person: account, ip } of devices) {
      const send = (at: number, error?: number) =>
        legacySignIn(log, at, {
          person: account,
          ip,
          protocol: ip === '203.0.113.21' ? 'Other clients' : 'Authenticated SMTP',
          ...(error ? { error } : {}),
        })
      routine(log, start - 56 * day, 56, 45, (at) => send(at))
      // The password changes on the first morning; the branches type it in one after the other.
      const changed = start + 8 * hour
      const repaired = changed + random.integer(3, 70) * hour
      for (let at = changed + random.integer(5, 90) * minute; at < repaired; at += random.integer(60, 300) * minute)
        ids.push(send(at, 50126))
      for (let i = 0; i < 24; i += 1) {
        const at = repaired + (i * 18 + random.integer(1, 9)) * hour
        ids.push(send(at))
      }
    }
    // The printer of the fair stand moves with the stand and uses the network of the hall for three days.
    for (let i = 0; i < 9; i += 1)
      ids.push(
        legacySignIn(log, start + (12 + Math.floor(i / 3)) * day + (9 + (i % 3) * 3) * hour + i * minute, {
          person: person(18),
          ip: '203.0.113.77',
          protocol: 'Authenticated SMTP',
        }),
      )
    return polledOnly(log.records(), ids, 'signIns')
  },
})
