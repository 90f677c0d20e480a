import type { settingsMethods } from '../../contract/settings.ts'
import type { Context, Service } from './context.ts'

export function settingsService({ library, ports }: Context): Service<keyof typeof settingsMethods> {
  const { connection, reads, writes } = library
  return {
    'settings.get': () => reads.preferences.settings(),
    'settings.set': (change) => {
      connection.write(() => writes.preferences.set(change))
      const settings = reads.preferences.settings()
      ports.emit('settings.changed', settings)
      return settings
    },
  }
}
