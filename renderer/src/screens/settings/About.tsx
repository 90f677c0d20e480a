/** What this is, what it runs on, and whose work is in it. */
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HostInfo } from '../../../../electron/contract/host.ts'
import { Row, Section } from './Section.tsx'

export function About({ info }: { readonly info: HostInfo }) {
  const { t } = useTranslation()
  return (
    <Section title={t('settings.about')}>
      <Row label={t('app.name')}>{t('settings.version', { version: info.version })}</Row>
      <Row label={t('settings.host')}>{t(`settings.hosts.${info.kind}`)} · {info.runtime} · {info.platform}</Row>
      <Row label={t('settings.scope')}>{t('import.unclassifiedOnly')}</Row>
      <h3>{t('settings.licences')}</h3>
      <Table
        size="small"
        rowKey={({ name, version }) => `${name}@${version}`}
        dataSource={[...info.licences]}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[{ title: t('settings.package'), dataIndex: 'name' }, { title: t('settings.packageVersion'), dataIndex: 'version', width: '7.5rem' }, { title: t('settings.licence'), dataIndex: 'licence', width: '10rem' }]}
      />
    </Section>
  )
}
