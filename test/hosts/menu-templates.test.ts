import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../electron/contract/commands.ts'
import { contextTemplate, menuTemplate } from '../../electron/main/menu-templates.ts'

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
const all = { canUndo: true, canRedo: true, canCut: true, canCopy: true, canPaste: true, canSelectAll: true }

describe('the menu bar', () => {
  it('is Chinese throughout', () => {
    const labels = flat(menuTemplate('darwin', true, () => undefined)).filter(({ type }) => type !== 'separator').map(({ label }) => label ?? '')
    expect(labels.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual([])
  })

  it('holds every command once, under its own menu, with its key', () => {
    const bar = menuTemplate('linux', false, () => undefined)
    for (const [id, { zh, key, menu }] of Object.entries(COMMANDS)) {
      const found = flat(bar).filter((item) => item.id === id)
      expect(found).toHaveLength(1)
      expect([found[0]?.label, found[0]?.accelerator ?? null]).toEqual([zh, key])
      const { submenu } = bar.find((item) => item.id === `menu.${menu}`) ?? {}
      expect(Array.isArray(submenu) && submenu.some((item) => item.id === id)).toBe(true)
    }
  })

  it('sends a chosen command', () => {
    const sent: string[] = []
    const item = flat(menuTemplate('win32', false, (command) => sent.push(command))).find(({ id }) => id === 'import.files')
    Reflect.apply(item?.click ?? (() => undefined), undefined, [])
    expect(sent).toEqual(['import.files'])
  })

  it('leaves keys to the page except on macOS, where the menu alone gets them', () => {
    const register = (platform: string): unknown => flat(menuTemplate(platform, false, () => undefined)).find(({ id }) => id === 'search.focus')?.registerAccelerator
    expect([register('linux'), register('win32'), register('darwin')]).toEqual([false, false, true])
  })

  it('shows developer tools in development only', () => {
    const has = (development: boolean): boolean => flat(menuTemplate('linux', development, () => undefined)).some(({ role }) => role === 'toggleDevTools')
    expect([has(true), has(false)]).toEqual([true, false])
  })

  it('never offers to load the page anew, which would lose what is being written', () => {
    expect(flat(menuTemplate('linux', true, () => undefined)).filter(({ role }) => role === 'reload' || role === 'forceReload')).toEqual([])
  })
})

describe('the context menu', () => {
  it.each([
    ['edits in a text field', true, false, ['undo', 'redo', undefined, 'cut', 'copy', 'paste', undefined, 'selectAll']],
    ['copies a selection', false, true, ['copy']],
    ['is absent elsewhere', false, false, []],
  ] as const)('%s', (_name, editable, selected, roles) => {
    expect(contextTemplate(editable, selected, all).map(({ role }) => role)).toEqual(roles)
  })
  it('greys out what cannot be done', () => {
    expect(contextTemplate(true, false, { ...all, canPaste: false }).find(({ role }) => role === 'paste')?.enabled).toBe(false)
  })
})
