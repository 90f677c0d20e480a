import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { homeOf } from '../../../electron/core/hosting/home.ts'
import { libraryLocation } from '../../../electron/core/hosting/library-location.ts'
import { personOf } from '../../../electron/core/hosting/person.ts'

describe('the per-user folders', () => {
  it.skipIf(process.platform === 'win32').each([
    ['Linux', {}, 'linux', '/home/li/.config/shanzhi-casebook', '/home/li/.local/share/shanzhi-casebook'],
    ['Linux with XDG folders', { XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d' }, 'linux', '/c/shanzhi-casebook', '/d/shanzhi-casebook'],
    ['macOS', {}, 'darwin', '/home/li/Library/Application Support/shanzhi-casebook', '/home/li/Library/Application Support/shanzhi-casebook'],
    ['Windows', { APPDATA: '/AppData/Roaming' }, 'win32', '/AppData/Roaming/shanzhi-casebook', '/AppData/Roaming/shanzhi-casebook'],
    ['CASEBOOK_HOME', { CASEBOOK_HOME: '/usb', XDG_DATA_HOME: '/d' }, 'linux', '/usb', '/usb'],
    ['an empty variable counts as unset', { CASEBOOK_HOME: '', XDG_DATA_HOME: '' }, 'linux', '/home/li/.config/shanzhi-casebook', '/home/li/.local/share/shanzhi-casebook'],
  ])('%s', (_name, environment, platform, config, data) => {
    expect(homeOf(environment, platform, '/home/li')).toEqual({ config, data })
  })
})

describe('which library opens', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'casebook-home-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const at = (environment: Record<string, string> = {}): ReturnType<typeof libraryLocation> => libraryLocation({ config: folder, data: folder }, environment)

  it('is the default folder at first', () => {
    expect([at().current(), at().recent()]).toEqual([join(folder, 'library'), []])
  })

  it('is the one opened last, with the earlier ones to hand', () => {
    for (const name of ['甲', '乙', '丙', '乙']) at().remember(join(folder, name))
    expect([at().current(), at().recent()]).toEqual([join(folder, '乙'), [join(folder, '丙'), join(folder, '甲'), join(folder, 'library')]])
  })

  it('is the one the environment names, until another is opened in this session', () => {
    at().remember(join(folder, '甲'))
    const location = at({ CASEBOOK_LIBRARY: join(folder, '乙') })
    expect(location.current()).toBe(join(folder, '乙'))
    location.remember(join(folder, '丙'))
    expect(location.current()).toBe(join(folder, '丙'))
  })

  it('keeps the name of the person when another library opens, and the libraries when the name changes', () => {
    const home = { config: folder, data: folder }
    expect(personOf(home).name()).toBeNull()
    personOf(home).rename('韩江雪')
    at().remember(join(folder, '甲'))
    expect(personOf(home).name()).toBe('韩江雪')
    personOf(home).rename('李明')
    expect([at().current(), personOf(home).name()]).toEqual([join(folder, '甲'), '李明'])
  })

  it('knows the name for the session where it cannot be kept', () => {
    writeFileSync(join(folder, 'file'), '')
    const person = personOf({ config: join(folder, 'file', 'config'), data: folder })
    person.rename('韩江雪')
    expect(person.name()).toBe('韩江雪')
  })

  it('remembers ten', () => {
    for (let n = 0; n < 15; n++) at().remember(join(folder, `库${n}`))
    expect(JSON.parse(readFileSync(join(folder, 'host.json'), 'utf8'))).toMatchObject({ recent: Array.from({ length: 10 }, (_, n) => join(folder, `库${14 - n}`)) })
  })

  it.each([['no JSON at all', '{'], ['another shape', '[1]'], ['wrong types', '{"library":7,"recent":"x"}']])('starts with the default folder when host.json is damaged: %s', (_name, text) => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'host.json'), text)
    expect([at().current(), at().recent()]).toEqual([join(folder, 'library'), []])
  })
})
