/** The window: rail of screens, the screen, and what lies over it. */
import { BookOutlined, DeleteOutlined, DiffOutlined, ImportOutlined, LineChartOutlined, ReadOutlined, SettingOutlined, TableOutlined, TagsOutlined } from '@ant-design/icons'
import { lazy, Suspense, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/contract/settings.ts'
import { Library } from '../screens/library/index.tsx'
import { ShellMenu } from './ShellMenu.tsx'
import { DropTarget } from './DropTarget.tsx'
import { FindBar } from './finding/FindBar.tsx'
import { closeFind } from './finding/open.ts'
import { FirstRun } from './FirstRun.tsx'
import { useGlobalKeys } from './global-keys.ts'
import { ImportWatch } from './ImportWatch.tsx'
import { KeyMap } from './KeyMap.tsx'
import { hostKind } from './page.ts'
import { PersonDialog } from './person.tsx'
import { Palette } from './Palette.tsx'
import { useShellCommands } from './shell-commands.ts'
import { useOnce } from './use-once.ts'
import { useView, useViewOf, type Screen } from './view.ts'

const Compare = lazy(() => import('../screens/compare/index.tsx'))
const Practices = lazy(() => import('../screens/practices/index.tsx'))
const Dictionary = lazy(() => import('../screens/dictionary/index.tsx'))
const Judgements = lazy(() => import('../screens/judgements/index.tsx'))
const Facts = lazy(() => import('../screens/facts/index.tsx'))
const Import = lazy(() => import('../screens/import/index.tsx'))
const Trash = lazy(() => import('../screens/trash/index.tsx'))
const SettingsScreen = lazy(() => import('../screens/settings/index.tsx'))

const RAIL: readonly { readonly screen: Screen; readonly icon: ReactNode }[] = [
  { screen: 'library', icon: <ReadOutlined aria-hidden /> },
  { screen: 'compare', icon: <TableOutlined aria-hidden /> },
  { screen: 'practices', icon: <TagsOutlined aria-hidden /> },
  { screen: 'facts', icon: <LineChartOutlined aria-hidden /> },
  { screen: 'dictionary', icon: <BookOutlined aria-hidden /> },
  { screen: 'judgements', icon: <DiffOutlined aria-hidden /> },
  { screen: 'import', icon: <ImportOutlined aria-hidden /> },
  { screen: 'trash', icon: <DeleteOutlined aria-hidden /> },
  { screen: 'settings', icon: <SettingOutlined aria-hidden /> },
]

export function Shell({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation()
  const { screen, show, finding } = useViewOf('screen', 'show', 'finding')
  const main = useRef<HTMLElement>(null)
  const commanding = useOnce(useView((view) => view.dialog === 'palette'))
  const compared = useOnce(screen === 'compare')
  const asking = useOnce(useView((view) => view.dialog === 'keys'))
  const listed = useOnce(screen === 'facts')
  const judged = useOnce(screen === 'judgements')
  const lookedUp = useOnce(screen === 'dictionary')
  const studied = useOnce(screen === 'practices')
  useShellCommands(settings)
  useGlobalKeys()
  return (
    <DropTarget>
      <div className="shell">
        <nav className="rail" aria-label={t('app.nav')}>
          {hostKind === 'browser' && <ShellMenu />}
          {RAIL.map((item) => (
            <button key={item.screen} type="button" className="rail-item" aria-current={item.screen === screen ? 'page' : undefined} onClick={() => show(item.screen)}>
              {item.icon}
              <span>{t(`screens.${item.screen}`)}</span>
            </button>
          ))}
        </nav>
        <main className="screen" ref={main}>
          {finding === 'screen' && screen !== 'library' && <FindBar key={screen} root={() => main.current} only={null} label={t('find.onScreen')} onClose={closeFind} />}
          {/* Library and practices stay mounted, so that coming back finds the list, the place in it and the reader as they were. */}
          <div className="screen-body" hidden={screen !== 'library'}><Library /></div>
          {/* So does the board, once it was seen: reading a sentence and coming back finds its evidence still open. */}
          {compared && <div className="screen-body" hidden={screen !== 'compare'}><Suspense><Compare /></Suspense></div>}
          {studied && <div className="screen-body" hidden={screen !== 'practices'}><Suspense><Practices /></Suspense></div>}
          {listed && <div className="screen-body" hidden={screen !== 'facts'}><Suspense><Facts /></Suspense></div>}
          {lookedUp && <div className="screen-body" hidden={screen !== 'dictionary'}><Suspense><Dictionary /></Suspense></div>}
          {judged && <div className="screen-body" hidden={screen !== 'judgements'}><Suspense><Judgements /></Suspense></div>}
          <Suspense>
            {screen === 'import' && <Import />}
            {screen === 'trash' && <Trash />}
            {screen === 'settings' && <SettingsScreen />}
          </Suspense>
        </main>
      </div>
      <ImportWatch />
      {commanding && <Palette />}
      {asking && <KeyMap />}
      <PersonDialog />
      {!settings.noticeAccepted && <FirstRun />}
    </DropTarget>
  )
}
