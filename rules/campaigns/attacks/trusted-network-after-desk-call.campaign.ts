import { attackCampaign } from '../campaign.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { exported, knownNetwork } from '../microsoft-known-networks.ts'
import { appRole } from '../microsoft-oauth.ts'
import { register } from '../microsoft-registrations.ts'
import { resetPassword } from '../microsoft-reset.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet, file } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'Three days of the audit log: desk call, trusted network, hidden warnings, own application (Octo Tempest)',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2023/10/25/octo-tempest-crosses-boundaries-to-facilitate-extortion-encryption-and-destruction/',
    'https://techcommunity.microsoft.com/t5/microsoft-security-experts-blog/octo-tempest-hybrid-identity-compromise-recovery/ba-p/4166783',
  ],
  facts: [
    'A caller made the help desk reset the password of an administrator.',
    'The intruders signed in, and added their own addresses to a trusted location.',
    'A rule of the mail flow deleted the messages of the security vendor.',
    'The intruders registered an application with a secret and the right to read all sites.',
    'The application downloaded documents about networks, remote access and passwords.',
    'The responder received three days of the unified audit log and no list of applications.',
  ],
  build: (random) => {
    // 2026-05-12 is a Tuesday.
    const { log, tenant, start, person } = scene(random, 'brackenhall', {
      feeds: 'audit',
      from: '2026-05-12',
      days: 1,
      records: 90,
      people: 20,
    })
    const { graph, sharepoint } = tenant
    const quiet = repeat(random, start - 14 * hour, 24, 95 * minute, (at, i) =>
      i % 2 === 0
        ? signInAudit(log, at, {
            person: person(5 + (i % 9)),
            client: firstParty.office,
            resource: sharepoint,
            ip: person(5 + (i % 9)).ip,
          })
        : file(log, at, {
            person: person(5 + (i % 9)),
            client: firstParty.office,
            ip: person(5 + (i % 9)).ip,
            agent: person(5 + (i % 9)).agent,
            file: `week-${i}.xlsx`,
          }),
    )
    const engineer = { ...person(4), agent: person(3).agent }
    const ip = '192.0.2.77'
    const call = start + 8 * hour + 20 * minute
    const reset = resetPassword(log, call, engineer)
    signInAudit(log, call + 6 * minute, {
      person: engineer,
      client: firstParty.officeHome,
      resource: graph,
      ip,
      requestType: 'Login:login',
    })
    signInAudit(log, call + 11 * minute, { person: engineer, client: firstParty.azurePortal, resource: graph, ip })
    const office = { name: 'Head office', ranges: ['198.51.100.0/24', '203.0.113.0/24'] }
    const trusted = knownNetwork(log, call + 25 * minute, engineer, office, {
      ...office,
      ranges: [...office.ranges, '192.0.2.64/27'],
    })
    const hides = cmdlet(log, call + 48 * minute, {
      by: engineer,
      operation: 'New-TransportRule',
      objectId: 'Cleanup 14',
      parameters: {
        Name: 'Cleanup 14',
        SenderDomainIs: 'alerts.endpoint-vendor.example',
        DeleteMessage: 'True',
        StopRuleProcessing: 'True',
      },
      ip,
    })
    const own = makeApp(random, 'Site Usage Reports', tenant.id, { ip, agent: 'python-requests/2.32.3' })
    const made = register(log, call + 2 * hour, engineer, own, { roles: [appRoles.sitesRead.id] })
    const secret = credential(log, call + 2 * hour + 3 * minute, engineer, own, [], [{ id: own.keyId, name: 'usage' }])
    const right = appRole(log, call + 2 * hour + 6 * minute, engineer, own, graph, appRoles.sitesRead)
    const names = [
      'vpn-setup',
      'network-map',
      'password-vault-guide',
      'remote-access',
      'onboarding-admins',
      'backup-plan',
    ]
    const taken = repeat(random, call + 4 * hour, 90, 4 * minute, (at, i) =>
      file(log, at, {
        person: engineer,
        client: own,
        appOnly: own,
        ip,
        agent: own.agent,
        file: `${names[i % 6]}-${i}.docx`,
        operation: 'FileDownloaded',
        site: ['it', 'infrastructure', 'service-desk'][i % 3] ?? 'it',
      }),
    )
    return {
      records: exported(log.records(), start - day, start + 2 * day),
      firstHostile: reset,
      dataLeft: taken,
      required: [
        { act: 'a strange network is added to a trusted location', ids: [trusted], minimum: 'medium' },
        { act: 'the mail flow deletes the messages of the security vendor', ids: [hides], minimum: 'medium' },
        {
          act: 'a new application gets a secret and the right to read all sites within minutes',
          ids: [...made, secret, right],
          minimum: 'medium',
        },
        { act: 'the new application downloads many documents', ids: taken, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
