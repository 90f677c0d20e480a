/** Opens the library, applies the person's settings, then shows the shell, or says why there is nothing to show. */
import { App as AntApp, ConfigProvider, Spin } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts'
import { calmly } from '../api/calmly.ts'
import { onReturn, useConnection } from '../api/connection.ts'
import { queries, refresh, useCall, useEvent } from '../api/hooks.ts'
import { setLanguage } from '../i18n/index.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { LibraryFailed } from './LibraryFailed.tsx'
import { LibraryWatch } from './LibraryWatch.tsx'
import { Notice } from './Notice.tsx'
import { styleNonce } from './page.ts'
import { Shell } from './Shell.tsx'
import { antdTheme, paint } from './theme.ts'

const CSP = { nonce: styleNonce }
// One short word at a time, at the foot of the window where no button lies under it.
const MESSAGE = { maxCount: 1, top: 'calc(100vh - 4.5rem)' }
const prefersDark = matchMedia('(prefers-color-scheme: dark)')
const watchDark = (listener: () => void): (() => void) => {
  prefersDark.addEventListener('change', listener)
  return () => prefersDark.removeEventListener('change', listener)
}
const onLibraryState = (): void => { void queries.invalidateQueries() }
const onTagging = calmly(() => { void refresh(['practices.tagging', 'search.run']) }, 700)
const onWords = calmly(() => { void refresh(['lexicon.', 'search.run']) }, 300)
const onSettings = (): void => { void refresh(['settings.']) }
const onChanged = calmly(() => { void refresh() }, 700)

export function App() {
  const { t } = useTranslation()
  const connection = useConnection((state) => state.connection)
  const state = useCall('library.state', {})
  const open = state.data?.state === 'open'
  const settings = useCall('settings.get', {}, { enabled: open })
  const { theme, zoom, language, readingFont, density } = settings.data ?? DEFAULT_SETTINGS
  const systemDark = useSyncExternalStore(watchDark, () => prefersDark.matches)
  const dark = theme === 'dark' || (theme === 'system' && systemDark)

  const tokens = useMemo(() => antdTheme(dark, zoom), [dark, zoom])

  useEvent('library.state', onLibraryState)
  useEvent('library.changed', onChanged)
  useEvent('practices.tagging', onTagging)
  useEvent('lexicon.changed', onWords)
  useEvent('settings.changed', onSettings)
  useEffect(() => onReturn(onLibraryState), [])
  useEffect(() => { paint(dark, zoom) }, [dark, zoom])
  useEffect(() => { void setLanguage(language) }, [language])
  useEffect(() => {
    document.documentElement.dataset['readingFont'] = readingFont
    document.documentElement.dataset['density'] = density
  }, [readingFont, density])

  return (
    <ConfigProvider csp={CSP} locale={language === 'en' ? enUS : zhCN} theme={tokens} button={{ autoInsertSpace: false }}>
      <AntApp component={false} message={MESSAGE}>
        <LibraryWatch library={state.data?.state === 'open' ? state.data.createdAt : null} />
        <ErrorBoundary>
          {connection === 'lost' && <div className="lost" role="alert"><strong>{t('app.lost')}</strong>{t('app.lostHint')}</div>}
          {connection === 'stranger' ? <Notice title={t('app.stranger')} text={t('app.strangerHint')} level={1} />
            : state.data?.state === 'failed' ? <LibraryFailed folder={state.data.folder} fault={state.data.fault} />
              : settings.data === undefined ? <div className="opening"><Spin description={t('app.loading')} /></div>
                : <Shell settings={settings.data} />}
        </ErrorBoundary>
      </AntApp>
    </ConfigProvider>
  )
}
