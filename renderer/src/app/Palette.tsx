/** Every command, saved search and entry, a few letters away. */
import { Modal } from 'antd'
import { Command } from 'cmdk'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandId } from '../../../electron/contract/commands.ts'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { useCall } from '../api/hooks.ts'
import { useCommandName } from './command-names.ts'
import { runCommand, useOffered } from './commands.ts'
import { shown } from './keyboard.ts'
import { fits } from './matching.ts'
import { hostKind } from './page.ts'
import { practiceClass } from './practice-colours.ts'
import { shortcutOf } from './shortcuts.ts'
import { useTaxonomy } from './use-taxonomy.ts'
import { useView, useViewOf } from './view.ts'

const MOST_ENTRIES = 7
const MOST_PRACTICES = 6

export function Palette() {
  const { t } = useTranslation()
  const { dialog, open } = useViewOf('dialog', 'open')
  const input = useRef<HTMLInputElement>(null)
  return (
    <Modal open={dialog === 'palette'} onCancel={() => open(null)} footer={null} closable={false} title={t('app.palette')} width="35rem" destroyOnHidden afterOpenChange={(shownNow) => { if (shownNow) input.current?.focus() }}>
      <PaletteList input={input} />
    </Modal>
  )
}

function PaletteList({ input }: { readonly input: React.Ref<HTMLInputElement> }) {
  const { t } = useTranslation()
  const name = useCommandName()
  const offered = useOffered()
  const taxonomy = useTaxonomy()
  const { open, read, study, search, filter, order } = useViewOf('open', 'read', 'study', 'search', 'filter', 'order')
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed.trim())
  const saved = useCall('searches.saved', {}).data ?? []
  const found = useCall('search.run', { query, filters: NO_FILTERS, sort: 'relevance', facets: false, offset: 0, limit: MOST_ENTRIES }, { enabled: query !== '', keep: true }).data
  const commands = CommandId.options.filter((command) => command !== 'palette.open' && offered.has(command) && fits(name(command), typed))
  const searches = saved.filter((one) => fits(one.name, typed))
  const practices = query === '' ? [] : taxonomy.practices.filter(({ id, zh }) => fits(taxonomy.label(id), typed) || fits(zh, typed)).slice(0, MOST_PRACTICES)
  const entries = query === '' ? [] : (found?.hits ?? [])
  return (
    // Filtered here: entries come already found, by the text they hold.
    <Command label={t('app.palette')} shouldFilter={false} loop className="palette">
      <Command.Input ref={input} value={typed} onValueChange={setTyped} placeholder={t('app.paletteHint')} />
      <Command.List label={t('app.palette')}>
        <Command.Empty>{t('app.paletteEmpty')}</Command.Empty>
        {commands.length > 0 && (
          <Command.Group heading={t('app.paletteCommands')}>
            {commands.map((command) => {
              const shortcut = shortcutOf(command, hostKind)
              return (
                <Command.Item key={command} value={command} onSelect={() => { open(null); runCommand(command) }}>
                  <span>{name(command)}</span>
                  {shortcut !== null && <kbd>{shown(shortcut)}</kbd>}
                </Command.Item>
              )
            })}
          </Command.Group>
        )}
        {searches.length > 0 && (
          <Command.Group heading={t('library.saved')}>
            {searches.map((one) => (
              <Command.Item key={one.id} value={one.id} onSelect={() => { useView.getState().show('library'); search(one.query); filter(one.filters); order(one.sort) }}>
                <span>{one.name}</span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {practices.length > 0 && (
          <Command.Group heading={t('screens.practices')}>
            {practices.map(({ id }) => (
              <Command.Item key={id} value={id} onSelect={() => study(id)}>
                <span><span className={`practice-dot ${practiceClass(id)}`} aria-hidden />{taxonomy.label(id)}</span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {entries.length > 0 && (
          <Command.Group heading={t('app.paletteEntries')}>
            {entries.map((hit) => <Command.Item key={hit.id} value={hit.id} onSelect={() => read(hit.id)}><span>{hit.title}</span></Command.Item>)}
          </Command.Group>
        )}
      </Command.List>
    </Command>
  )
}
