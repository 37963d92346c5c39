import { scenario } from '../../../lib/scenario.ts'
import published from '../match/mailboxes-published.scenario.ts'

const asOf = (at: string, operation: string) => ({
  sample: 'm365/transport-rule-copies-all-mail',
  at,
  replace: {
    '[2001:db8:51::40]': '198.51.100.23',
    'New-TransportRule': operation,
    BlindCopyTo: 'FreeBusyAccessLevel',
    'archive@northpier-billing.example': 'AvailabilityOnly',
  },
})

export default scenario({
  ...published,
  title:
    'An administrator shares calendars with another organization in the usual network, and later stops the sharing',
  steps: [
    ...published.steps.slice(0, 1),
    asOf('P10D', 'New-OrganizationRelationship'),
    asOf('P15D', 'Remove-OrganizationRelationship'),
  ],
})
