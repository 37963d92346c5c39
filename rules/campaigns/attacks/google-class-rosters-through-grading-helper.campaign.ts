import { at, idOf, idsOf, nth, ordered, type Place, people, Workspace, workdays } from '../breach-layouts.ts'
import { attackCampaign } from '../campaign.ts'

const school: Place = { ip: '217.169.31.12', asn: 20712, country: 'GB', city: 'Leeds' }
const vendor: Place = { ip: '35.189.92.40', asn: 396982, country: 'GB', city: 'London' }
const thief: Place = { ip: '146.70.133.21', asn: 9009, country: 'RO', city: 'Bucharest' }
const other: Place = { ip: '146.70.133.88', asn: 9009, country: 'RO', city: 'Bucharest' }
const teaching = [
  'classroom.courses.readonly',
  'classroom.rosters.readonly',
  'classroom.coursework.students',
  'classroom.announcements',
  'drive.readonly',
]
const reading = ['gmail.readonly', 'drive.readonly', 'userinfo.email', 'openid']

export default attackCampaign({
  title: 'Stolen tokens of a grading helper read class rosters and post a lure to the pupils',
  sources: [
    'https://www.docontrol.io/blog/instructure-data-breach',
    'https://zuplo.com/blog/instructure-canvas-breach-api-key-rotation-lessons',
    'https://blog.vertexops.org/instructure-canvas-breach-saas-supply-chain',
  ],
  facts: [
    'In April and May 2026 thieves took names, addresses, student numbers and messages from a learning platform that schools connect.',
    'The vendor noticed on 29 April, and revoked keys and tokens only in part at first.',
    'On 7 May the same group changed pages that pupils and teachers saw.',
    'One broken vendor exposes all schools that gave it access.',
  ],
  build: (random) => {
    const workspace = new Workspace(random)
    const domain = 'aireside-academy.example'
    const numbered = (word: string, count: number) =>
      people(random, domain, Array.from({ length: count }, (_, i) => `${word}${i + 1}`).join(' '))
    const [teachers, pupils, admin] = [numbered('teacher', 22), numbered('pupil', 40), nth(numbered('it-office', 1), 0)]
    const helper = workspace.client('MarkMate')
    const results = workspace.client('MarkMate Results')
    const usual = (from: string, days: number) =>
      workdays(from, days).flatMap((date) =>
        teachers
          .filter(() => random.number() < 0.5)
          .flatMap((who) => [
            workspace.call(
              at(`${date}T14:00:00Z`, random.number() * 180),
              who,
              vendor,
              helper,
              'classroom.courses.courseWork.list',
              3200,
            ),
            workspace.call(
              at(`${date}T17:10:00Z`, random.number() * 60),
              who,
              vendor,
              helper,
              'drive.files.get',
              random.integer(8000, 40_000),
            ),
          ]),
      )
    const background = ordered(
      workspace.office([...teachers, admin], '2026-02-23', 80, school),
      workspace.office(pupils.slice(0, 8), '2026-02-23', 80, school),
      teachers.map((who, i) =>
        workspace.grant(at('2026-02-24T08:20:00Z', i * 5), 'authorize', who, school, helper, teaching),
      ),
      usual('2026-02-25', 58),
    )

    // The tokens of all teachers are used from a rented network in the same two hours.
    const lists = ['courses.list', 'courses.students.list', 'courses.courseWork.studentSubmissions.list']
    const methods = lists.map((name) => `classroom.${name}`)
    const gets = Array.from({ length: 9 }, () => 'drive.files.get')
    const rosters = workspace.calls('2026-04-25T01:05:00Z', teachers, 4, thief, helper, methods)
    const files = workspace.calls('2026-04-25T02:50:00Z', teachers, 5, thief, helper, gets)
    const opened = teachers
      .slice(0, 6)
      .flatMap((who, t) =>
        [1, 2, 3, 4, 5].map((i) =>
          workspace.drive(at('2026-04-25T02:50:00Z', t * 5 + i), 'download', who, thief, `Reports ${i}`, helper),
        ),
      )
    const lure = ['classroom.courses.announcements.create']
    const posts = workspace.calls('2026-05-07T06:30:00Z', teachers.slice(0, 5), 2, thief, helper, lure)
    const caught = pupils.slice(10, 28)
    const wave = caught.map((who, i) =>
      workspace.grant(at('2026-05-07T07:45:00Z', i * 11), 'authorize', who, school, results, reading),
    )
    const letters = Array.from({ length: 6 }, () => 'gmail.users.messages.get')
    const mail = workspace.calls('2026-05-07T16:00:00Z', caught, 7, other, results, letters)

    // The school blocks the helper whose announcement it saw; the second client of the pupils stays.
    const block = workspace.admin(
      at('2026-05-08T08:02:00Z'),
      admin,
      school,
      'SECURITY_SETTINGS',
      'ADD_TO_BLOCKED_OAUTH2_APPS',
      {
        OAUTH2_APP_ID: helper.id,
        OAUTH2_APP_NAME: helper.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
        ORG_UNIT_NAME: 'Aireside Academy',
      },
    )
    const resets = caught.map((who, i) =>
      workspace.admin(at('2026-05-08T08:30:00Z', i), admin, school, 'USER_SETTINGS', 'RESET_SIGNIN_COOKIES', {
        USER_EMAIL: who.upn,
      }),
    )
    const later = workspace.calls('2026-05-10T22:00:00Z', pupils.slice(12, 22), 6, other, results, [
      'drive.files.list',
      ...gets.slice(0, 3),
    ])
    return {
      records: ordered(
        background,
        usual('2026-04-27', 11),
        rosters,
        files,
        opened,
        posts,
        wave,
        mail,
        [block],
        resets,
        later,
      ),
      firstHostile: idOf(nth(rosters, 0)),
      dataLeft: idsOf([...rosters, ...files, ...opened, ...mail, ...later]),
      required: [
        {
          act: 'the helper works for all teachers from a network of strangers',
          ids: idsOf(rosters),
          minimum: 'medium',
        },
        { act: 'the helper takes hundreds of documents there', ids: idsOf([...files, ...opened]), minimum: 'medium' },
        { act: 'a wave of pupils lets a new client read their mail', ids: idsOf(wave.slice(3)), minimum: 'medium' },
        { act: 'the new client reads the mail of eighteen pupils', ids: idsOf(mail), minimum: 'medium' },
        { act: 'the second client reads on after the first is blocked', ids: idsOf(later), minimum: 'medium' },
      ],
      quiet: idsOf(background),
    }
  },
})
