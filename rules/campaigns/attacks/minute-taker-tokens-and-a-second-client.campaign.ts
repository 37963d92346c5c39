import { attackCampaign } from '../campaign.ts'
import { at, later, Workspace } from '../incident-layouts.ts'

const vendor = { ip: '44.226.81.15', asn: 16_509, country: 'US', city: 'Boardman' }
const vendorSecond = { ip: '44.226.81.16', asn: 16_509, country: 'US', city: 'Boardman' }
const strange = { ip: '45.148.10.87', asn: 48_090, country: 'NL', city: 'Amsterdam' }
const strangeSecond = { ip: '179.43.159.201', asn: 51_852, country: 'CH', city: 'Zurich' }

export default attackCampaign({
  title: 'Tokens of a meeting minutes vendor are used from two strange networks, then its second client',
  sources: [
    'https://cyberz.pro/blog/2026/06/04/shadow-ai-oauth-google-workspace-audit/',
    'https://thompsoninfosec.com/blog/vercel-oauth-google-workspace-breach/',
    'https://hosterdojo.com/blog/google-salesloft-breach-affected-some-workspace-accounts',
  ],
  // The night, the password in a sheet, and the second client of the vendor are not in the reports.
  facts: [
    'An employee gave a small assistant vendor broad access to the workspace months before.',
    'Malware at the vendor gave the intruder the tokens of its customers.',
    'The tokens led to the account of an employee, and from there to internal systems and secrets.',
    'In the incident of another vendor, Google revoked the tokens and ended the integration.',
  ],
  build: (random) => {
    const desk = { ip: '198.51.100.88', asn: 64_500, country: 'FR', city: 'Lyon' }
    const work = new Workspace(random, 'atelier-mercier.example', 26, desk)
    const administrator = work.person(25)
    const engineer = work.person(4)
    const quiet = work.ordinary('2026-02-09', 100, { day: '2026-05-14', involved: [engineer] })

    const minutes = work.client('Minuteer Notes', [
      'calendar.readonly',
      'drive.readonly',
      'gmail.readonly',
      'userinfo.email',
    ])
    const drafts = work.client('Minuteer Drafts', ['drive', 'userinfo.email'])
    const users = Array.from({ length: 11 }, (_, i) => work.person(i * 2))
    for (const [i, who] of users.entries()) {
      work.grant('authorize', who, at(later('2026-02-11', i), '10:00', i * 300), minutes, desk)
      if (i > 7) work.grant('authorize', who, at(later('2026-03-02', i), '11:00', i * 300), drafts, desk)
    }
    for (let day = 14; day < 94; day++)
      for (const [i, who] of users.entries()) {
        if (random.number() < 0.4) continue
        const when = at(later('2026-02-09', day), '06:00', random.integer(0, 36_000))
        const place = random.number() < 0.5 ? vendor : vendorSecond
        quiet.push(work.call(who, when, minutes, 'calendar.events.list', place))
        if (i > 7 && day > 32)
          quiet.push(work.call(who, new Date(when.getTime() + 60_000), drafts, 'drive.files.create', place, 900))
        if (random.number() < 0.2) quiet.push(work.call(who, when, minutes, 'gmail.users.messages.list', place))
      }

    // Thursday night: seven accounts in three hours.
    const day = '2026-05-14'
    const lists: string[] = []
    const taken: string[] = []
    for (const [i, who] of users.slice(0, 7).entries()) {
      const start = at(day, '00:48', i * 1480)
      const step = (s: number) => new Date(start.getTime() + s * 1000)
      lists.push(work.call(who, start, minutes, 'drive.files.list', strange, 48_000))
      lists.push(work.call(who, step(20), minutes, 'gmail.users.messages.list', strange, 22_000))
      for (let k = 0; k < 24; k++) {
        taken.push(work.call(who, step(40 + k * 17), minutes, 'drive.files.get', strange, 700_000))
        if (k % 2 === 0)
          taken.push(work.call(who, step(46 + k * 17), minutes, 'gmail.users.messages.get', strange, 20_000))
        if (k % 3 === 0)
          taken.push(work.file(who, step(41 + k * 17), strange, 'download', `Access list ${k}.pdf`, who, minutes))
      }
    }

    // A password in a sheet opens the account of an engineer.
    const failed = work.login(engineer, at(day, '07:15:10'), strangeSecond, 'login_failure')
    const login = work.login(engineer, at(day, '07:16:02'), strangeSecond, 'login_success', true)
    const sdk = {
      ...work.client('Google Cloud SDK', ['cloud-platform', 'userinfo.email'], 'NATIVE_APPLICATION'),
      id: '32555940559.apps.googleusercontent.com',
    }
    const pivot = work.grant('authorize', engineer, at(day, '07:24:45'), sdk, strangeSecond)
    for (let i = 0; i < 9; i++)
      taken.push(
        work.file(engineer, at(day, '07:30', i * 45), strangeSecond, 'download', `Deploy keys ${i}.pdf`, engineer),
      )

    // The notice of the vendor comes at noon.
    const act = (time: string, type: string, name: string, values: Record<string, string>) =>
      work.admin(administrator, at(day, time), desk, type, name, values)
    act('12:30', 'SECURITY_SETTINGS', 'ADD_TO_BLOCKED_OAUTH2_APPS', {
      OAUTH2_APP_ID: minutes.id,
      OAUTH2_APP_NAME: minutes.name,
      OAUTH2_APP_TYPE: 'WEB_APPLICATION',
      ORG_UNIT_NAME: '/',
    })
    for (const [i, who] of users.entries())
      act(`12:${35 + i}`, 'USER_SETTINGS', 'REVOKE_3LO_TOKEN', { APP_ID: minutes.id, USER_EMAIL: who.mail })
    act('12:50', 'USER_SETTINGS', 'CHANGE_PASSWORD', { USER_EMAIL: engineer.mail })
    act('12:51', 'USER_SETTINGS', 'RESET_SIGNIN_COOKIES', { USER_EMAIL: engineer.mail })

    // The other client of the vendor was not in the notice.
    const after: string[] = []
    for (const who of users.slice(8))
      for (let i = 0; i < 14; i++) {
        const when = at(later(day, 1), '01:20', users.indexOf(who) * 700 + i * 21)
        after.push(work.call(who, when, drafts, i === 0 ? 'drive.files.list' : 'drive.files.get', strange, 400_000))
      }
    for (const [i, who] of users.slice(8).entries())
      work.admin(administrator, at(later(day, 4), `09:1${i}`), desk, 'USER_SETTINGS', 'REVOKE_3LO_TOKEN', {
        APP_ID: drafts.id,
        USER_EMAIL: who.mail,
      })

    return {
      records: work.records,
      firstHostile: lists[0] ?? '',
      dataLeft: [...taken, ...after.filter((_, i) => i % 14 !== 0)],
      required: [
        {
          act: 'A known application lists files and mail from a network that the vendor never used',
          ids: lists,
          minimum: 'medium',
        },
        {
          act: 'It takes hundreds of files and messages of seven accounts in one night',
          ids: taken.slice(0, 7 * 44),
          minimum: 'high',
        },
        {
          act: 'The engineer is signed in from a strange network and authorizes the cloud tools',
          ids: [failed, login, pivot],
          minimum: 'medium',
        },
        {
          act: 'Another client of the vendor is used from the strange network after the block',
          ids: after,
          minimum: 'medium',
        },
      ],
      quiet,
    }
  },
})
