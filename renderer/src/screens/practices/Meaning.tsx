/** What a practice is: definition, what counts, what does not, the question for a class. */
import { useTranslation } from 'react-i18next'
import type { Practice } from '../../../../electron/contract/practices.ts'

export function Meaning({ practice }: { readonly practice: Practice }) {
  const { t } = useTranslation()
  return (
    <section className="meaning" aria-label={t('practices.meaning')}>
      <p className="definition">{practice.definition}</p>
      <div className="counting">
        <div>
          <h3>{t('practices.counts')}</h3>
          <ul>{practice.counts.map((line) => <li key={line}>{line}</li>)}</ul>
        </div>
        <div>
          <h3>{t('practices.countsNot')}</h3>
          <ul>{practice.countsNot.map((line) => <li key={line}>{line}</li>)}</ul>
        </div>
      </div>
      <p className="question"><strong>{t('practices.question')}</strong> {practice.question}</p>
      <details className="triggers">
        <summary>{t('practices.rules')}</summary>
        <dl>
          {practice.strong.length > 0 && <div><dt>{t('practices.strong')}</dt><dd>{practice.strong.join(' · ')}</dd></div>}
          {practice.weak.length > 0 && <div><dt>{t('practices.weak')}</dt><dd>{practice.weak.join(' · ')}</dd></div>}
          {practice.negative.length > 0 && <div><dt>{t('practices.negative')}</dt><dd>{practice.negative.join(' · ')}</dd></div>}
        </dl>
      </details>
    </section>
  )
}
