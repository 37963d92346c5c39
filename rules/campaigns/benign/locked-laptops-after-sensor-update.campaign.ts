// A faulty sensor update stops the laptops; the help desk reads recovery keys and local passwords for three days.
import { benignWork } from '../campaign.ts'
import { azureManagement, firstParty } from '../microsoft-clients.ts'
import { keySeen, managedDevices, passwordSeen, readKey } from '../microsoft-device-keys.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The help desk reads 150 recovery keys in three days, and an administrator reads the rest with a script',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/bitlockerrecoverykey-get',
    'https://blogs.microsoft.com/blog/2024/07/20/helping-our-customers-through-the-crowdstrike-outage/',
  ],
  resembles:
    'Five accounts read very many recovery keys and local administrator passwords; a script client gets a new wide permission and reads keys at night.',
  accounts: 5,
  days: 3,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'canalworks', {
      feeds: 'entra',
      from: '2026-04-20',
      days: 81,
      after: 10,
      people: 24,
      records: 640,
    })
    const laptops = managedDevices(log, 'CW-LT', 240)
    const desk = [tenant.helpdesk, person(5), person(8), person(10)]
    // One or two keys a week in ordinary times.
    routine(log, start - 80 * day, 80, 22, (at) => keySeen(log, at, random.pick(desk), random.pick(laptops)))
    routine(log, start - 80 * day, 80, 30, (at) => passwordSeen(log, at, random.pick(desk), random.pick(laptops)))

    const ids: string[] = []
    for (const [i, device] of laptops.slice(0, 150).entries()) {
      const who = desk[i % desk.length] ?? tenant.helpdesk
      // 80 on Friday, 60 on Saturday, the rest on Sunday.
      const d = i < 80 ? 0 : i < 140 ? 1 : 2
      const at = start + d * day + 6 * hour + random.integer(0, 11 * 60) * minute
      // On Saturday they work at home.
      const ip = d === 1 ? `203.0.113.${150 + (i % desk.length)}` : who.ip
      if (i % 12 === 0)
        ids.push(
          userSignIn(log, at - 2 * minute, {
            person: who,
            client: firstParty.azurePortal,
            resource: azureManagement,
            ip,
          }),
        )
      ids.push(keySeen(log, at, who, device, ip))
      if (i % 3 === 0) ids.push(passwordSeen(log, at + 4 * minute, who, device, ip))
    }

    // On Friday night the administrator reads the keys of the branch offices with Graph PowerShell.
    const { name, appId } = firstParty.graphTools
    const tools = makeApp(random, name, 'f8cdef31-a31e-4b4a-93e4-5f571e91255a', { appId, reply: 'http://localhost' })
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-US) PowerShell/7.5.0'
    const night = start + 21 * hour
    const session = random.uuid()
    const tokenId = token(log)
    const { admin, graph } = tenant
    ids.push(
      userSignIn(log, night, { person: admin, client: tools, resource: graph, ip: admin.ip, session }),
      ...auditConsent(
        log,
        night + 20_000,
        admin,
        { client: tools, resource: graph, scopes: 'BitlockerKey.Read.All Device.Read.All openid profile', user: admin },
        true,
      ),
      userSignIn(log, night + 40_000, {
        person: admin,
        client: tools,
        resource: graph,
        ip: admin.ip,
        interactive: false,
        session,
        tokenId,
      }),
    )
    const read = {
      client: firstParty.graphTools,
      person: admin,
      ip: admin.ip,
      permissions: 'BitlockerKey.Read.All Device.Read.All openid profile User.Read',
      agent,
      tokenId,
      wids: '62e90394-69f5-4237-9190-012177145e10',
    }
    for (const [i, device] of laptops.slice(150).entries())
      ids.push(...readKey(log, night + 2 * minute + i * 3_000, device, read))
    return { records: log.records(), ids }
  },
})
