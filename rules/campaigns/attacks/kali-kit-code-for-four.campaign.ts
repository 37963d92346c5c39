import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { polledOnly } from '../microsoft-one-source.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A rented kit gets device codes confirmed by four people in nine days, seen in polled sign-ins alone',
  sources: [
    'https://scopable.io/blog/kali365-microsoft-365-msp-checklist',
    'https://agathasweb.com/blog/fbi-alerta-microsoft-365-outlook-onedrive',
  ],
  facts: [
    'The FBI warned on 21 May 2026 of Kali365, a kit that is sold on Telegram since April 2026.',
    'The victim enters a code on the genuine page of Microsoft and passes multifactor authentication.',
    'The kit gets access and refresh tokens, and needs neither the password nor another factor.',
    'It reads Outlook, Teams and OneDrive with these tokens until they are revoked.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'greywick-foods', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-03-09',
      days: 77,
      after: 20,
      people: 24,
      records: 1_100,
    })
    // A developer of the house signs in with a code now and then.
    const { developer } = tenant
    const codes = routine(log, start - 77 * day, 77, 11, (at) =>
      userSignIn(log, at, {
        person: developer,
        client: firstParty.azureCli,
        resource: tenant.graph,
        ip: developer.ip,
        protocol: 'deviceCode',
      }),
    )
    const confirmed: string[] = []
    const foreign: string[] = []
    const waves = [
      [6, 1, '192.0.2.31'],
      [11, 1, '192.0.2.31'],
      [17, 5, '192.0.2.87'],
      [20, 9, '192.0.2.112'],
    ] as const
    for (const [number, later, ip] of waves) {
      const victim = person(number)
      const at = start + later * day + 8 * hour + random.integer(0, 360) * minute
      const session = random.uuid()
      const used = { person: victim, client: firstParty.office, session, protocol: 'deviceCode' }
      confirmed.push(userSignIn(log, at, { ...used, resource: tenant.graph, ip: victim.ip }))
      const resources = [tenant.exchange, tenant.graph, tenant.sharepoint]
      for (let i = 0; i < 9; i += 1)
        foreign.push(
          userSignIn(log, at + (i === 0 ? 2 * minute : i * 19 * hour + random.integer(0, 200) * minute), {
            ...used,
            resource: resources[i % 3] ?? tenant.graph,
            client: i % 3 === 1 ? firstParty.teams : firstParty.office,
            ip,
            agent: 'axios/1.13.2',
            interactive: false,
            incoming: 'refreshToken',
            protocol: 'none',
          }),
        )
    }
    const kept = polledOnly(log.records(), [...quiet, ...codes.slice(0, 4)], 'signIns')
    return {
      records: kept.records,
      firstHostile: confirmed[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'A person who never used a code confirms one, or the session goes on in a foreign network',
          ids: [...confirmed, ...foreign],
          minimum: 'medium',
        },
        {
          act: 'The tokens of the fourth person are used from another country within two minutes',
          ids: [confirmed[3] ?? '', ...foreign.slice(27)],
          minimum: 'medium',
        },
      ],
      quiet: kept.ids,
    }
  },
})
