import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application adds an authentication method from a network that it has never used',
  start: '2026-03-02T02:00:00Z',
  steps: [
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'PT1M',
      repeat: {
        every: 'P8D',
        times: 3,
        replace: { '9b677fcc-88b2': ['9b677fa1-88b2', '9b677fa2-88b2', '9b677fa3-88b2'] },
      },
    },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P17D',
      replace: {
        '203.0.113.77': '192.0.2.201',
        '"requestMethod": "GET"': '"requestMethod": "POST"',
        'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
          'policies/authenticationMethodsPolicy/authenticationMethodConfigurations',
      },
    },
  ],
})
