/** 案例库: facets · list · reader, in panes that resize by mouse and keyboard, as many of them as fit. */
import { Drawer } from 'antd'
import { memo, useCallback, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useOnce } from '../../app/use-once.ts'
import { useView } from '../../app/view.ts'
import { CreateDialog } from './CreateDialog.tsx'
import { FacetPane } from './facets/FacetPane.tsx'
import { ListPane } from './ListPane.tsx'
import { PackDialog } from './PackDialog.tsx'
import { Reader } from './reader/index.tsx'
import { SaveSearchDialog } from './asking/SaveSearchDialog.tsx'
import { useResults } from './results.ts'
import { useLayouts } from './use-layout.ts'

// A new list is not a new reader: what did not change is not drawn again.
const Facets = memo(FacetPane)
const StillReader = memo(Reader)
const StillCreateDialog = memo(CreateDialog)
const StillSaveSearchDialog = memo(SaveSearchDialog)
const StillPackDialog = memo(PackDialog)
const backToList = (): void => useView.setState({ reading: false })
/** The list had to give way to what stands beside the text. */
const closePanel = (): void => useView.setState({ reading: false, panel: null })

export function Library() {
  const { t } = useTranslation()
  const results = useResults()
  const reading = useView((view) => view.reading)
  const beside = useView((view) => view.panel !== null && view.selected !== null)
  const creating = useOnce(useView((view) => view.dialog === 'create'))
  const saving = useOnce(useView((view) => view.dialog === 'save-search'))
  const packing = useOnce(useView((view) => view.dialog === 'pack'))
  const [{ plain, carded }, measure] = useLayouts()
  const layout = beside ? carded : plain
  const folded = layout === 'one' && plain !== 'one'
  const readerShown = layout !== 'one' || folded || reading
  const listShown = layout !== 'one' || !readerShown
  const [facetsOpen, setFacetsOpen] = useState(false)
  const openFacets = useCallback(() => setFacetsOpen(true), [])
  const narrowed = useOnce(facetsOpen)
  // The list is there first, at the start and at each key; what it can be narrowed by follows.
  const facets = <Facets facets={useDeferredValue(results.first?.facets, undefined)} />
  const list = <ListPane results={results} onFacets={layout === 'three' ? null : openFacets} />
  return (
    <div className="library-screen" ref={measure} data-layout={layout}>
      {/* One group for all layouts: the reader keeps its place in the text while panes beside it come and go. */}
      <Group className="library" orientation="horizontal">
        {layout === 'three' && <Panel key="facets" id="facets" className="pane facet-pane" defaultSize="17%" minSize="12rem" maxSize="30%" collapsible collapsedSize="0%">{facets}</Panel>}
        {layout === 'three' && <Separator key="facets-edge" id="facets-edge" className="separator" aria-label={t('library.resizeFacets')} />}
        {listShown && <Panel key="list" id="list" className="pane list-pane" defaultSize={layout === 'three' ? '33%' : beside ? '30%' : '44%'} minSize="19rem">{list}</Panel>}
        {listShown && readerShown && <Separator key="list-edge" id="list-edge" className="separator" aria-label={t('library.resizeList')} />}
        {readerShown && <Panel key="reader" id="reader" className="pane reader-pane" minSize="20rem"><StillReader onBack={folded ? closePanel : layout === 'one' ? backToList : null} /></Panel>}
      </Group>
      {narrowed && <Drawer open={facetsOpen && layout !== 'three'} placement="left" size="20rem" title={t('library.facets')} onClose={() => setFacetsOpen(false)} className="facet-drawer">
        {facets}
      </Drawer>}
      {creating && <StillCreateDialog />}
      {saving && <StillSaveSearchDialog />}
      {packing && <StillPackDialog />}
    </div>
  )
}
