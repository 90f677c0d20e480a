import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeProject, type Project } from './project.ts'

let project: Project
beforeEach(() => { project = makeProject() })
afterEach(() => { project.remove() })
const cli = ['scripts/cli.mjs', 'search', '网格 员']

describe('setting up', () => {
  it('builds once, and again only when something it reads has changed', async () => {
    await project.run(cli)
    expect(project.calls()).toEqual(['build'])
    await project.run(cli)
    expect(project.calls()).toEqual([])
    project.write('electron/main/index.ts', 'second')
    await project.run(cli)
    expect(project.calls()).toEqual(['build'])
  })

  it('installs when the lock asks for another version, and not for parts of another system', async () => {
    await project.run(cli)
    expect(project.calls()).toEqual(['build'])
    project.write('package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '2.0.0' } } }))
    await project.run(cli)
    expect(project.calls()).toEqual(['npm ci', 'build'])
  })

  it('repairs an interrupted installation, of which npm leaves no record', async () => {
    rmSync(project.at('node_modules/.package-lock.json'))
    await project.run(cli)
    expect(project.calls()).toEqual(['npm ci', 'build'])
  })

  it('is done by one of two that start at once, and both run', async () => {
    rmSync(project.at('node_modules/.package-lock.json'))
    const [one, two] = await Promise.all([project.run(cli), project.run(cli)])
    expect(project.calls()).toEqual(['npm ci', 'build'])
    expect([one.code, two.code]).toEqual([64, 64])
  })

  it('takes over from one that was killed in the middle', async () => {
    project.write('out/.setup/pid', '999999999')
    expect((await project.run(cli)).code).toBe(64)
    expect(project.calls()).toEqual(['build'])
  })

  it('says in both languages that the build failed, and ends with 1', async () => {
    project.write('node_modules/electron-vite/bin/electron-vite.js', 'process.exit(1)')
    const { code, out, errors } = await project.run(cli)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(errors).toContain('构建没有成功，原因见上。\nThe build failed; the reason stands above.')
    expect(errors).not.toContain('    at ')
  })
})

describe('the command line', () => {
  it('keeps stdout for the result, and hands on arguments, the folder it was called from and the exit code', async () => {
    rmSync(project.at('node_modules/.package-lock.json'))
    const { code, out, errors } = await project.run(cli, { INIT_CWD: '/somewhere' })
    expect({ code, result: JSON.parse(out) }).toEqual({ code: 64, result: { args: ['search', '网格 员'], from: '/somewhere' } })
    expect(errors).toContain('npm chatters')
    expect(errors).toContain('the builder chatters')
  })
})
