import { benignWork } from '../campaign.ts'
import { at, later, Workspace, workdays } from '../incident-layouts.ts'

const vendor = { ip: '54.247.60.31', asn: 16_509, country: 'IE', city: 'Dublin' }
const vendorSecond = { ip: '54.247.60.34', asn: 16_509, country: 'IE', city: 'Dublin' }

export default benignWork({
  title: 'Eighteen interviewers connect a scheduler that writes to candidates in their names',
  sources: [
    'https://skywork.ai/blog/oauth-token-leakage-ai-chatgpt-gmail-security',
    'https://cyberz.pro/blog/2026/06/04/shadow-ai-oauth-google-workspace-audit/',
  ],
  resembles:
    'Within days many users give a new application calendar and sending of mail, and it sends hundreds of letters to outside addresses.',
  accounts: 32,
  days: 80,
  allowed: 'medium',
  build: (random) => {
    const desk = { ip: '198.51.100.19', asn: 64_500, country: 'ES', city: 'Valencia' }
    const work = new Workspace(random, 'turia-systems.example', 32, desk)
    const administrator = work.person(31)
    work.ordinary('2026-03-30', 80)
    const scheduler = work.client('Interviewly', [
      'calendar.events',
      'gmail.send',
      'userinfo.email',
      'userinfo.profile',
    ])
    const start = '2026-04-20'
    const ids = [
      work.admin(administrator, at(start, '09:10'), desk, 'SECURITY_SETTINGS', 'ADD_TO_TRUSTED_OAUTH2_APPS', {
        OAUTH2_APP_ID: scheduler.id,
        OAUTH2_APP_NAME: scheduler.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
        ORG_UNIT_NAME: '/Engineering',
      }),
    ]
    // Eleven connect in the introduction on Monday, the others as their interviews come.
    const joined = Array.from({ length: 18 }, (_, i) => (i < 11 ? start : later(start, 1 + (i - 11) * 2)))
    for (const [i, day] of joined.entries()) {
      const who = work.person(i)
      ids.push(
        work.grant(
          'authorize',
          who,
          at(day, i < 11 ? '11:00' : '14:30', i * 50),
          scheduler,
          i % 5 === 4 ? who.home : desk,
        ),
      )
    }
    for (const day of workdays(start, 52))
      for (const [i, since] of joined.entries()) {
        if (since > day) continue
        const who = work.person(i)
        const when = at(day, '12:00', random.integer(0, 18_000))
        const place = random.number() < 0.5 ? vendor : vendorSecond
        const step = (s: number) => new Date(when.getTime() + s * 1000)
        ids.push(work.call(who, when, scheduler, 'calendar.events.list', place, 9000))
        if (random.number() < 0.4) {
          ids.push(work.call(who, step(20), scheduler, 'calendar.events.insert', place))
          for (let k = random.integer(1, 4); k > 0; k--)
            ids.push(work.call(who, step(30 + k * 5), scheduler, 'gmail.users.messages.send', place, 200))
        }
      }
    // Friday of the first week: invitations to all candidates of the round go out from two recruiters.
    for (const n of [0, 1])
      for (let i = 0; i < 60; i++)
        ids.push(
          work.call(
            work.person(n),
            at(later(start, 4), '15:00', n * 900 + i * 6),
            scheduler,
            'gmail.users.messages.send',
            vendor,
            200,
          ),
        )
    // After the season six persons disconnect it.
    for (let i = 0; i < 6; i++)
      ids.push(work.grant('revoke', work.person(i + 5), at('2026-06-15', '10:00', i * 500), scheduler, desk))
    return { records: work.records, ids }
  },
})
