/**
 * Everything `npm test` checks after installing and building, in order of how soon it fails. Its last line is the sum.
 *
 *   npm test -- [types | lint | unit | e2e | packaging]…   some steps only
 *   npm run test:electron                                  the end-to-end tests on Electron's own binary
 */
import { join, resolve } from 'node:path'
import { NEEDS_BROWSER } from '../../test/needs.ts'
import { electronPath } from '../setup/electron.mjs'
import { debianAsRoot, findBrowser, installForTests } from './browser.ts'
import { check, project } from './steps.ts'
import { failedFiles, inexcusable, instead, lastLine, perHost, skipLines, type Host, type Outcome } from './tally.ts'

const root = resolve(import.meta.dirname, '../..')
const tool = (path: string): string => join(root, 'node_modules', path)
const onElectron = process.argv.includes('--electron')
const STEPS = ['types', 'lint', 'unit', 'e2e', 'packaging'] as const
type Step = (typeof STEPS)[number]
const chosen = process.argv.slice(2).filter((arg) => !arg.startsWith('-'))
const wants = (step: Step): boolean => (onElectron ? step === 'e2e' : chosen.length === 0 || chosen.includes(step))
const all: Outcome[] = []

function fail(name: string): void {
  console.log(`✗ ${name}`)
  all.push({ file: '', name, state: 'failed', note: '' })
}

function pass(name: string): void {
  console.log(`✓ ${name}`)
  all.push({ file: '', name, state: 'passed', note: '' })
}

async function types(): Promise<void> {
  for (const part of ['electron', 'renderer', 'test', 'scripts']) all.push(...(await check(`types of ${part}`, [tool('typescript/bin/tsc'), '-p', join(root, part)])))
}

/** The tests say for themselves which host they drive; a host nobody drove would go unnoticed otherwise. */
function countHosts(outcomes: readonly Outcome[], hosts: readonly Host[]): void {
  const ran = perHost(outcomes)
  for (const host of hosts) (ran[host] > 0 ? pass : fail)(`end-to-end tests on ${host}: ${ran[host]}`)
}

/** More files than these do not fail by accident. */
const ACCIDENTS = 4

/**
 * End-to-end tests in windows, three files at a time on two cores: a window mostly waits. A file that failed beside another is run once more by itself, and counts as it ends then:
 * what fails twice is broken, what fails only beside others is told by name.
 */
async function windows(browser: string | null): Promise<readonly Outcome[]> {
  const env: NodeJS.ProcessEnv = browser === null ? {} : { CHROME_PATH: browser }
  const first = await project('e2e', 18, env, ['--maxWorkers=3'])
  const files = failedFiles(first)
  if (files.length === 0 || files.length > ACCIDENTS) return first
  for (const { file, name, state } of first) if (state === 'failed') console.log(`failed beside others: ${file} ${name}`)
  return instead(first, await project('e2e', 8, env, ['--no-file-parallelism', ...files]))
}

async function endToEnd(): Promise<void> {
  if (onElectron) {
    if (electronPath() === null) return fail("Electron's own binary is absent: npm start -- --electron fetches it")
    const outcomes = (await project('e2e', 18, {}, ['-t', '\\[electron\\]'])).filter((outcome) => outcome.state === 'failed' || outcome.name.includes('[electron]'))
    all.push(...outcomes)
    return countHosts(outcomes, ['electron'])
  }
  const browser = findBrowser()
  console.log(browser === null ? NEEDS_BROWSER : `browser: ${browser}`)
  const outcomes = await windows(browser)
  all.push(...outcomes)
  if (browser !== null) countHosts(outcomes, ['stand-in', 'browser host'])
}

const whole = debianAsRoot()
if (whole) installForTests((text) => { console.log(text) })

for (const step of chosen) if (!STEPS.some((name) => name === step)) fail(`there is no step "${step}": ${STEPS.join(', ')}`)
if (chosen.length === 0 && !onElectron) pass('build')
if (wants('types')) await types()
if (wants('lint')) all.push(...(await check('lint', [tool('oxlint/bin/oxlint'), '--deny-warnings'])))
if (wants('unit')) all.push(...(await project('unit', 4)))
if (wants('e2e')) await endToEnd()
if (wants('packaging')) all.push(...(await project('packaging', 4)))

for (const line of skipLines(all)) console.log(line)
if (whole) {
  const bad = inexcusable(all)
  for (const outcome of bad) console.log(`may not be skipped here: ${outcome.file} ${outcome.name}`)
  ;(bad.length === 0 ? pass : fail)('every skip has a reason that holds here')
}
for (const outcome of all) if (outcome.state === 'failed') console.log(`failed: ${outcome.file} ${outcome.name}`)
process.exitCode = all.some((outcome) => outcome.state === 'failed') ? 1 : 0
console.log(lastLine(all))
