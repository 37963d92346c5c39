import { scenario } from '../../lib/scenario.ts'
import keyDeskSetUp from './key-desk-set-up.scenario.ts'

export default scenario({
  ...keyDeskSetUp,
  title: 'An administrator registers an application that delivers scripts to the computers of the organization',
  steps: keyDeskSetUp.steps.with(-1, {
    sample: 'm365/app-role-grant-critical',
    at: 'PT30M',
    replace: { 'RoleManagement.ReadWrite.Directory': 'DeviceManagementScripts.ReadWrite.All' },
  }),
})
