import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application writes the permission to manage roles into a delegated grant, without a consent',
  steps: [
    {
      sample: 'entra/audit-delegated-grant-added',
      at: 'PT1M',
      replace: {
        '"user": {': '"app": {',
        '"id": "0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514"': '"servicePrincipalId": "8c0d7483-5d4b-4cf7-a3bc-5fbeccb6255e"',
        'Mail.Send': 'RoleManagement.ReadWrite.Directory',
      },
    },
  ],
})
