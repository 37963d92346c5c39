import { scenario } from '../../../lib/scenario.ts'
import copied from './unknown-phone-copies-a-folder.scenario.ts'

export default scenario({
  ...copied,
  title: 'A session begins in one new network, and days later a browser downloads a file as Office in another',
  steps: copied.steps.with(-1, {
    sample: 'm365/file-downloaded-by-app',
    at: 'P20D',
    personas: { 'Invoice Sync Helper': 'Microsoft Office' },
    replace: {
      'Go-http-client/2.0':
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36',
      '203.0.113.77': '203.0.113.90',
    },
  }),
})
