import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application wipes five devices from a network that it never used',
  steps: [
    { sample: 'entra/graph-app-reads-mailbox', at: 'PT1M', repeat: { every: 'P8D', times: 3 } },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P17D',
      replace: {
        '203.0.113.77': '192.0.2.201',
        '"requestMethod": "GET"': '"requestMethod": "POST"',
        'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
          'deviceManagement/managedDevices/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/wipe',
      },
      repeat: { every: 'PT1M', times: 5 },
    },
  ],
})
