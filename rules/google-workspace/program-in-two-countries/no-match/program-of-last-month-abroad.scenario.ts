import { scenario } from '../../../lib/scenario.ts'
import programAbroadFourDaysLater from './program-abroad-four-days-later.scenario.ts'

const german = {
  '"WEB"': '"NATIVE_DESKTOP"',
  '"203.0.113.140"': '"192.0.2.78", "networkInfo": { "ipAsn": [64513], "regionCode": "DE" }',
}

export default scenario({
  ...programAbroadFourDaysLater,
  title: 'A user travels from Germany to Hong Kong three weeks after the authorization of a program',
  steps: [
    ...programAbroadFourDaysLater.steps.map((step, i) => (i === 0 ? step : { ...step, at: 'P20DT18H' })),
    { sample: 'google-workspace/token-activity-gmail', at: 'P20D', replace: german },
  ],
})
