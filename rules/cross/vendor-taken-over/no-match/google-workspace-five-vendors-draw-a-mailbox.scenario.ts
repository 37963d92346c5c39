import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five applications that read little each download one mailbox within a day',
  start: '2026-04-06T00:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8H0M',
      repeat: { every: 'P1D', times: 8 },
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926580-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj',
        'Inbox Pilot': 'Inbox Pilot 0',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H0M',
      repeat: { every: 'PT1H', times: 20 },
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926580-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj',
        'Inbox Pilot': 'Inbox Pilot 0',
        '48213': '9000000',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8H1M',
      repeat: { every: 'P1D', times: 8 },
      cast: { 'lena.ostrow': 'ole.brandt' },
      replace: { 'Inbox Pilot': 'Inbox Pilot 1' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H1M',
      repeat: { every: 'PT1H', times: 20 },
      cast: { 'lena.ostrow': 'ole.brandt' },
      replace: { 'Inbox Pilot': 'Inbox Pilot 1', '48213': '9000000' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8H2M',
      repeat: { every: 'P1D', times: 8 },
      cast: { 'lena.ostrow': 'ines.moreau' },
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926582-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj',
        'Inbox Pilot': 'Inbox Pilot 2',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H2M',
      repeat: { every: 'PT1H', times: 20 },
      cast: { 'lena.ostrow': 'ines.moreau' },
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926582-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj',
        'Inbox Pilot': 'Inbox Pilot 2',
        '48213': '9000000',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8H3M',
      repeat: { every: 'P1D', times: 8 },
      cast: { 'lena.ostrow': 'petr.novak' },
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926583-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj',
        'Inbox Pilot': 'Inbox Pilot 3',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H3M',
      repeat: { every: 'PT1H', times: 20 },
      cast: { 'lena.ostrow': 'petr.novak' },
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926583-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj',
        'Inbox Pilot': 'Inbox Pilot 3',
        '48213': '9000000',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8H4M',
      repeat: { every: 'P1D', times: 8 },
      cast: { 'lena.ostrow': 'aino.lehto' },
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926584-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj',
        'Inbox Pilot': 'Inbox Pilot 4',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H4M',
      repeat: { every: 'PT1H', times: 20 },
      cast: { 'lena.ostrow': 'aino.lehto' },
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926584-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj',
        'Inbox Pilot': 'Inbox Pilot 4',
        '48213': '9000000',
      },
    },
    { sample: 'google-workspace/login-success', at: 'P11D', cast: { 'lena.ostrow': 'tomas.feld' } },
  ],
})
