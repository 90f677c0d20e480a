/** What stands behind the name of a fact, in words. */
import { useTranslation } from 'react-i18next'
import type { CardFact } from '../../../../../../electron/contract/card.ts'
import type { Indicator } from '../../../../../../electron/contract/fact.ts'

/** `periodSaid` where something else already says that the text gives no period. */
export function useDetail(): (fact: CardFact, periodSaid?: boolean) => readonly string[] {
  const { t } = useTranslation()
  const stated = (parts: readonly (string | null)[]): string[] => parts.flatMap((part) => (part === null || part === '' ? [] : [part]))
  const indicator = ({ kind, period, scope, denominator, qualifier }: Indicator, periodSaid: boolean): string[] =>
    stated([t(`fact.indicatorKind.${kind}`), qualifier === 'exact' ? null : t(`fact.qualifier.${qualifier}`), period?.text ?? (periodSaid ? null : t('card.noPeriod')), scope, denominator === null ? null : t('card.denominator', { denominator })])
  return (fact, periodSaid = false) => {
    if ('measures' in fact) return indicator(fact, periodSaid)
    if ('steps' in fact) return stated([fact.steps.join(' → ')])
    if ('components' in fact) return stated([fact.components.join('、') === fact.name ? null : fact.components.join('、')])
    if ('speaker' in fact) return stated([fact.speaker ?? t('card.noSpeaker')])
    if ('holder' in fact) return stated([t(`fact.honourKind.${fact.kind}`), fact.level && t(`fact.level.${fact.level}`), fact.year, fact.holder])
    if ('alias' in fact) return stated([fact.role, fact.place, fact.alias === null ? null : t('card.alias', { alias: fact.alias })])
    if ('title' in fact) return []
    if ('district' in fact) return stated([fact.province, fact.city, fact.district === fact.name ? null : fact.district])
    if ('role' in fact) return stated([t(`fact.leadRole.${fact.role}`)])
    if ('place' in fact) return stated([t(`fact.brandKind.${fact.kind}`), fact.place])
    return 'kind' in fact ? stated([t(`fact.platformKind.${fact.kind}`)]) : []
  }
}
