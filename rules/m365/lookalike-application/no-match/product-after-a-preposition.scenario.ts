import { scenario } from '../../../lib/scenario.ts'

const named = (id: string, name: string) => ({
  '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': `a1b2c3d4-${id}-4f5e-9a7c-8d6b4e2f0a13`,
  'Harbour CRM Connector': name,
})

export default scenario({
  title: 'Users consent to sign-in for applications that work with a product, or with an ordinary word in their name',
  steps: [
    { sample: 'm365/consent-user-sign-in-only', at: 'PT0S', replace: named('0101', 'Invoice Reader for SharePoint') },
    { sample: 'm365/consent-user-sign-in-only', at: 'PT1H', replace: named('0102', 'Office Plants Planner') },
  ],
})
