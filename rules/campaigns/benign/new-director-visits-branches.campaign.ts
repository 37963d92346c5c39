// A new managing director: a computer, a telephone, a secretary with rights, and a first round of the branches.
import { benignWork } from '../campaign.ts'
import { first, type Person, signIn } from '../quiet-microsoft.ts'
import { addUser, securityInfo } from '../quiet-microsoft-accounts.ts'
import { company, documentName, ordinaryDay } from '../quiet-microsoft-days.ts'
import { file } from '../quiet-microsoft-files.ts'
import { cmdlet, mailRead, mailSent } from '../quiet-microsoft-work.ts'
import { germanTown, people } from '../quiet-people.ts'
import { day, hour, minute, place, Scene, utc, workingDays } from '../quiet-scene.ts'

const lines = germanTown('Augsburg', 'Bayern', 'DE-BY')
const stops = [
  { from: '2026-03-23', days: 3, line: 'swisscom', town: ['Zürich', 'Zürich', 'CH', 'CH-ZH'] },
  { from: '2026-03-31', days: 2, line: 'orange', town: ['Lyon', 'Rhone', 'FR', 'FR-69'] },
  { from: '2026-04-14', days: 3, line: 'bt', town: ['London', 'England', 'GB', 'GB-LND'] },
  { from: '2026-04-27', days: 4, line: 'comcast', town: ['Chicago', 'Illinois', 'US', 'US-IL'] },
] as const

export default benignWork({
  title: 'A new managing director and her first round of the branches',
  sources: [
    'https://learn.microsoft.com/en-us/exchange/recipients-in-exchange-online/manage-permissions-for-recipients',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/concept-registration-mfa-sspr-combined',
  ],
  resembles:
    'A young account with access to everything signs in from five countries within six weeks, registers a second factor on a new ' +
    'telephone, and an assistant gets full access to the mailbox and answers letters on behalf of its owner. The work is benign: ' +
    'the support desk prepares every director in this way, the stops follow the travel plan at the speed of trains and aircraft, ' +
    'with the managed computer and satisfied second factor, and the secretary works from the head office.',
  accounts: 20,
  days: 90,
  allowed: 'low',
  build: (random) => {
    const scene = new Scene(random)
    const c = company(random, {
      domain: 'lechwerkzeuge.example',
      host: 'lechwerkzeuge',
      names: people('german', 20, 28),
      lines,
      office: 'telekom',
      hours: [6.5, 16],
      used: ['Reisekosten Direkt', 'Schulung Online'],
      reader: 'Terminkreis',
      small: ['Umfrage Blitz', 'Skizzenbuch'],
    })
    const t = c.tenant
    const [director, secretary, helper] = c.people as [Person, Person, Person]
    const visits = stops.map((s) => ({
      ...s,
      branch: place(random, s.line, s.town),
      hotel: place(random, s.line, s.town),
    }))
    const began = utc('2026-03-02')
    const days = workingDays('2026-02-09', 90, ['2026-04-03', '2026-04-06', '2026-05-01'])

    for (const date of days) {
      ordinaryDay(scene, c, date, 0.3, c.people.slice(1))
      if (date === utc('2026-02-24'))
        scene.work(() => {
          const time = date + 8 * hour
          addUser(scene, t, time, helper, director, { department: 'Management' })
          cmdlet(scene, t, time + 40 * minute, helper, t.office, 'Add-MailboxPermission', director.upn, {
            Identity: director.upn,
            User: secretary.upn,
            AccessRights: 'FullAccess',
            AutoMapping: 'True',
          })
          cmdlet(scene, t, time + 42 * minute, helper, t.office, 'Set-Mailbox', director.upn, {
            Identity: director.upn,
            GrantSendOnBehalfTo: secretary.upn,
          })
        })
      if (date < began) continue
      scene.work(() => {
        if (date === began) {
          signIn(scene, t, date + 7.2 * hour, director, first.securityInfo, t.office)
          securityInfo(scene, t, date + 7.3 * hour, director, t.office)
          signIn(scene, t, date + 7.6 * hour, director, first.broker, t.office, { agent: director.phone })
          signIn(scene, t, date + 7.7 * hour, director, first.outlookMobile, t.office, { agent: director.phone })
          const calendar = `${director.upn}:\\Calendar`
          const delegate = {
            Identity: calendar,
            User: secretary.upn,
            AccessRights: 'Editor',
            SharingPermissionFlags: 'Delegate',
          }
          cmdlet(
            scene,
            t,
            date + 8.4 * hour,
            director,
            t.office,
            'Add-MailboxFolderPermission',
            calendar,
            delegate,
            true,
          )
        }
        const stop = visits.find(({ from, days: length }) => date >= utc(from) && date < utc(from) + length * day)
        // Abroad: the branch by day, the hotel in the evening, the telephone between.
        const branch = stop?.branch ?? t.office
        const west = stop?.line === 'comcast' ? 7 : 0
        signIn(scene, t, scene.moment(date, 7 + west, 8 + west), director, first.home, branch)
        const later = scene.moment(date, 8.5 + west, 15 + west)
        signIn(scene, t, later, director, random.pick([first.teams, first.office]), branch, { interactive: false })
        if (stop !== undefined) {
          const evening = scene.moment(date, 18 + west, 20 + west)
          signIn(scene, t, evening, director, first.outlookWeb, stop.hotel)
          mailRead(scene, t, evening + 20 * minute, director, { app: first.outlookWeb, where: stop.hotel })
        } else if (scene.chance(0.6))
          signIn(scene, t, scene.moment(date, 17, 20), director, first.outlookMobile, director.mobile.at(date), {
            interactive: false,
            agent: director.phone,
          })
        if (scene.chance(0.7))
          file(scene, t, scene.moment(date, 9 + west, 14 + west), director, 'FileAccessed', {
            site: 'Administration',
            folder: 'Board',
            name: documentName(random),
            where: branch,
          })
        const hers = { app: first.outlookWeb, where: t.office, mailbox: director }
        for (let i = random.integer(1, 4); i > 0; i--) mailRead(scene, t, scene.moment(date, 7, 15), secretary, hers)
        if (scene.chance(0.5))
          mailSent(scene, t, scene.moment(date, 8, 15), secretary, hers, 'Re: Appointment', 'SendOnBehalf')
      })
    }
    return scene.result()
  },
})
