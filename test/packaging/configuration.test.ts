import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { text } from '../sources.ts'

const require = createRequire(import.meta.url)
const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js')
const { DebugLogger } = require('builder-util')

/** electron-builder's own check of its configuration; throws on what it does not know. */
const validate = (configuration: unknown): Promise<void> => validateConfiguration(configuration, new DebugLogger(false))

describe('electron-builder.yml', () => {
  const configuration: Record<string, unknown> = parse(text('electron-builder.yml'))

  it('is valid', async () => {
    await expect(validate(configuration)).resolves.toBeUndefined()
  })

  it.each([{ asar: 'yes' }, { nsis: { oneclick: false } }, { colour: 'blue' }])('would not be valid with %o', async (mistake) => {
    await expect(validate({ ...configuration, ...mistake })).rejects.toThrow('Invalid configuration')
  })

  it('makes the installers that are promised, none of them 32-bit', () => {
    const targets = (platform: string): unknown => (configuration[platform] as { readonly target: unknown }).target
    expect({ win: targets('win'), linux: targets('linux'), mac: targets('mac') }).toEqual({
      win: [{ target: 'nsis', arch: ['x64', 'arm64'] }, { target: 'portable', arch: ['x64'] }],
      linux: [{ target: 'AppImage', arch: ['x64', 'arm64'] }, { target: 'deb', arch: ['x64', 'arm64'] }],
      mac: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    })
  })

  it('has no way to update itself over the network', () => {
    expect(configuration['publish']).toBeNull()
  })
})
