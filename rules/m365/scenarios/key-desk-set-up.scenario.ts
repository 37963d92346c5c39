import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'An administrator registers an application with access to the sign-in methods of all users, to issue keys',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    {
      sample: 'm365/app-role-grant-critical',
      at: 'PT30M',
      replace: { 'RoleManagement.ReadWrite.Directory': 'UserAuthenticationMethod.ReadWrite.All' },
    },
  ],
})
