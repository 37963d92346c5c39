// A developer lets the cloud sign token requests for a delegated service account and reads what others own.
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { accountEmail, type ServiceAccount, signJwt } from '../google-cloud-layouts.ts'
import { file, impersonation, use } from '../google-events.ts'
import { type App, ids, MINUTE, network, organization, person, scope, time, timeline } from '../google-layouts.ts'

const until = time('2026-06-18T00:00:00Z')

export default attackCampaign({
  title: 'Insider gets delegated tokens through the signing service of the cloud project',
  sources: ['https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/'],
  facts: [
    'A developer with editor rights in a project can make tokens for a delegated service account.',
    'The delegation lets the token act as any user of the Workspace domain, far above the rights of the developer.',
    'No new key and no change in the Workspace console is needed.',
    'The cloud audit log shows the call on the service account; the Workspace log shows the calls of its client.',
  ],
  build: (random) => {
    const org = organization(random, 'tallgrass.example', 14)
    const quietDays = background(org, { until, days: 90, records: 300 })
    const account: ServiceAccount = {
      project: 'tallgrass-hr',
      name: 'hr-directory-sync',
      number: `1${random.digits(20)}`,
    }
    const client = (scopes: readonly string[]): App => ({
      id: account.number,
      name: account.number,
      type: 'TYPE_UNSPECIFIED',
      scopes: scopes.map(scope),
    })
    const sync = client(['admin.directory.user.readonly'])
    const cloud = network('203.0.113.81', 64540, 'BE')
    const nightly = steadyUse(org, sync, {
      until,
      days: 89,
      count: 64,
      people: [org.admin],
      from: cloud,
      methods: ['directory.users.list'],
      impersonates: true,
    })
    const developer = person(org, 3)
    const project = random.digits(12)
    const drive = client(['drive.readonly'])
    const start = time('2026-06-18T19:32:40Z')
    const victims = [1, 2, 4, 5, 6, 7, 9, 11].map((index) => person(org, index))
    const signed = victims.map((_, index) =>
      signJwt(org, { at: start + index * 3 * MINUTE, who: developer, from: developer.home, account }),
    )
    const taken = victims.map((who, index) =>
      impersonation(org, {
        at: start + index * 3 * MINUTE + 1500,
        who,
        from: developer.home,
        app: drive,
        account: accountEmail(account),
      }),
    )
    const calls = victims.flatMap((who, index) => {
      const at = start + index * 3 * MINUTE + 4000
      return [
        use(org, {
          at,
          who,
          app: drive,
          from: developer.home,
          method: 'drive.files.list',
          bytes: 42_000,
          impersonates: true,
        }),
        ...Array.from({ length: 5 }, (_, step) =>
          use(org, {
            at: at + 3000 + step * 5000,
            who,
            app: drive,
            from: developer.home,
            method: 'drive.files.get',
            bytes: random.integer(70_000, 2_000_000),
            impersonates: true,
          }),
        ),
      ]
    })
    const titles = ['Salaries', 'Acquisition plan', 'Board minutes', 'Contracts', 'Security review']
    const downloads = victims.flatMap((who, index) =>
      titles.map((title, step) =>
        file(org, {
          at: start + index * 3 * MINUTE + 7000 + step * 5000,
          who,
          from: developer.home,
          name: 'download',
          title,
          app: { ...drive, id: `${project}-drive` },
        }),
      ),
    )
    return {
      records: timeline(quietDays.records, nightly, signed, taken, calls, downloads),
      firstHostile: ids(signed)[0] ?? '',
      dataLeft: ids(downloads, calls),
      required: [
        {
          act: 'delegation used for many users and Drive, which it never touched',
          ids: ids(signed, taken, calls),
          minimum: 'medium',
        },
        { act: 'files of many owners downloaded by one client', ids: ids(downloads, calls), minimum: 'medium' },
      ],
      quiet: [...quietDays.quiet, ...ids(nightly.slice(-8))],
    }
  },
})
