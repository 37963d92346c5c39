import { attackCampaign, type RawRecord } from '../campaign.ts'
import {
  DAY,
  HOUR,
  idOf,
  idsOf,
  inOrder,
  MINUTE,
  type Person,
  spaceDays,
  staff,
  timeOf,
  Workspace,
  workdays,
} from '../field-layouts.ts'

const OFFICE = { ip: '198.51.100.150', asn: 64_514, country: 'FR', city: 'Lyon' }
const CLOUD = { ip: '192.0.2.120', asn: 396_982, country: 'BE', city: 'Saint-Ghislain' }
const VENDOR = { ip: '192.0.2.72', asn: 16_509, country: 'IE', city: 'Dublin' }
const HOST = { ip: '203.0.113.205', asn: 64_626, country: 'MD', city: 'Chisinau' }
const SCOPES = ['https://mail.google.com/', 'gmail.settings.sharing', 'admin.directory.user.readonly']

export default attackCampaign({
  title: 'The key of a delegated service account reads the mail of the directors, and comes back with the delegation',
  sources: [
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover',
    'https://www.paloaltonetworks.com/blog/?p=360729',
  ],
  facts: [
    'A service account with domain-wide delegation can act as any user of the domain within its scopes.',
    'Whoever has a key of the account, or may make one in its project, gets tokens for these users.',
    'The calls appear in the log of the impersonated users, with the client of the service account.',
    'A new key is made in Google Cloud, which the Workspace log does not show.',
    'Only the removal of the delegation or of the keys ends the access.',
  ],
  build: (random) => {
    const space = new Workspace(random, 'vallonmed.example')
    const people = staff(random, 'vallonmed.example', 22, OFFICE)
    const [admin, chief, treasurer, counsel, ...rest] = people as [Person, Person, Person, Person, ...Person[]]
    const robot = space.robot('signature-service')
    const days = workdays('2026-02-02', 100)
    const background = spaceDays(space, people, days, [
      {
        client: space.client('Survey Corner'),
        scopes: ['openid', 'email', 'drive.file'],
        methods: ['drive.files.create', 'drive.files.get'],
        servers: [VENDOR],
      },
    ])
    // The service account writes the signatures of a few people each day, from its own place in Google Cloud.
    for (const day of days) {
      for (let i = 0; i < 4; i += 1) {
        const person = random.pick(people)
        background.push(
          space.call(day + 4 * HOUR + i * MINUTE, person, CLOUD, robot, 'gmail.users.settings.sendAs.patch', 530),
        )
      }
      background.push(space.call(day + 4 * HOUR - MINUTE, admin, CLOUD, robot, 'directory.users.list', 21_000))
    }

    const start = Date.parse('2026-05-06T21:14:00Z')
    const directory = space.call(start, admin, HOST, robot, 'directory.users.list', 64_000)
    const key = space.cloudKey(
      start + 25 * MINUTE,
      'signature-service@vallonmed-tools.iam.gserviceaccount.com',
      HOST.ip,
      'vallonmed-tools',
      'signature-service@vallonmed-tools.iam.gserviceaccount.com',
      'google-cloud-sdk gcloud/541.0.0',
    )
    const theft = (from: number, targets: readonly Person[], each: number) =>
      targets.flatMap((person, i) =>
        Array.from({ length: each }, (_, k) =>
          space.call(
            from + i * 20 * MINUTE + k * 15_000,
            person,
            HOST,
            robot,
            k % 9 ? 'gmail.users.messages.get' : 'gmail.users.messages.list',
            random.integer(20_000, 400_000),
          ),
        ),
      )
    const reads = theft(start + 32 * MINUTE, [chief, treasurer, counsel, ...rest.slice(0, 5)], 27)
    const settings = [
      'gmail.users.settings.forwardingAddresses.create',
      'gmail.users.settings.updateAutoForwarding',
    ].map((method, i) => space.call(start + 4 * HOUR + i * MINUTE, treasurer, HOST, robot, method, 380))
    const forward = space.forward(start + 4 * HOUR + 2 * MINUTE, treasurer, HOST, 'vallonmed.copies@freemail.example')

    const taken = space.delegation(start + 2 * DAY, admin, robot)
    // The signatures stop, and the administrator gives the delegation back. The stolen key is still valid.
    const again = start + 5 * DAY + 11 * HOUR
    const given = space.delegation(again, admin, robot, SCOPES)
    const second = theft(again + 8 * HOUR, [chief, treasurer], 18)
    const end = space.delegation(again + 2 * DAY, admin, robot)
    // While the delegation is taken away, the service account cannot work.
    const robots = (record: RawRecord) => JSON.stringify(record).includes(robot.id)
    const usual = background.filter((record) => {
      const time = timeOf(record)
      return !robots(record) || time < start + 2 * DAY || (time > again && time < again + 2 * DAY)
    })

    return {
      records: inOrder([...usual, directory, key, ...reads, ...settings, forward, taken, given, ...second, end]),
      firstHostile: idOf(directory),
      dataLeft: idsOf([directory, ...reads, ...second]),
      required: [
        {
          act: 'The service account reads the mail of directors from a strange network',
          ids: idsOf(reads),
          minimum: 'high',
        },
        {
          act: 'The service account forwards the mail of the treasurer to an address outside',
          ids: idsOf([...settings, forward]),
          minimum: 'high',
        },
        {
          act: 'The delegation for all mail is given again to the abused client',
          ids: [idOf(given)],
          minimum: 'medium',
        },
        { act: 'The stolen key reads mail again after the response', ids: idsOf(second), minimum: 'high' },
      ],
      // From the theft on, the own work of the service account may stand in the same alert.
      quiet: idsOf(usual.filter((record) => timeOf(record) < start || !robots(record))),
    }
  },
})
