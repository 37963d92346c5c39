import { scenario } from '../../../lib/scenario.ts'
import published from './mailboxes-published.scenario.ts'

export default scenario({
  ...published,
  title: 'Two days after the first sign-in from a network, an administrator removes a relationship to another tenant',
  steps: [
    ...published.steps.slice(0, 1),
    {
      sample: 'entra/signin-user-app',
      at: 'P20D',
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: { '198.51.100.23': '192.0.2.33' },
    },
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'P22D',
      replace: { '[2001:db8:51::40]': '192.0.2.33', 'New-TransportRule': 'Remove-OrganizationRelationship' },
    },
  ],
})
