/** The cleaning rules that acted on a file, each with a switch. */
import { Button, Popover, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReviewRule } from '../../../../../../electron/contract/importing.ts'

export function RulesButton({ rules, onSwitch }: { readonly rules: readonly ReviewRule[]; readonly onSwitch: (id: string, on: boolean) => void }) {
  const { t, i18n } = useTranslation()
  const off = rules.filter(({ on }) => !on).length
  const name = (id: string): string => (i18n.exists(`reading.rules.${id}`) ? t(`reading.rules.${id}`) : id)
  const list = (
    <ul className="rule-list" aria-label={t('reading.rulesTitle')}>
      {rules.map(({ id, count, on }) => (
        <li key={id}>
          <label className="rule-row">
            <Switch size="small" checked={on} aria-label={name(id)} onChange={(next) => onSwitch(id, next)} />
            <span>{name(id)}</span>
            <span className="meta">{on ? t('reading.ruleCount', { count }) : t('reading.ruleOff')}</span>
          </label>
        </li>
      ))}
    </ul>
  )
  return (
    <Popover trigger="click" placement="bottomLeft" title={t('reading.rulesTitle')} content={rules.length === 0 ? t('reading.noRules') : list}>
      <Button size="small">{off === 0 ? t('reading.rulesButton', { count: rules.length }) : t('reading.rulesButtonOff', { count: rules.length, off })}</Button>
    </Popover>
  )
}
