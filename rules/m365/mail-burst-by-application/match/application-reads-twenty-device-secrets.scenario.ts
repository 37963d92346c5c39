import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads twenty local administrator passwords, and weeks later twenty recovery keys',
  steps: [
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: ['PT1M', 'P9D'],
      repeat: { every: 'PT10M', times: 20 },
      replace: {
        'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
          'directory/deviceLocalCredentials/4f2a9c1d-6b3e-4d85-9a70-1c8e5b7f2d36?$select=credentials',
      },
    },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20D',
      repeat: { every: 'PT10S', times: 20 },
      replace: {
        'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
          'informationProtection/bitlocker/recoveryKeys/4f2a9c1d-6b3e-4d85-9a70-1c8e5b7f2d36?$select=key',
      },
    },
  ],
})
