// The picture service of a shop lets one central account sign its download links.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { createAccount } from '../google-cloud-layouts.ts'
import { changeMember, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { accessToken, through } from '../google-federation.ts'
import { run } from '../google-grants.ts'
import { DAY, HOUR, ids, inUnit, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { signBlob, signsForItself, subjectOf } from '../google-signed-blobs.ts'

const until = time('2026-05-30T00:00:00Z')

export default benignWork({
  title: 'A shop moves the signing of its download links to one central account, behind a chain of accounts',
  sources: ['https://docs.cloud.google.com/storage/docs/access-control/signed-urls'],
  resembles:
    'Rights on a new account are granted, and it signs bytes for another account hundreds of times, beside a delegated account.',
  accounts: 4,
  days: 12,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'brambleford.example', 16)
    const start = time('2026-05-18T08:30:00Z')
    const quiet = background(org, { until, days: 110, records: 340 })
    const engineer = inUnit(org, 'Engineering')[0] ?? person(org, 3)
    const account = (name: string) => ({ project: 'brambleford-shop', name, number: `1${random.digits(20)}` })
    const front = account('picture-front')
    const gate = account('picture-gate')
    const signer = account('link-signer')
    const rota = account('rota-writer')
    const cloud = network('192.0.2.34', 15169, 'BE')
    const second = network('192.0.2.35', 15169, 'NL')

    const before = Array.from({ length: 160 }, () => signsForItself(org, workMoment(org, start, 85), front, cloud))
    const daily = dailyDelegation(org, {
      first: until - 108 * DAY + 5 * HOUR,
      days: 107,
      people: [person(org, 5), person(org, 8), person(org, 12)],
      app: delegatedApp(rota, 'Rota writer', ['calendar.events']),
      account: rota,
      from: cloud,
      methods: ['calendar.events.list', 'calendar.events.insert'],
    })
    const made = createAccount(org, { at: start, who: engineer, from: org.office, account: signer })
    const rights = [
      { account: signer, member: subjectOf(gate) },
      { account: gate, member: subjectOf(front) },
      { account: signer, member: `user:${engineer.email}` },
    ].map((right, index) =>
      changeMember(org, {
        at: start + (5 + index * 4) * MINUTE,
        who: engineer,
        from: org.office,
        action: 'ADD',
        role: 'roles/iam.serviceAccountTokenCreator',
        ...right,
      }),
    )
    // The engineer tests the chain from the office, before the service uses it.
    const tests = run(org, { start: start + 40 * MINUTE, count: 5, gap: [30, 200] }, (at) =>
      signBlob(org, {
        at,
        from: org.office,
        caller: { email: engineer.email, subject: `user:${engineer.email}` },
        account: signer,
      }),
    )
    const days = Array.from({ length: 11 }, (_, day) => start + day * DAY + 3 * HOUR)
    const tokens = days.map((at) =>
      accessToken(org, { at: at - MINUTE, from: cloud, caller: through(front), account: gate }),
    )
    const links = days.flatMap((day, index) =>
      run(org, { start: day, count: random.integer(30, 50), gap: [5, 400] }, (at) =>
        signBlob(org, {
          at,
          from: index > 5 && random.integer(1, 3) === 1 ? second : cloud,
          caller: through(gate, subjectOf(front)),
          account: signer,
        }),
      ),
    )
    return {
      records: timeline(quiet.records, before, daily, [made], rights, tests, tokens, links),
      ids: ids([made], rights, tests, tokens, links),
    }
  },
})
