import { scenario } from '../../../lib/scenario.ts'

const incident = {
  'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
    'security/incidents/20417',
  GET: 'PATCH',
}
const elsewhere = { '203.0.113.77': '192.0.2.33' }

export default scenario({
  title:
    'An application changes incidents for weeks; from a new network, it runs a hunting query, a batch and a read, and ten days later changes an incident',
  steps: [
    { sample: 'entra/graph-app-reads-mailbox', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, replace: incident },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20DT1H',
      repeat: {
        every: 'PT14M',
        times: 3,
        replace: {
          'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=': [
            'security/runHuntingQuery',
            '$batch',
            'communications/getPresencesByUserId',
          ],
        },
      },
      replace: { GET: 'POST', ...elsewhere },
    },
    { sample: 'entra/graph-app-reads-mailbox', at: 'P30DT1H', replace: { ...incident, ...elsewhere } },
  ],
})
