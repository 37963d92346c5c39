import { benignWork } from '../campaign.ts'
import { at, clients, later, Office } from '../incident-layouts.ts'

const cluster = { ip: '51.105.66.20', asn: 8_075, country: 'GB', city: 'London' }
const clusterNew = { ip: '20.90.131.48', asn: 8_075, country: 'GB', city: 'London' }

export default benignWork({
  title: 'A secret expires on a Friday night; the developer on call adds a new one from home and moves the job',
  sources: [
    'http://note.f5.pm/go-372577.html',
    'https://docs.aktechnoservices.com/books/exchange-online/page/microsoft-365-oauth-email-integration-runbook-microsoft-graph/export/markdown',
  ],
  resembles:
    'At night a new secret is added to an old application that may read sites and mail, from a home network, and is used at once from another address.',
  accounts: 14,
  days: 120,
  allowed: 'medium',
  build: (random) => {
    const desk = { ip: '198.51.100.52', asn: 64_500, country: 'GB', city: 'Bristol' }
    const office = new Office(random, 'severnlogistics.example', 'audit', 14, desk)
    const developer = office.person(4)
    const owner = office.person(5)
    const orders = office.member('orders', 'Orders')
    office.ordinary('2026-01-05', 120)
    const importer = office.client('Order Importer')
    const [old, fresh] = [random.uuid(), random.uuid()]
    const from = { by: owner, from: desk }
    office.register({ ...from, when: at('2026-01-06', '09:00') }, importer)
    office.keys({ ...from, when: at('2026-01-06', '09:05') }, importer, [], [[old, 'importer']])
    office.appRole(
      { ...from, when: at('2026-01-06', '09:10') },
      importer,
      'Mail.Read',
      '810c84a8-4a9e-49e6-bf7d-12d183f40d01',
    )
    const ids: string[] = []
    const run = (day: string, key: string, place: typeof cluster) => {
      for (const time of ['02:00', '10:00', '18:00']) {
        ids.push(office.appSignIn(importer, at(day, time, random.integer(0, 60)), place, key))
        ids.push(office.read(orders, at(day, time, 120), importer, place, random.integer(2, 20), 'Inbox', true))
        ids.push(
          office.file(
            'FileUploaded',
            owner,
            at(day, time, 200),
            importer,
            place,
            'Shared Documents/Orders/Day.csv',
            true,
            'order-importer/4.2',
          ),
        )
      }
    }
    for (let i = 0; i < 94; i++) run(later('2026-01-07', i), old, cluster)

    // Friday 22:00: every attempt fails, the alarm wakes the developer.
    const night = '2026-04-10'
    for (let i = 0; i < 30; i++)
      ids.push(office.appSignIn(importer, at(night, '21:00', i * 120), cluster, old, 7_000_222))
    ids.push(office.signIn(developer, at(night, '22:21'), clients.portal, developer.home, { error: 50_126 }))
    ids.push(office.signIn(developer, at(night, '22:22'), clients.portal, developer.home))
    const act = { by: developer, from: developer.home }
    ids.push(
      office.keys(
        { ...act, when: at(night, '22:31') },
        importer,
        [[old, 'importer']],
        [
          [fresh, 'oncall'],
          [old, 'importer'],
        ],
      ),
    )
    ids.push(office.appSignIn(importer, at(night, '22:34'), developer.home, fresh))
    ids.push(office.appSignIn(importer, at(night, '22:41'), cluster, fresh))
    // The messages of the outage are fetched in one go.
    for (let i = 0; i < 6; i++)
      ids.push(office.read(orders, at(night, '22:44', i * 40), importer, cluster, 40, 'Inbox', true))

    // On Monday the owner removes the old key, and the job moves to the new cluster.
    const monday = '2026-04-13'
    ids.push(
      office.keys(
        { ...from, when: at(monday, '09:20') },
        importer,
        [
          [fresh, 'oncall'],
          [old, 'importer'],
        ],
        [[fresh, 'oncall']],
      ),
    )
    for (let i = 1; i < 24; i++) run(later(night, i), fresh, i < 4 ? cluster : clusterNew)
    return { records: office.records, ids }
  },
})
