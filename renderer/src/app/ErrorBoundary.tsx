import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from './Notice.tsx'

function Crashed() {
  const { t } = useTranslation()
  return (
    <Notice title={t('app.crashed')} text={t('app.crashedHint')} level={1}>
      <Button type="primary" onClick={() => location.reload()}>{t('app.reload')}</Button>
    </Notice>
  )
}

/** A fault in one page must not leave a blank window. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }
  override render(): ReactNode {
    return this.state.failed ? <Crashed /> : this.props.children
  }
}
