import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A person reads sixty local passwords in an hour; an application reads nineteen, and the properties of sixty keys',
  steps: [
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT1M',
      repeat: { every: 'PT1M', times: 60 },
      replace: {
        '/v1.0/users':
          '/v1.0/directory/deviceLocalCredentials/4f2a9c1d-6b3e-4d85-9a70-1c8e5b7f2d36?$select=credentials',
      },
    },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P1D',
      repeat: { every: 'PT1M', times: 19 },
      replace: {
        'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
          'directory/deviceLocalCredentials/4f2a9c1d-6b3e-4d85-9a70-1c8e5b7f2d36?$select=credentials',
      },
    },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P1DT30S',
      repeat: { every: 'PT1M', times: 60 },
      replace: {
        'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
          'informationProtection/bitlocker/recoveryKeys/4f2a9c1d-6b3e-4d85-9a70-1c8e5b7f2d36',
      },
    },
  ],
})
