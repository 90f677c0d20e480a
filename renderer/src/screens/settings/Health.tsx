/** 体检: is everything there, and does it agree? */
import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CheckReport } from '../../../../electron/contract/library.ts'
import { Row, Section } from './Section.tsx'

export function Health({ report, checking, reindexing, onCheck, onReindex }: {
  readonly report: CheckReport | undefined
  readonly checking: boolean
  readonly reindexing: boolean
  readonly onCheck: () => void
  readonly onReindex: () => void
}) {
  const { t } = useTranslation()
  return (
    <Section title={t('settings.health')}>
      <Row label={t('settings.check')} hint={t('settings.checkHint')}>
        <Button loading={checking} onClick={onCheck}>{t('settings.checkNow')}</Button>
      </Row>
      {report !== undefined && (
        <ul className="findings" aria-label={t('settings.findings')} role="status">
          {report.findings.map((finding) => (
            <li key={finding.check}>
              {finding.ok ? <CheckCircleOutlined className="ok" aria-hidden /> : <WarningOutlined className="danger" aria-hidden />}
              <span>{t(`settings.checks.${finding.check}`)}</span>
              <span className="meta">{finding.detail}</span>
            </li>
          ))}
        </ul>
      )}
      <Row label={t('settings.reindex')} hint={t('settings.reindexHint')}>
        <Button loading={reindexing} onClick={onReindex}>{t('settings.reindexNow')}</Button>
      </Row>
    </Section>
  )
}
