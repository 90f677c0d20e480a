import type { Origin } from '../../contract/entry.ts'
import type { Settings, settingsMethods } from '../../contract/settings.ts'
import type { Context, Service } from './context.ts'

export function settingsService({ library, ports, indexing }: Context): Service<keyof typeof settingsMethods> {
  const { connection, reads, writes } = library
  return {
    'settings.get': () => reads.preferences.settings(),
    'settings.set': (change) => {
      connection.write(() => writes.preferences.set(change))
      const settings = reads.preferences.settings()
      ports.emit('settings.changed', settings)
      if (change.showBundled !== undefined) {
        indexing.index.hide(hiddenOrigins(settings))
        ports.emit('library.changed', { ids: null })
      }
      return settings
    },
  }
}

/** What the person does not want to see in lists, facets, boards and practice pages. */
export const hiddenOrigins = ({ showBundled }: Pick<Settings, 'showBundled'>): readonly Origin[] => (showBundled ? [] : ['bundled'])
