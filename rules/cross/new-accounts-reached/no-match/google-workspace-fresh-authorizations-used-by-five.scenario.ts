import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five users authorize an application known for twenty days, and the application acts for them',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT0S', personas: { 'lena.ostrow': 'nora.kjell' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT0M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT20M' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT1M', personas: { 'lena.ostrow': 'ole.brandt' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT27M', personas: { 'lena.ostrow': 'ole.brandt' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT2M', personas: { 'lena.ostrow': 'ines.moreau' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT34M', personas: { 'lena.ostrow': 'ines.moreau' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT3M', personas: { 'lena.ostrow': 'petr.novak' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT41M', personas: { 'lena.ostrow': 'petr.novak' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT4M', personas: { 'lena.ostrow': 'aino.lehto' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT48M', personas: { 'lena.ostrow': 'aino.lehto' } },
  ],
})
