// The platform team keeps the private keys of a delegated account in a hardware module, and uploads the public half each month.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { dailyDelegation, delegatedApp, deleteKey, uploadKey } from '../google-cloud-trust.ts'
import { DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'A platform team uploads a new public key for the archive account each month and deletes the old one',
  sources: [
    'https://docs.cloud.google.com/iam/docs/keys-upload',
    'https://docs.cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
  ],
  resembles: 'A person brings an own key for a service account that reads the mail of everybody, again and again.',
  accounts: 2,
  days: 92,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'stonegate-archive.example', 17)
    const end = time('2026-06-30T16:00:00Z')
    const days = background(org, { until: end, days: 120, records: 900 })
    const account = { project: 'stonegate-archive', name: 'mail-archive', number: `1${random.digits(20)}` }
    const app = delegatedApp(account, 'Mail Archive', ['gmail.readonly', 'drive.readonly'])
    const from = network('203.0.113.14', 396982, 'DE')
    const routine = dailyDelegation(org, {
      first: end - 118 * DAY - 12 * HOUR,
      days: 117,
      people: org.people,
      app,
      account,
      from,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'drive.files.list'],
    })
    const keys = Array.from({ length: 5 }, () => (random.uuid() + random.uuid()).replaceAll('-', '').slice(0, 40))
    // On the first Tuesday; two engineers take turns; the old key goes after the first good night.
    const work = ['2026-03-31', '2026-05-05', '2026-06-02', '2026-06-30'].flatMap((date, place) => {
      const at = time(`${date}T08:00:00Z`) + random.integer(0, 100) * MINUTE
      const who = person(org, place % 2 === 0 ? 3 : 8)
      const parts = { who, from: place === 2 ? who.home : org.office, account }
      const old = deleteKey(org, { ...parts, at: at + DAY, key: keys[place] ?? '' })
      const fresh = uploadKey(org, { ...parts, at, key: keys[place + 1] ?? '', days: 45 })
      return place === 3 ? [fresh] : [fresh, old]
    })
    return { records: timeline(days.records, routine, work), ids: ids(work, routine.slice(-60)) }
  },
})
