import { attackCampaign } from '../campaign.ts'
import {
  DAY,
  HOUR,
  idOf,
  idsOf,
  inOrder,
  MINUTE,
  Office,
  officeDays,
  type Person,
  staff,
  workdays,
} from '../field-layouts.ts'

const OFFICE = { ip: '198.51.100.20', asn: 64_510, country: 'DE', city: 'Kassel' }
const HOST = { ip: '203.0.113.61', asn: 64_620, country: 'NL', city: 'Dronten' }

export default attackCampaign({
  title: 'A writing helper with artificial intelligence reads one mailbox for weeks, then writes to the colleagues',
  sources: [
    'https://redcanary.com/blog/threat-detection/oauth-app-attacks',
    'https://petri.com/oauth-abuse-microsoft-entra-id-stealthy-email-access/',
    'https://www.cicada-ir.ai/blog/investigating-m365-bec-oauth-abuse',
  ],
  facts: [
    'An employee follows a letter about a new application with artificial intelligence and accepts its consent prompt.',
    'The service principal is added and the consent is written under one correlation id by a user who is no administrator.',
    'The application of another tenant has permission to read, change and send mail without the user.',
    'The operator is patient and reads the correspondence through the application before the next step.',
    'An inbox rule hides the answers, and the application sends letters in the name of the user.',
    'The access goes on after a change of the password, until the consent or the application is removed.',
  ],
  build: (random) => {
    const office = new Office(random, 'lindenau-planning.example')
    const people = staff(random, 'lindenau-planning.example', 16, OFFICE)
    const [admin, victim, second, third] = people as [Person, Person, Person, Person]
    const background = officeDays(office, people, workdays('2026-01-05', 110), [
      office.app('Calendly', { foreign: true }),
      office.app('Miro', { foreign: true }),
    ])

    const helper = office.app('Lumen Draft AI', { foreign: true })
    const scopes =
      'openid profile offline_access User.Read Contacts.Read Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite'
    const use = { ip: HOST.ip }
    const start = Date.parse('2026-02-10T10:12:00Z')
    const prompt = office.signIn(start - 40_000, victim, helper, OFFICE, {
      status: {
        errorCode: 65_001,
        failureReason: 'The user or administrator has not consented to use the application',
      },
    })
    const consent = office.consent(start, victim, helper, scopes)
    const entered = office.signIn(start + 4000, victim, helper, OFFICE)
    const first = [3, 5, 9, 14].map((minutes) =>
      office.mail(start + minutes * MINUTE, victim, helper, { ...use, count: 12 }),
    )
    const weekly = Array.from({ length: 8 }, (_, week) =>
      office.mail(start + (week + 1) * 7 * DAY + random.integer(0, 300) * MINUTE, victim, helper, {
        ...use,
        folder: random.pick(['Inbox', 'Sent Items', 'Projects']),
        count: random.integer(5, 20),
      }),
    )

    const strike = Date.parse('2026-04-14T06:40:00Z')
    const rule = office.rule(strike, victim, helper, HOST.ip, {
      Name: '.',
      SubjectOrBodyContainsWords: 'draft;helper;phishing;not me',
      MoveToFolder: 'RSS Feeds',
      MarkAsRead: 'True',
      StopProcessingRules: 'True',
    })
    const letters = Array.from({ length: 11 }, (_, i) =>
      office.send(
        strike + (12 + i) * MINUTE,
        victim,
        helper,
        use,
        'Please review the tender text with the new drafting tool',
      ),
    )
    const spread = [second, third].flatMap((person, i) => {
      const time = strike + (50 + i * 35) * MINUTE
      return [office.signIn(time - 30_000, person, helper, OFFICE), ...office.consent(time, person, helper, scopes)]
    })
    const spreadReads = [second, third].flatMap((person, i) =>
      Array.from({ length: 5 }, (_, k) =>
        office.mail(strike + (58 + i * 35 + k * 4) * MINUTE, person, helper, { ...use, count: 14 }),
      ),
    )
    const response = office.reset(strike + 5 * HOUR, admin, victim)
    const after = Array.from({ length: 6 }, (_, i) =>
      office.mail(strike + 6 * HOUR + i * 70 * MINUTE, victim, helper, { ...use, count: 9 }),
    )
    const removed = office.remove(strike + 27 * HOUR, admin, helper)

    return {
      records: inOrder([
        ...background,
        prompt,
        ...consent,
        entered,
        ...first,
        ...weekly,
        rule,
        ...letters,
        ...spread,
        ...spreadReads,
        ...response,
        ...after,
        ...removed,
      ]),
      firstHostile: idOf(prompt),
      dataLeft: idsOf([...first, ...weekly, ...spreadReads, ...after]),
      required: [
        {
          act: 'A user consents to an unknown application of another tenant that may read and send mail',
          ids: idsOf(consent),
          minimum: 'medium',
        },
        { act: 'The application makes a rule that hides the answers', ids: [idOf(rule)], minimum: 'high' },
        { act: 'The application sends letters to the colleagues', ids: idsOf(letters), minimum: 'medium' },
        { act: 'Colleagues consent to the same application within the hour', ids: idsOf(spread), minimum: 'medium' },
        { act: 'The application reads the mailbox after the password was reset', ids: idsOf(after), minimum: 'high' },
      ],
      quiet: idsOf(background),
    }
  },
})
