import { attackCampaign } from '../campaign.ts'
import { auditMember } from '../microsoft-directory.ts'
import { account, audit } from '../microsoft-entra.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { polledOnly } from '../microsoft-one-source.ts'
import { activateInGroup, activateRole, applicationAdministrator } from '../microsoft-pim.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A help desk account activates an eligible ownership, and gives a powerful application another secret',
  sources: [
    'https://github.com/Semperis/EntraGoat/blob/main/solutions/EntraGoat-Scenario4-Solution.ps1',
    'https://nhimg.org/articles/entragoat-exposes-how-entra-id-misconfigurations-enable-privilege-escalation/',
  ],
  facts: [
    'A support account has an eligible ownership of the group of application operators, and activates it.',
    'As the owner it adds itself as a member of the group.',
    'Through the group it activates the role Application Administrator.',
    'It adds a secret to the service principal of a monitoring tool whose group is Global Administrator.',
    'The application resets the password of an administrator.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'falkenwerk', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-01-12',
      days: 84,
      people: 26,
      records: 2600,
    })
    const { helpdesk, admin, id } = tenant
    const ip = '192.0.2.54'
    const monitor = makeApp(random, 'Infrastruktur-Überwachung', id)
    const group = { id: random.uuid(), name: 'Anwendungsbetrieb' }
    // Two colleagues activate their memberships now and then: activations alone are daily work.
    const usual: string[] = []
    for (let week = 11; week > 0; week -= 1) {
      const operator = tenant.people[4 + (week % 2)] ?? admin
      const at = start - week * 7 * day + 9 * hour
      const ids = [
        ...activateInGroup(log, at, operator, group, 'Member', 'Wartungsfenster'),
        ...activateRole(log, at + 5 * minute, operator, applicationAdministrator, 'Wartungsfenster'),
      ]
      if (week < 6) usual.push(...ids)
    }
    const first = start + day + 12 * hour + 20 * minute
    const owner = activateInGroup(log, first, helpdesk, group, 'Owner', 'Abstimmung der Anwendungsbetreuung', ip)
    const member = auditMember(log, first + 19 * minute, helpdesk, group, helpdesk, { ip })
    const role = activateRole(
      log,
      first + 26 * hour,
      helpdesk,
      applicationAdministrator,
      'Abstimmung der Anwendungsbetreuung',
      ip,
    )
    const old = { id: monitor.keyId, name: 'Betrieb 2025' }
    const secret = auditKeys(
      log,
      first + 26 * hour + 17 * minute,
      helpdesk,
      monitor,
      [old],
      [old, { id: random.uuid(), name: 'Betrieb 2026' }],
      { onPrincipal: true, ip },
    )
    // The application works as Global Administrator; records of applications have no address.
    const reset = audit(log, first + 75 * hour, {
      activity: 'Reset user password',
      category: 'UserManagement',
      by: monitor,
      targets: [account(admin, [], true)],
    })
    const kept = polledOnly(log.records(), [...quiet, ...usual], 'directoryAudits')
    return {
      records: kept.records,
      firstHostile: owner[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'The help desk account makes itself a member and an application administrator from a new address',
          ids: [...owner, member, ...role],
          minimum: 'low',
        },
        { act: 'It adds a secret to the service principal of the monitoring tool', ids: [secret], minimum: 'medium' },
        { act: 'The monitoring tool resets the password of an administrator', ids: [reset], minimum: 'medium' },
      ],
      quiet: kept.ids,
    }
  },
})
