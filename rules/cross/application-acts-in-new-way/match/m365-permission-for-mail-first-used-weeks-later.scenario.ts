import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application without a user first sends a message, a month after its permission',
  steps: [
    { sample: 'entra/graph-user-lists-mail', at: 'PT1M' },
    { sample: 'm365/app-role-grant-mail', at: 'P40D' },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P70D',
      replace: { GET: 'POST', '/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=': '/sendMail' },
    },
  ],
})
