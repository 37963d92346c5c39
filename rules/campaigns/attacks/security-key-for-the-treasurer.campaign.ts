import { attackCampaign } from '../campaign.ts'
import { keyForPerson } from '../microsoft-authentication.ts'
import { firstParty } from '../microsoft-clients.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, type Log, makeApp, minute, type Person } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'The application of the card desk registers a security key of the attacker for the treasurer',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/authentication-post-fido2methods?view=graph-rest-1.0',
    'https://blog.icewolf.ch/archive/2024/10/25/register-FIDO2-passkey-in-entra-id-on-behalf-of-users-with-powershell',
    'https://attack.mitre.org/techniques/T1556/006/',
  ],
  facts: [
    'An application with UserAuthenticationMethod.ReadWrite.All can register a passkey for any person.',
    'It asks for creationOptions, makes the key on a machine of its own, and posts the public part to fido2Methods.',
    'The key passes the strongest rules, and no password changes.',
    'The attacker holds the secret of an application that does this work every week.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'quarrystone-bank', {
      feeds: 'entra',
      from: '2026-01-12',
      days: 80,
      after: 18,
      people: 24,
      records: 900,
    })
    const desk = makeApp(random, 'Card Desk Enrolment', tenant.id, { ip: '198.51.100.64', agent: 'card-desk/3.2' })
    const issue = (to: Log, at: number, who: Person, ip: string, agent: string): readonly string[] => {
      const used = { client: desk, ip, agent, permissions: 'User.Read.All UserAuthenticationMethod.ReadWrite.All' }
      const uri = `/users/${who.oid}/authentication/fido2Methods`
      return [
        appSignIn(to, at, { app: desk, resource: tenant.graph, ip }),
        graphCall(to, at + 4_000, { ...used, uri: `${uri}/creationOptions` }),
        graphCall(to, at + 50_000, { ...used, uri, method: 'POST', status: 201 }),
        keyForPerson(to, at + 51_000, desk, who),
      ]
    }
    // The desk hands out one or two keys a week to new colleagues.
    const work: string[] = []
    routine(log, start - 80 * day, 80, 15, (at) => {
      const ids = issue(log, at, person(random.integer(9, 23)), desk.ip, desk.agent)
      if (at > start - 50 * day) work.push(...ids)
      return ids[0] ?? ''
    })
    const treasurer = person(5)
    const at = start + 5 * day + 20 * hour + 26 * minute
    const hostile = issue(log, at, treasurer, '192.0.2.164', 'Mozilla/5.0 PowerShell/7.5.3')
    const signIns = [0, 1, 4, 8].map((d) =>
      userSignIn(log, at + d * day + 11 * minute + random.integer(0, 30) * minute, {
        person: treasurer,
        client: firstParty.officeHome,
        resource: d === 1 ? tenant.sharepoint : tenant.exchange,
        ip: '192.0.2.165',
      }),
    )
    const read = graphCall(log, at + day + 45 * minute, {
      client: firstParty.office,
      person: treasurer,
      ip: '192.0.2.165',
      uri: "/me/drive/root/search(q='IBAN')",
      permissions: 'Files.ReadWrite.All Mail.ReadWrite User.Read',
      agent: 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    })
    return {
      records: log.records(),
      firstHostile: hostile[0] ?? '',
      dataLeft: [read],
      required: [
        {
          act: 'The application of the card desk comes from a foreign network at night and registers a key for a person',
          ids: hostile,
          minimum: 'medium',
        },
        {
          act: 'The treasurer is used from the foreign network',
          ids: [...hostile.slice(2), ...signIns, read],
          minimum: 'low',
        },
      ],
      quiet: [...quiet, ...work.slice(0, 12)],
    }
  },
})
