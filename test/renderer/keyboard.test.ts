import { beforeAll, describe, expect, it, vi } from 'vitest'

const press = (key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0, ...more }) as KeyboardEvent

describe('the keyboard', () => {
  let keyboard: typeof import('../../renderer/src/app/keyboard.ts')
  beforeAll(async () => {
    vi.stubGlobal('document', { querySelector: () => null })
    vi.stubGlobal('navigator', { platform: 'Win32' })
    keyboard = await import('../../renderer/src/app/keyboard.ts')
  })

  it.each([
    ['isComposing', { isComposing: true }],
    ['keyCode 229', { keyCode: 229 }],
  ])('leaves a key to the input method: %s', (_name, more) => {
    expect(keyboard.composing(press('Enter', more))).toBe(true)
  })
  it('leaves a key named Process to it, too', () => {
    expect(keyboard.composing(press('Process'))).toBe(true)
    expect(keyboard.composing(press('Enter'))).toBe(false)
  })
  it.each([
    ['CmdOrCtrl+K', press('k', { ctrlKey: true }), true],
    ['CmdOrCtrl+K', press('K', { ctrlKey: true, shiftKey: true }), false],
    ['CmdOrCtrl+Shift+C', press('C', { ctrlKey: true, shiftKey: true }), true],
    ['CmdOrCtrl+C', press('c', { ctrlKey: true, altKey: true }), false],
    ['Alt+1', press('1', { altKey: true }), true],
    ['Alt+1', press('¡', { altKey: true, code: 'Digit1' }), true],
    ['Alt+N', press('˜', { altKey: true, code: 'KeyN' }), true],
    ['Alt+O', press('O', { altKey: true, shiftKey: true, code: 'KeyO' }), false],
    ['Alt+Shift+O', press('O', { altKey: true, shiftKey: true, code: 'KeyO' }), true],
    ['CmdOrCtrl+,', press(',', { ctrlKey: true }), true],
    ['CmdOrCtrl+K', press('k', { metaKey: true }), false],
  ] as const)('%s', (shortcut, event, expected) => {
    expect(keyboard.matches(event, shortcut)).toBe(expected)
  })
})
