import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/seven-kinds-of-directory-data',
  title: 'The command line asks for seven kinds of directory data',
  start: '2026-04-02T08:00:00Z',
  steps: [
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT1M',
      replace: { 'users?$top=999': 'users', 'd417e9b2-0c5f': 'd417e9c0-0c5f' },
    },
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT2M',
      replace: { 'users?$top=999': 'groups', 'd417e9b2-0c5f': 'd417e9c1-0c5f' },
    },
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT3M',
      replace: { 'users?$top=999': 'servicePrincipals', 'd417e9b2-0c5f': 'd417e9c2-0c5f' },
    },
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT4M',
      replace: { 'users?$top=999': 'applications', 'd417e9b2-0c5f': 'd417e9c3-0c5f' },
    },
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT5M',
      replace: { 'users?$top=999': 'directoryRoles', 'd417e9b2-0c5f': 'd417e9c4-0c5f' },
    },
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT6M',
      replace: { 'users?$top=999': 'devices', 'd417e9b2-0c5f': 'd417e9c5-0c5f' },
    },
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT7M',
      replace: { 'users?$top=999': 'oauth2PermissionGrants', 'd417e9b2-0c5f': 'd417e9c6-0c5f' },
    },
  ],
})
