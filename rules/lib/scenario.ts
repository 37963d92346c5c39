// Re-exports for scenario files and for modules that render them.
export { checkReplacements, type RenderedRecord, renderScenario } from './scenario/render.ts'
export {
  checkScenario,
  identified,
  loadScenarios,
  type Scenario,
  type ScenarioFile,
  type Step,
  scenario,
} from './scenario/scenario.ts'
