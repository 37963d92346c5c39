import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five users authorize an application, and it works for them',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT0M', replace: {} },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT20M', replace: {} },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT1M',
      replace: { 'lena.ostrow': 'ole.brandt', '118204417730926514083': '118204417730926514084' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT27M',
      replace: { 'lena.ostrow': 'ole.brandt', '118204417730926514083': '118204417730926514084' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT2M',
      replace: { 'lena.ostrow': 'ines.moreau', '118204417730926514083': '118204417730926514085' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT34M',
      replace: { 'lena.ostrow': 'ines.moreau', '118204417730926514083': '118204417730926514085' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT3M',
      replace: { 'lena.ostrow': 'petr.novak', '118204417730926514083': '118204417730926514086' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT41M',
      replace: { 'lena.ostrow': 'petr.novak', '118204417730926514083': '118204417730926514086' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT4M',
      replace: { 'lena.ostrow': 'aino.lehto', '118204417730926514083': '118204417730926514087' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT48M',
      replace: { 'lena.ostrow': 'aino.lehto', '118204417730926514083': '118204417730926514087' },
    },
  ],
})
