import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application of another organization receives the permission to give scripts to computers',
  steps: [
    {
      sample: 'm365/app-role-grant-critical',
      at: 'PT30M',
      replace: { 'RoleManagement.ReadWrite.Directory': 'DeviceManagementScripts.ReadWrite.All' },
    },
  ],
})
