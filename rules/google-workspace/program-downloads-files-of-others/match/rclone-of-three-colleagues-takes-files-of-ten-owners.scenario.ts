import { scenario } from '../../../lib/scenario.ts'
import program from '../no-match/program-of-three-colleagues-takes-files-of-ten-owners.scenario.ts'

const rclone = {
  '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com': '202264815644.apps.googleusercontent.com',
}

export default scenario({
  ...program,
  title: 'Three colleagues have used rclone for three weeks, and one downloads ten files of colleagues each day',
  steps: program.steps.map((step, index) => ({
    ...step,
    replace: index < 2 ? { ...step.replace, ...rclone } : { '417730926581': '202264815644' },
  })),
})
