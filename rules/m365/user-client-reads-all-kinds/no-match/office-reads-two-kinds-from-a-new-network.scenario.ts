import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Office reads mail and files from a new network',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P16DT1M',
      repeat: { every: 'PT1M', times: 8 },
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: { 'python-requests/2.32.3': 'Microsoft Office/16.0', '/me/messages?$top=1000': '/me/messages' },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P16DT13M',
      repeat: { every: 'PT1M', times: 8 },
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: {
        'python-requests/2.32.3': 'Microsoft Office/16.0',
        '/me/messages?$top=1000': '/me/drive/root/children',
      },
    },
  ],
})
