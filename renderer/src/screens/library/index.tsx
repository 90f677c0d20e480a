/** 案例库: facets · list · reader, in panes that resize by mouse and keyboard. */
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { CreateDialog } from './CreateDialog.tsx'
import { FacetPane } from './FacetPane.tsx'
import { ListPane } from './ListPane.tsx'
import { Reader } from './reader/index.tsx'
import { SaveSearchDialog } from './SaveSearchDialog.tsx'
import { useResults } from './hooks.ts'

export function Library() {
  const { t } = useTranslation()
  const results = useResults()
  return (
    <>
      <Group className="library" orientation="horizontal">
        <Panel className="pane facet-pane" defaultSize="17%" minSize="160px" maxSize="30%" collapsible collapsedSize="0%">
          <FacetPane facets={results.first?.facets} />
        </Panel>
        <Separator className="separator" aria-label={t('library.resizeFacets')} />
        <Panel className="pane list-pane" defaultSize="33%" minSize="300px">
          <ListPane results={results} />
        </Panel>
        <Separator className="separator" aria-label={t('library.resizeList')} />
        <Panel className="pane reader-pane" minSize="360px">
          <Reader />
        </Panel>
      </Group>
      <CreateDialog />
      <SaveSearchDialog />
    </>
  )
}
