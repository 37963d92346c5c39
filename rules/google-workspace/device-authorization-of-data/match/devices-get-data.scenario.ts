import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Devices receive access to all mail, all files and a calendar',
  steps: [
    {
      sample: 'google-workspace/token-authorize-device',
      at: 'PT1M',
      replace: { 'https://www.googleapis.com/auth/drive.readonly': 'https://mail.google.com/' },
    },
    {
      sample: 'google-workspace/token-authorize-device',
      at: 'PT2M',
      replace: { 'https://www.googleapis.com/auth/drive.readonly': 'https://www.googleapis.com/auth/calendar.events' },
    },
    {
      sample: 'google-workspace/token-authorize-device',
      at: 'PT3M',
      replace: { '"CONNECTED_DEVICE"': '"NATIVE_DEVICE"' },
    },
  ],
})
