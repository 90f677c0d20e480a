import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../electron/contract/commands.ts'

describe('the commands', () => {
  it('share no key', () => {
    const keys = Object.values(COMMANDS).map((command) => command.key).filter((key) => key !== null)
    expect(keys.length).toBe(new Set(keys).size)
  })
  it('are named in both languages', () => {
    for (const command of Object.values(COMMANDS)) {
      expect(command.zh).toMatch(/[一-龥]/)
      expect(command.en).toMatch(/^[A-Z][\w ,…]+$/)
    }
  })
})
