import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five users authorize an application known for twenty days, and the application acts for them',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT0S', cast: { 'lena.ostrow': 'nora.kjell' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT0M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT20M' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT1M', cast: { 'lena.ostrow': 'ole.brandt' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT27M', cast: { 'lena.ostrow': 'ole.brandt' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT2M', cast: { 'lena.ostrow': 'ines.moreau' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT34M', cast: { 'lena.ostrow': 'ines.moreau' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT3M', cast: { 'lena.ostrow': 'petr.novak' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT41M', cast: { 'lena.ostrow': 'petr.novak' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT4M', cast: { 'lena.ostrow': 'aino.lehto' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT48M', cast: { 'lena.ostrow': 'aino.lehto' } },
  ],
})
