import { attackCampaign } from '../campaign.ts'
import { legacySignIn } from '../microsoft-legacy.ts'
import { polledOnly } from '../microsoft-one-source.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const networks = [41, 47, 58, 63, 90, 112].map((n) => `192.0.2.${n}`)

export default attackCampaign({
  title: 'Passwords are tried through old mail protocols, and two mailboxes are then opened without a second factor',
  sources: [
    'https://guardz.com/blog/the-90-day-siege-inside-a-global-campaign/',
    'https://redcanary.com/blog/threat-detection/bav2ropc/',
    'https://www.commandzero.ai/investigations/credential-theft-campaign-targeting-legacy-protocols-blocked-by-conditional',
  ],
  facts: [
    'Entra turns a password that comes through an old mail protocol into an OAuth request with the user agent BAV2ROPC.',
    'The request is of the type that carries a password, so no second factor is asked.',
    'The attempts are few for each account and come from many networks of several countries.',
    'The targets are Authenticated SMTP and the password flow of Office 365 Exchange Online.',
    'Accounts with a right password are then used over IMAP from other networks.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'lark-foundry', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-01-12',
      days: 56,
      after: 24,
      people: 24,
      records: 900,
    })
    // The scanner in the entrance sends its pages through the same protocol, from the office.
    const scanner = routine(log, start - 56 * day, 76, 60, (at) =>
      legacySignIn(log, at, { person: person(20), ip: tenant.helpdesk.ip, protocol: 'Authenticated SMTP' }),
    )
    const tries: string[] = []
    const opened: string[] = []
    // One guess for each account in a night, two nights of three.
    for (let night = 0; night < 7; night += 1) {
      if (night % 3 === 2) continue
      for (let i = 3; i < 19; i += 1) {
        if (random.number() < 0.3) continue
        const at = start + night * day + 20 * hour + i * 23 * minute + random.integer(0, 15) * minute
        const ip = random.pick(networks)
        const protocol = random.pick(['Authenticated SMTP', 'Other clients'] as const)
        const locked = random.number() < 0.2
        const result = locked
          ? { error: 50053, reason: "The account is locked, you've tried to sign in too many times." }
          : { error: 50126 }
        tries.push(legacySignIn(log, at, { person: person(i), ip, protocol, ...result }))
      }
    }
    for (const [i, night] of [
      [8, 4],
      [13, 6],
    ] as const) {
      const at = start + night * day + 23 * hour + i * 2 * minute
      opened.push(legacySignIn(log, at, { person: person(i), ip: random.pick(networks), protocol: 'Other clients' }))
      // Twice a week, from one network for each mailbox.
      for (let visit = 0; visit < 4; visit += 1)
        opened.push(
          legacySignIn(log, at + (2 + visit * 3) * day + random.integer(0, 240) * minute, {
            person: person(i),
            ip: `192.0.2.${170 + i}`,
            protocol: 'IMAP4',
          }),
        )
    }
    const kept = polledOnly(log.records(), [...quiet, ...scanner], 'signIns')
    return {
      records: kept.records,
      firstHostile: tries[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'Mailboxes are opened from foreign networks with a password alone, after a night of wrong passwords',
          ids: opened,
          minimum: 'medium',
        },
      ],
      quiet: kept.ids,
    }
  },
})
