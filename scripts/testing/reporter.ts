/** A vitest reporter that writes every test with its state and, when skipped, its reason, to CASEBOOK_TEST_RESULTS. */
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'
import type { Outcome } from './tally.ts'

function outcomes(module: TestModule, root: string): Outcome[] {
  const file = relative(root, module.moduleId).replaceAll('\\', '/')
  const tests = [...module.children.allTests()].map((test): Outcome => {
    const result = test.result()
    const note = result.state === 'skipped' ? (result.note ?? '') : ''
    return { file, name: test.fullName, state: result.state === 'pending' ? 'failed' : result.state, note }
  })
  const broken = [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())]
  return broken.length > 0 && !tests.some((test) => test.state === 'failed') ? [...tests, { file, name: 'loads and sets up', state: 'failed', note: '' }] : tests
}

export default class ResultsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const target = process.env['CASEBOOK_TEST_RESULTS']
    if (target === undefined) return
    const root = process.cwd()
    const results = modules.flatMap((module) => outcomes(module, root))
    const stray: Outcome[] = unhandled.length > 0 ? [{ file: '', name: `${unhandled.length} errors outside of any test`, state: 'failed', note: '' }] : []
    writeFileSync(target, JSON.stringify([...results, ...stray]))
  }
}
