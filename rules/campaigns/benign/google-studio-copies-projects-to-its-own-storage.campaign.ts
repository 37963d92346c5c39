import { benignWork } from '../campaign.ts'
import { at, later, Workspace } from '../incident-layouts.ts'

export default benignWork({
  title: 'A design studio copies finished projects from Drive to the storage box in its office',
  sources: ['https://gatlabs.com/google-workspace-account-compromised/', 'https://www.123-kiss.com/support/security'],
  resembles:
    'A user gives a client all files, and it downloads thousands of files of colleagues at night; two new employees connect the same client from home.',
  accounts: 20,
  days: 75,
  allowed: 'medium',
  build: (random) => {
    const desk = { ip: '198.51.100.240', asn: 64_500, country: 'IT', city: 'Torino' }
    const work = new Workspace(random, 'officina-luce.example', 20, desk)
    const manager = work.person(2)
    work.ordinary('2026-04-06', 75)
    const box = work.client('Cloud Sync for Storage Box', ['drive', 'userinfo.email'], 'WEB')
    const ids: string[] = []
    const start = '2026-04-20'
    ids.push(work.grant('authorize', manager, at(start, '16:40'), box, desk))
    // The storage box stands in the office: calls come from its network, each night for five weeks.
    for (let night = 0; night < 35; night++) {
      const begin = at(later(start, night), '20:00', random.integer(0, 300))
      const step = (s: number) => new Date(begin.getTime() + s * 1000)
      ids.push(work.call(manager, begin, box, 'drive.changes.list', desk, 30_000))
      const count = night === 0 ? 160 : random.integer(10, 30)
      for (let i = 0; i < count; i++) {
        const owner = work.person(random.integer(0, 17))
        ids.push(work.call(manager, step(30 + i * 9), box, 'drive.files.get', desk, 2_000_000))
        if (i % 2 === 0)
          ids.push(work.file(manager, step(31 + i * 9), desk, 'download', `Lamp series ${night}-${i}.pdf`, owner, box))
      }
    }
    // Two new employees read in the handbook that they should do the same for their desks.
    for (const [i, n] of [18, 19].entries()) {
      const who = work.person(n)
      const day = later('2026-05-11', i)
      ids.push(work.login(who, at(day, '18:50'), who.home))
      ids.push(work.grant('authorize', who, at(day, '19:02'), box, who.home))
      for (let k = 0; k < 25; k++)
        ids.push(
          work.call(
            who,
            at(day, '19:05', k * 8),
            box,
            k === 0 ? 'drive.files.list' : 'drive.files.get',
            who.home,
            900_000,
          ),
        )
    }
    // After the finished copy the manager moves old projects to the trash and ends the connection.
    for (let i = 0; i < 70; i++)
      ids.push(work.file(manager, at('2026-05-27', '10:00', i * 6), desk, 'trash', `Lamp series 0-${i}.pdf`, manager))
    ids.push(work.grant('revoke', manager, at('2026-05-27', '11:15'), box, desk))
    return { records: work.records, ids }
  },
})
