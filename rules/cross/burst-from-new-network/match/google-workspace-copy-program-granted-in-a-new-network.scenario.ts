import { scenario } from '../../../lib/scenario.ts'

const program = { '"WEB"': '"NATIVE_DESKTOP"' }
const away = { '198.51.100.71': '203.0.113.121' }

export default scenario({
  title:
    'A new program on a device receives its grant on the first day of the account in a network, and reads eight files',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M' },
    { sample: 'google-workspace/login-success', at: 'P8D' },
    { sample: 'google-workspace/login-success', at: 'P20D', replace: away },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT10M', replace: { ...away, ...program } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT15M',
      replace: { ...program, '203.0.113.140': '203.0.113.121', 'gmail.users.messages.list': 'drive.files.get' },
      repeat: { every: 'PT20S', times: 8 },
    },
  ],
})
