import { scenario } from '../../../lib/scenario.ts'
import nightly from '../match/m365-one-kind-of-directory-data-each-second-night.scenario.ts'

const address = 'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI='
const id = '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26'
const kinds = [
  'servicePrincipals',
  'applications',
  'oauth2PermissionGrants',
  'reports/getRelyingPartyDetailedSummary',
  'users',
  'groups',
]
const common = [
  'Users',
  `groups/${id}`,
  `groups/${id}/owners`,
  'groups/$count',
  `devices/${id}`,
  `directoryObjects/${id}`,
  'organization',
  'domains',
  'Applications',
  `applications/${id}/owners`,
  'reports/getCredentialUsageSummary',
]

export default scenario({
  ...nightly,
  title:
    'An application begins to read four kinds of directory data besides common kinds, such as groups; another begins to read five in a day',
  steps: [
    ...nightly.steps.slice(0, 1),
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20D',
      repeat: { every: 'PT36H', times: 16, replace: { [address]: [...kinds, ...common] } },
    },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20D',
      personas: { 'Payroll Bridge': 'Berth Planner' },
      repeat: {
        every: 'PT2H',
        times: 5,
        replace: { [address]: [...kinds.slice(0, 4), 'identity/conditionalAccess/policies'] },
      },
    },
  ],
})
