import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five users authorize an application known for twenty days, and the application acts for them',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT0S',
      replace: { 'lena.ostrow': 'nora.kjell', '118204417730926514083': '118204417730926514099' },
    },

    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT0M', replace: {} },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT20M', replace: {} },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20DT1M',
      replace: { 'lena.ostrow': 'ole.brandt', '118204417730926514083': '118204417730926514084' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT27M',
      replace: { 'lena.ostrow': 'ole.brandt', '118204417730926514083': '118204417730926514084' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20DT2M',
      replace: { 'lena.ostrow': 'ines.moreau', '118204417730926514083': '118204417730926514085' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT34M',
      replace: { 'lena.ostrow': 'ines.moreau', '118204417730926514083': '118204417730926514085' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20DT3M',
      replace: { 'lena.ostrow': 'petr.novak', '118204417730926514083': '118204417730926514086' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT41M',
      replace: { 'lena.ostrow': 'petr.novak', '118204417730926514083': '118204417730926514086' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20DT4M',
      replace: { 'lena.ostrow': 'aino.lehto', '118204417730926514083': '118204417730926514087' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT48M',
      replace: { 'lena.ostrow': 'aino.lehto', '118204417730926514083': '118204417730926514087' },
    },
  ],
})
