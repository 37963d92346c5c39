// What scenario files and those who tell them need, under one name.
export { checkReplacements, type RenderedRecord, renderScenario } from './scenario/render.ts'
export { checkScenario, type Scenario, type Step, scenario } from './scenario/scenario.ts'
