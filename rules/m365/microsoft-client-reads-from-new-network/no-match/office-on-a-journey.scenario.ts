import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Office and a third-party application read mail from a new network',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P16D',
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: { 'python-requests/2.32.3': 'Microsoft Office/16.0' },
    },
    { sample: 'entra/graph-user-lists-mail', at: 'P16DT1H' },
  ],
})
