import type { AddCommand } from './command.ts'
import { addRulesBacktest } from './rules/backtest.ts'
import { addRulesBuild } from './rules/build.ts'
import { addRulesCoverage } from './rules/coverage.ts'
import { addRulesDeploy } from './rules/deploy.ts'
import { addRulesDiff } from './rules/diff.ts'
import { addRulesList } from './rules/list.ts'
import { addRulesNoise } from './rules/noise.ts'
import { addRulesTest } from './rules/test.ts'
import { addRulesValidate } from './rules/validate.ts'

export const addRules: AddCommand = (parent, context) => {
  const rules = parent.command('rules').description('list, test, build and deploy the rules')
  addRulesList(rules, context)
  addRulesBuild(rules, context)
  addRulesValidate(rules, context)
  addRulesTest(rules, context)
  addRulesNoise(rules, context)
  addRulesBacktest(rules, context)
  addRulesCoverage(rules, context)
  addRulesDiff(rules, context)
  addRulesDeploy(rules, context)
}
