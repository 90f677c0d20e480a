/** 做法: the taxonomy on the left, the page of one practice on the right. */
import { EditOutlined, HistoryOutlined } from '@ant-design/icons'
import { Button, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useCall } from '../../api/hooks.ts'
import { useChanging } from '../../app/changing.ts'
import { useLabels } from '../../app/labels.ts'
import { useTaxonomy } from '../../app/use-taxonomy.ts'
import { useViewOf } from '../../app/view.ts'
import { ChangeDialog, type Changing } from '../../parts/ChangeDialog.tsx'
import { useLayouts } from '../library/use-layout.ts'
import { useCounts } from './hooks.ts'
import { Codebook } from './Codebook.tsx'
import { LabelDialog, type Naming } from './LabelDialog.tsx'
import { LabelList } from './LabelList.tsx'
import { LabelPage } from './LabelPage.tsx'
import { PracticePage } from './PracticePage.tsx'
import { Steps } from './Steps.tsx'
import { TaxonomyTree } from './TaxonomyTree.tsx'

export default function PracticesScreen() {
  const { t } = useTranslation()
  const taxonomy = useTaxonomy()
  const counts = useCounts()
  const tagging = useCall('practices.tagging', {}).data
  const { practice, label, study, studyLabel } = useViewOf('practice', 'label', 'study', 'studyLabel')
  const labels = useLabels()
  const page = useRef<HTMLDivElement>(null)
  const [{ plain: layout }, measure] = useLayouts()
  const [changing, setChanging] = useState<Changing | null>(null)
  const [naming, setNaming] = useState<Naming | null>(null)
  const [stepping, setStepping] = useState(false)
  const { change } = useChanging(taxonomy)
  const shown = (practice === null ? undefined : taxonomy.get(practice)) ?? taxonomy.practices[0]
  const labelled = label === null ? undefined : labels.get(label)
  const id = labelled?.id ?? shown?.id
  // In braces: a browser may answer a promise here, which is no way to clean up.
  useEffect(() => { void page.current?.scrollTo({ top: 0 }) }, [id])
  if (shown === undefined) return <div className="opening"><Spin /></div>
  return (
    <div className="practices-screen" ref={measure}>
      <Group key={layout} orientation={layout === 'one' ? 'vertical' : 'horizontal'} className="library">
        <Panel className="pane taxonomy-pane" defaultSize={layout === 'one' ? '34%' : '17rem'} minSize="12rem" maxSize="40%">
          <div className="taxonomy-column" data-pane>
            <h2 className="taxonomy-title">{t('screens.practices')}</h2>
            <div className="taxonomy-tools">
              <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setChanging({ type: 'words', practice: shown })}>{t('changing.edit')}</Button>
              <Button size="small" type="text" icon={<HistoryOutlined aria-hidden />} onClick={() => setStepping(true)}>{t('changing.stepsCount')}</Button>
              <Codebook />
            </div>
            {tagging?.state === 'running' && <p className="hint" role="status">{t('practices.tagging', { done: tagging.done, total: tagging.total })}</p>}
            {tagging !== undefined && tagging.skipped > 0 && <p className="hint" role="status">{t('practices.skipped', { count: tagging.skipped })}</p>}
            <TaxonomyTree taxonomy={taxonomy} counts={counts} chosen={labelled === undefined ? shown.id : null} onChoose={study} />
            <LabelList labels={labels} chosen={labelled?.id ?? null} onChoose={studyLabel} onMake={() => setNaming({ label: null })} />
          </div>
        </Panel>
        <Separator className={layout === 'one' ? 'separator flat' : 'separator'} aria-label={t('practices.resize')} />
        <Panel className="pane" minSize="20rem">
          <div className="practice-page" ref={page} data-pane tabIndex={0} role="region" aria-label={labelled?.name ?? taxonomy.label(shown.id)}>
            <div className="practice-column">{labelled === undefined ? <PracticePage key={shown.id} practice={shown} taxonomy={taxonomy} page={page} /> : <LabelPage key={labelled.id} label={labelled} labels={labels} page={page} onEdit={() => setNaming({ label: labelled })} />}</div>
          </div>
        </Panel>
      </Group>
      <ChangeDialog changing={changing} onChange={(made) => void change(made).then((done) => { if (done) setChanging(null) })} onClose={() => setChanging(null)} onClosed={() => { if (document.activeElement === document.body) page.current?.focus() }} />
      <LabelDialog naming={naming} labels={labels} onClose={() => setNaming(null)} onClosed={() => { if (document.activeElement === document.body) page.current?.focus() }} />
      <Steps taxonomy={taxonomy} open={stepping} onClose={() => setStepping(false)} />
    </div>
  )
}
