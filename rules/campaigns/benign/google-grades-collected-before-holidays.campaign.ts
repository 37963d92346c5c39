import { at, idsOf, nth, ordered, type Place, people, Workspace, workdays } from '../breach-layouts.ts'
import { benignWork } from '../campaign.ts'

const school: Place = { ip: '193.61.144.8', asn: 786, country: 'GB', city: 'Belfast' }
const regions: readonly Place[] = [
  { ip: '34.89.12.7', asn: 396982, country: 'GB', city: 'London' },
  { ip: '34.89.12.58', asn: 396982, country: 'GB', city: 'London' },
  { ip: '34.147.201.90', asn: 396982, country: 'GB', city: 'London' },
]
const scopes = [
  'classroom.courses.readonly',
  'classroom.rosters.readonly',
  'classroom.coursework.students',
  'classroom.announcements',
  'drive.readonly',
]

export default benignWork({
  title: 'A grade book collects all rosters and submissions of a school in the last days of term',
  sources: [
    'https://zuplo.com/blog/instructure-canvas-breach-api-key-rotation-lessons',
    'https://developers.google.com/classroom/reference/rest',
  ],
  resembles:
    'One client uses the tokens of all teachers in the same hours of the night, from an address that it got that week, and reads rosters, submissions and documents ten times as often as before.',
  accounts: 26,
  days: 95,
  allowed: 'low',
  build: (random) => {
    const workspace = new Workspace(random)
    const teachers = people(
      random,
      'lagan-college.example',
      Array.from({ length: 26 }, (_, i) => `staff${i + 1}`).join(' '),
    )
    const book = workspace.client('Term Grade Book')
    const admin = nth(teachers, 0)
    const trust = workspace.admin(
      at('2026-03-16T09:00:00Z'),
      admin,
      school,
      'SECURITY_SETTINGS',
      'ADD_TO_TRUSTED_OAUTH2_APPS',
      {
        OAUTH2_APP_ID: book.id,
        OAUTH2_APP_NAME: book.name,
        OAUTH2_APP_TYPE: 'WEB_APPLICATION',
        ORG_UNIT_NAME: 'Lagan College',
      },
    )
    const grants = teachers.map((who, i) =>
      workspace.grant(at('2026-03-17T08:30:00Z', i * 13), 'authorize', who, school, book, scopes),
    )
    const daily = workdays('2026-03-18', 84).flatMap((date) =>
      teachers
        .filter(() => random.number() < 0.7)
        .flatMap((who) =>
          ['classroom.courses.courseWork.list', 'classroom.courses.students.list'].map((method) =>
            workspace.call(
              at(`${date}T15:00:00Z`, random.number() * 240),
              who,
              nth(regions, random.integer(0, 1)),
              book,
              method,
              random.integer(3000, 12_000),
            ),
          ),
        ),
    )
    const term = ['2026-06-10', '2026-06-11', '2026-06-12'].flatMap((date) =>
      teachers.flatMap((who, t) => [
        ...Array.from({ length: 6 }, (_, i) =>
          workspace.call(
            at(`${date}T20:00:00Z`, t * 4 + i * 0.5),
            who,
            random.pick(regions),
            book,
            'classroom.courses.courseWork.studentSubmissions.list',
            random.integer(20_000, 90_000),
          ),
        ),
        ...Array.from({ length: 8 }, (_, i) =>
          workspace.call(
            at(`${date}T22:00:00Z`, t * 4 + i * 0.4),
            who,
            random.pick(regions),
            book,
            'drive.files.get',
            random.integer(20_000, 300_000),
          ),
        ),
      ]),
    )
    const work = ordered([trust], grants, daily, term)
    return { records: ordered(workspace.office(teachers, '2026-03-11', 95, school), work), ids: idsOf(work) }
  },
})
