import { Entra, type Keys, officeDays } from '../breach-entra.ts'
import {
  type App,
  at,
  idOf,
  idsOf,
  nth,
  ordered,
  type Person,
  type Place,
  people,
  workdays,
} from '../breach-layouts.ts'
import { Tenant } from '../breach-unified.ts'
import { attackCampaign } from '../campaign.ts'

const office: Place = { ip: '217.110.82.30', asn: 12312, country: 'DE', city: 'Bremen' }
const runner: Place = { ip: '20.55.14.201', asn: 8075, country: 'US', city: 'Washington' }
const rented: Place = { ip: '83.142.209.11', asn: 205759, country: 'NL', city: 'Amsterdam' }
const roles = 'Application.ReadWrite.OwnedBy'

export default attackCampaign({
  title: 'A secret from a poisoned build step gives keys to the applications that the deployer owns',
  sources: [
    'https://cqforensics.ai/blog/the-pipeline-is-the-target',
    'https://kaden-projects.com/blog/teampcp-supply-chain-campaign-anatomy',
    'https://www.harperfoley.com/blog/trivy-vulnerability-scanner-became-the-vulnerability',
  ],
  facts: [
    'On 19 March 2026 the scanner of the build read the secrets in the memory of the runners and sent them away.',
    'The thieves use the stolen cloud credentials within days from rented servers.',
    'A change of secrets that misses one of them leaves the intruder inside for weeks.',
    'The scan itself goes on without an error, so the build shows nothing.',
  ],
  build: (random) => {
    const tenant = new Tenant(random, 'weserlicht.example')
    const entra = new Entra(tenant)
    const staff = people(random, tenant.domain, 'anke bodo carla detlef edda frauke gesa heiko imke jens')
    const admin = nth(staff, 0)
    const deployer = tenant.app('platform-deployer')
    const key = random.uuid()
    const names = ['invoice-mailer', 'crm-archive', 'meter-portal', 'survey-mailer', 'asset-sync']
    const owned = names.map((name) => ({
      app: tenant.app(name),
      object: random.uuid(),
      old: random.uuid(),
      fresh: random.uuid(),
    }))
    const mailer = nth(owned, 0)
    const archive = nth(owned, 1)
    const forgotten = nth(owned, 3)

    const call = (time: Date, ip: string, method: string, path: string) =>
      entra.graphCall(time, deployer, ip, method, path, roles)
    const background = ordered(
      officeDays(tenant, staff, '2026-01-05', 96, office),
      workdays('2026-01-05', 74).flatMap((date) => [
        entra.appSignIn(at(`${date}T10:00:00Z`, random.number() * 240), deployer, runner, key),
        call(at(`${date}T10:05:00Z`, random.number() * 240), runner.ip, 'GET', '/applications?$top=50'),
        ...owned.map((own) => entra.appSignIn(at(`${date}T03:00:00Z`, random.number() * 90), own.app, runner, own.old)),
        tenant.mail(at(`${date}T04:40:00Z`), nth(staff, 5), mailer.app, runner.ip, random.integer(2, 6), true),
      ]),
      workdays('2026-03-24', 17).flatMap((date) =>
        owned
          .slice(2)
          .map((own) => entra.appSignIn(at(`${date}T03:00:00Z`, random.number() * 90), own.app, runner, own.old)),
      ),
    )

    const entry = entra.appSignIn(at('2026-03-21T01:12:08Z'), deployer, rented, key)
    const look = ['/applications?$top=999', '/servicePrincipals?$top=999', '/users?$top=999', '/organization'].map(
      (path, i) => call(at('2026-03-21T01:13:00Z', i * 0.6), rented.ip, 'GET', path),
    )
    const posts = owned.map((own, i) =>
      call(at('2026-03-21T01:29:58Z', i * 1.5), rented.ip, 'POST', `/applications/${own.object}/addPassword`),
    )
    const added = owned.map((own, i) => {
      const before: Keys = [[own.old, 'pipeline']]
      const after: Keys = [...before, [own.fresh, 'rotation']]
      return entra.keys(at('2026-03-21T01:30:00Z', i * 1.5), deployer, rented.ip, own.app, own.object, before, after)
    })
    const used = [mailer, archive].map((own, i) =>
      entra.appSignIn(at('2026-03-21T01:52:00Z', i * 3), own.app, rented, own.fresh),
    )
    const read = (time: Date, who: Person, app: App) =>
      tenant.mail(time, who, app, rented.ip, random.integer(30, 90), true)
    const mail = staff.flatMap((who, i) =>
      [0, 3].map((n) => read(at('2026-03-21T01:58:00Z', i * 9 + n), who, mailer.app)),
    )
    const papers = Array.from({ length: 60 }, (_, i) => `Vertrag ${i + 1}.pdf`)
    const files = papers.map((name, i) =>
      tenant.file(at('2026-03-21T03:40:00Z', i * 0.8), undefined, archive.app, rented.ip, 'contracts', name),
    )

    // The team changes the secret of the deployer and of two applications, and misses three.
    const changed = (time: Date, app: App, object: string, before: Keys) =>
      entra.keys(time, admin, office.ip, app, object, before, [[random.uuid(), 'changed']])
    const response = [
      changed(at('2026-03-23T09:00:00Z'), deployer, random.uuid(), [[key, 'actions']]),
      ...[mailer, archive].map(({ app, object, old, fresh }, i) => {
        const before: Keys = [[old, 'pipeline']]
        return changed(at('2026-03-23T09:20:00Z', i * 6), app, object, [...before, [fresh, 'rotation']])
      }),
    ]
    const back = [0, 1, 2].map((i) =>
      entra.appSignIn(at('2026-03-30T02:05:00Z', i * 1445), forgotten.app, rented, forgotten.fresh),
    )
    const backMail = staff.slice(2, 7).map((who, i) => read(at('2026-03-30T02:09:00Z', i * 4), who, forgotten.app))
    return {
      records: ordered(background, [entry], look, posts, added, used, mail, files, response, back, backMail),
      firstHostile: idOf(entry),
      dataLeft: idsOf([...mail, ...files, ...backMail]),
      required: [
        { act: 'the deployer signs in from a rented server', ids: [idOf(entry), ...idsOf(look)], minimum: 'medium' },
        {
          act: 'the deployer adds secrets to five applications in minutes',
          ids: idsOf([...added, ...posts]),
          minimum: 'high',
        },
        { act: 'applications sign in with the new keys from the same server', ids: idsOf(used), minimum: 'high' },
        {
          act: 'the mailer and the archive read all mailboxes and the contracts',
          ids: idsOf([...mail, ...files]),
          minimum: 'medium',
        },
        {
          act: 'a forgotten key still works after the change of secrets',
          ids: idsOf([...back, ...backMail]),
          minimum: 'high',
        },
      ],
      quiet: idsOf(background),
    }
  },
})
