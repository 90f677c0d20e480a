import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Facets } from '../../../../electron/contract/searching.ts'
import { FacetValue } from './FacetGroup.tsx'
import { holdsChosen, placeTree, sizeOf, type PlaceNode } from './place-tree.ts'

/** A tree this small is shown whole. */
const SMALL = 14
const FEW = 10

interface PlaceFacetProps {
  readonly title: string
  readonly values: Facets['place']
  readonly chosen: readonly string[]
  readonly onToggle: (value: string, on: boolean) => void
}

/** 省 › 市 › 县: provinces, which open. */
export function PlaceFacet({ title, values, chosen, onToggle }: PlaceFacetProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const tree = placeTree(values)
  const small = sizeOf(tree) <= SMALL
  const shown = all || small ? tree : tree.filter((node, index) => index < FEW || chosen.includes(node.value) || holdsChosen(node, chosen))
  const branch = (nodes: readonly PlaceNode[]) => (
    <ul>
      {nodes.map((node) => {
        const name = node.name === '' ? t('common.none') : node.name
        const isOpen = open.get(node.value) ?? (small || holdsChosen(node, chosen))
        return (
          <li key={node.value}>
            <div className="place-line">
              {node.children.length === 0 ? <span className="place-leaf" /> : (
                <button type="button" className="place-toggle" aria-expanded={isOpen} aria-label={t(isOpen ? 'library.closePlace' : 'library.openPlace', { name })} onClick={() => setOpen(new Map(open).set(node.value, !isOpen))}>
                  {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
                </button>
              )}
              <FacetValue row={{ value: node.value, label: name, count: node.count }} checked={chosen.includes(node.value)} onToggle={onToggle} />
            </div>
            {isOpen && node.children.length > 0 && branch(node.children)}
          </li>
        )
      })}
    </ul>
  )
  return (
    <fieldset className="facet place-facet">
      <legend>{title}</legend>
      {branch(shown)}
      {(all || shown.length < tree.length) && <Button type="link" size="small" onClick={() => setAll(!all)}>{all ? t('library.showFewerValues') : t('library.showAllValues', { count: tree.length })}</Button>}
    </fieldset>
  )
}
