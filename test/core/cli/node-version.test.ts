import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tooOld } from '../../../electron/cli/node-version.ts'
import { root } from '../../shared.ts'

const SAID = '需要 Node 22.15 或更新版本，当前是 v20.11.0。请改用 npm run --silent cli -- 命令（会用随依赖装好的 Node），或安装新版 Node。'

it.each([['v20.11.0', SAID], ['v22.14.9', SAID.replace('v20.11.0', 'v22.14.9')], ['v22.15.0', null], ['v24.1.0', null]])('%s', (version, said) => {
  expect(tooOld(version)).toBe(said)
})

it('says so in one line and ends before anything of the program is loaded', async () => {
  const pretend = "data:text/javascript,Object.defineProperty(process,'version',{value:'v20.11.0'})"
  const ended = await new Promise((resolve) => {
    execFile(process.execPath, ['--import', pretend, join(root, 'electron/cli/index.ts'), 'list'], (error, out, err) => resolve({ code: error?.code, out, err }))
  })
  expect(ended).toEqual({ code: 1, out: '', err: `${SAID}\n` })
})
