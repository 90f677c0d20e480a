import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../shared.ts'
import { stubDist } from './stub-dist.ts'

const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))

/** Has electron-builder make the unpacked package for a system, below `work`. */
export function makePackage(work: string, platform: 'linux' | 'win32', arch: 'x64' | 'arm64'): void {
  const dist = stubDist(join(work, `${platform}-${arch}`), platform, version)
  const args = [platform === 'linux' ? '--linux' : '--win', `--${arch}`, '--dir', '--publish', 'never', `-c.electronDist=${dist}`, `-c.directories.output=${join(work, 'out')}`]
  execFileSync(process.execPath, [join(root, 'node_modules/electron-builder/cli.js'), ...args], { cwd: root, stdio: 'pipe' })
}
