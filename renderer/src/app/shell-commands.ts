/** The commands that work wherever one is. */
import type { CommandId } from '../../../electron/contract/commands.ts'
import { useEvent, useAction } from '../api/hooks.ts'
import { openFind } from './finding/open.ts'
import { focusOn, PLACES } from './focus.ts'
import { openDialog } from './keyboard.ts'
import type { Settings } from '../../../electron/contract/settings.ts'
import { runCommand, useCommand } from './commands.ts'
import { useImports } from './imports.tsx'
import { useUndo } from './undo.tsx'
import { useUpkeep } from './upkeep.ts'
import { useView, useViewOf } from './view.ts'

const ZOOMS = [100, 125, 150] as const
/** Over an open dialog the menu only changes how things look: another dialog in its place would take what was typed into it along. */
const onMenu = ({ command }: { readonly command: CommandId }): void => {
  if (openDialog() === null || command.startsWith('view.')) runCommand(command)
}

/** The list with the search box may have given way to the text, or to what stands beside it. */
function toSearch(): void {
  focusOn('search', () => useView.getState().show('library'))
  for (const back of [{ reading: false }, { panel: null }]) if (document.querySelector(PLACES.search) === null) focusOn('search', () => useView.setState(back))
}

export function useShellCommands(settings: Settings): void {
  const { show, open, screen } = useViewOf('show', 'open', 'screen')
  const set = useAction('settings.set')
  const imports = useImports()
  const undo = useUndo()
  const upkeep = useUpkeep()
  const zoomBy = (step: 1 | -1): void => {
    const zoom = ZOOMS[ZOOMS.indexOf(settings.zoom) + step]
    if (zoom !== undefined) set.mutate({ zoom })
  }
  useEvent('menu.command', onMenu)
  useCommand('screen.library', () => show('library'))
  useCommand('screen.compare', () => show('compare'))
  useCommand('screen.practices', () => show('practices'))
  useCommand('screen.facts', () => show('facts'))
  useCommand('screen.dictionary', () => show('dictionary'))
  useCommand('screen.judgements', () => show('judgements'))
  useCommand('judgements.export', () => { show('judgements'); open('export-judgements') })
  useCommand('judgements.import', () => { show('judgements'); open('import-judgements') })
  useCommand('screen.import', () => show('import'))
  useCommand('screen.trash', () => show('trash'))
  useCommand('screen.settings', () => show('settings'))
  useCommand('palette.open', () => open('palette'))
  useCommand('help.keys', () => open('keys'))
  useCommand('help.about', () => show('settings'))
  useCommand('library.backup', upkeep.backUp)
  useCommand('library.check', () => { show('settings'); upkeep.check() })
  useCommand('library.reindex', upkeep.reindex)
  useCommand('entry.new', () => { show('library'); open('create') })
  useCommand('import.files', () => imports.pick('files'))
  useCommand('import.folder', () => imports.pick('folder'))
  useCommand('import.paste', () => { show('import'); open('paste') })
  useCommand('find.open', openFind)
  useCommand('search.focus', toSearch)
  useCommand('pack.export', () => { show('library'); open('pack') })
  useCommand('search.save', () => open('save-search'), screen === 'library')
  useCommand('view.theme', () => set.mutate({ theme: document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark' }))
  useCommand('view.zoomIn', () => zoomBy(1), settings.zoom < 150)
  useCommand('view.zoomOut', () => zoomBy(-1), settings.zoom > 100)
  useCommand('edit.undo', undo.last, undo.canUndo)
}
