import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../shared.ts'
import { files as projectFiles, text } from '../sources.ts'
import { makePackage } from './make-package.ts'

const work = mkdtempSync(join(tmpdir(), 'casebook-packages-'))
afterAll(() => { rmSync(work, { recursive: true, force: true }) })

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
const sizeOf = (path: string): number => (statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : statSync(path).size)

const PACKAGES = [
  { platform: 'linux', arch: 'x64', folder: 'linux-unpacked', executable: 'shanzhi-casebook' },
  { platform: 'linux', arch: 'arm64', folder: 'linux-arm64-unpacked', executable: 'shanzhi-casebook' },
  { platform: 'win32', arch: 'x64', folder: 'win-unpacked', executable: 'shanzhi-casebook.exe' },
  { platform: 'win32', arch: 'arm64', folder: 'win-arm64-unpacked', executable: 'shanzhi-casebook.exe' },
] as const

describe.each(PACKAGES)('the package for $platform $arch', ({ platform, arch, folder, executable }) => {
  const at = join(work, 'out', folder)
  const resources = join(at, 'resources')
  let files: readonly string[] = []

  beforeAll(() => {
    makePackage(work, platform, arch)
    files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((file) => file.replaceAll('\\', '/'))
    console.log(`${platform} ${arch}: app.asar ${megabytes(sizeOf(join(resources, 'app.asar')))}, unpacked ${megabytes(sizeOf(join(resources, 'app.asar.unpacked')))}, content ${megabytes(sizeOf(join(resources, 'content')))}, without Electron itself`)
  })

  it('holds the built program', () => {
    expect(files).toEqual(expect.arrayContaining(['/package.json', '/LICENSE', '/out/main/index.js', '/out/main/library.js', '/out/main/reader.js', '/out/preload/index.cjs', '/out/renderer/index.html', '/out/pack/page.html']))
  })

  it('holds nothing it was made from, no tests and no other Node', () => {
    const foreign = /\.(ts|tsx|mts|cts|map|h|gyp|gypi|c|cc|cpp)$|^\/(test|scripts|renderer|electron|content)(\/|$)|^\/out\/\./
    expect(files.filter((file) => foreign.test(file))).toEqual([])
    const packages = new Set(files.flatMap((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []))
    expect([...packages].sort()).toEqual(['better-sqlite3', 'jieba-wasm'])
  })

  it('holds the native module and the segmenter for this system only, outside of the archive', () => {
    const native = files.filter((file) => file.endsWith('.node') || file.endsWith('.wasm'))
    expect(native.sort()).toEqual([`/node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`, '/node_modules/jieba-wasm/pkg/nodejs/jieba_rs_wasm_bg.wasm'])
    for (const file of native) expect(existsSync(join(resources, 'app.asar.unpacked', file))).toBe(true)
  })

  it('carries the bundled content file by file', () => {
    for (const file of projectFiles.filter((name) => name.startsWith('content/'))) expect(readFileSync(join(resources, file), 'utf8') === text(file), file).toBe(true)
  })

  it('carries the character maps that Chinese PDFs name without holding them, with their licence', () => {
    const maps = readdirSync(join(resources, 'content', 'character-maps'))
    expect(maps).toEqual(expect.arrayContaining(['LICENSE', 'UniGB-UCS2-H.bcmap', 'GBK-EUC-H.bcmap', 'Adobe-GB1-UCS2.bcmap']))
    expect(maps.filter((name) => name !== 'LICENSE' && !name.endsWith('.bcmap'))).toEqual([])
  })

  it('speaks Chinese and English, and asks no server for updates', () => {
    expect(readdirSync(join(at, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
    expect(existsSync(join(resources, 'app-update.yml'))).toBe(false)
  })

  if (platform === 'win32') it('shows our icon', () => {
    const icon = readFileSync(join(root, 'electron/resources/icon.ico'))
    const largest = icon.subarray(icon.readUInt32LE(6 + 16 * (icon.readUInt16LE(4) - 1) + 12))
    expect(readFileSync(join(at, executable)).includes(largest)).toBe(true)
  })

  it('has every fuse as the security table wants it', async () => {
    const wire = await getCurrentFuseWire(join(at, executable))
    const on = (fuse: FuseV1Options): boolean => Number(wire[fuse]) === '1'.charCodeAt(0)
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      cliInspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      browserSnapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
      wasmTrapHandlers: on(FuseV1Options.WasmTrapHandlers),
    }).toEqual({ runAsNode: false, cookieEncryption: true, nodeOptions: false, cliInspect: false, asarIntegrity: true, onlyAsar: true, browserSnapshot: false, fileProtocol: false, wasmTrapHandlers: true })
  })
})
