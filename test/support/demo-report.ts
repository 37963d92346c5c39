// The records of the demo and their report, made once for all test files of a worker. Nothing may change them.
import { renderDemo } from '../../pipeline/cli/demo-records.ts'
import { huntReport } from './hunt-report.ts'

export const demo = (await renderDemo()).map(({ raw }) => raw)
export const { report, summary } = await huntReport(demo)
