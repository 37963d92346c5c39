import { scenario } from '../../../lib/scenario.ts'

const program = { '"WEB"': '"NATIVE_DESKTOP"' }
const away = { '198.51.100.71': '203.0.113.121' }
const granted = 'google-workspace/token-authorize-mail'

export default scenario({
  title:
    'A mail program of seven colleagues receives another grant on the first day of an account in a network, and reads eight messages',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M' },
    { sample: 'google-workspace/login-success', at: 'P8D' },
    {
      sample: granted,
      at: 'PT1H',
      repeat: { every: 'PT1H', times: 4 },
      personas: { 'lena.ostrow': ['nora.kjell', 'ole.brandt', 'ines.moreau', 'petr.novak'] },
      replace: program,
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT6H',
      personas: { 'lena.ostrow': 'nora.kjell' },
      replace: program,
    },
    {
      sample: granted,
      at: 'P25D',
      repeat: { every: 'PT1H', times: 3 },
      personas: { 'lena.ostrow': ['aino.lehto', 'mara.voss', 'ivo.brandt'] },
      replace: program,
    },
    { sample: 'google-workspace/login-success', at: 'P34D', replace: away },
    { sample: granted, at: 'P34DT10M', replace: { ...away, ...program } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P34DT15M',
      replace: {
        ...program,
        '203.0.113.140': '203.0.113.121',
        'gmail.users.messages.list': 'gmail.users.messages.get',
      },
      repeat: { every: 'PT20S', times: 8 },
    },
  ],
})
