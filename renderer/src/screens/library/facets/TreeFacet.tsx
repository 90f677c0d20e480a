import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FacetName } from '../../../../../electron/contract/searching.ts'
import { fits } from '../../../app/matching.ts'
import type { Standing } from './filtering.ts'
import { FacetValue, type Put, type Sign } from './FacetValue.tsx'
import { holdsChosen, prune, sizeOf, type TreeNode } from './tree.ts'

/** A tree this small is shown whole. */
const SMALL = 14
const FEW = 11

interface TreeFacetProps {
  readonly facet: FacetName
  readonly nodes: readonly TreeNode[]
  readonly looked: string
  /** What is chosen or left out. */
  readonly picked: readonly string[]
  readonly standing: (value: string) => Standing
  readonly onPut: Put
  readonly sign?: Sign
}

/** A facet whose values lie within one another: 省 › 市 › 县, or practices and their sub-practices. Nodes open. */
export function TreeFacet({ facet, nodes, looked, picked, standing, onPut, sign }: TreeFacetProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const looking = looked.trim() !== ''
  const fitting = looking ? prune(nodes, (name) => fits(name, looked)) : nodes
  const small = sizeOf(fitting) <= SMALL
  const shown = all || small ? fitting : fitting.filter((node, index) => index < FEW || picked.includes(node.value) || holdsChosen(node, picked))
  const branch = (level: readonly TreeNode[]) => (
    <ul>
      {level.map((node) => {
        const name = node.name === '' ? t('common.none') : node.name
        const isOpen = open.get(node.value) ?? (small || looking || holdsChosen(node, picked))
        return (
          <li key={node.value}>
            <div className="tree-line">
              {node.children.length === 0 ? <span className="tree-leaf" /> : (
                <button type="button" className="tree-toggle" aria-expanded={isOpen} aria-label={t(isOpen ? 'library.closeNode' : 'library.openNode', { name })} onClick={() => setOpen(new Map(open).set(node.value, !isOpen))}>
                  {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
                </button>
              )}
              <FacetValue facet={facet} row={{ value: node.value, label: name, count: node.count }} standing={standing(node.value)} onPut={onPut} sign={sign} />
            </div>
            {isOpen && node.children.length > 0 && branch(node.children)}
          </li>
        )
      })}
    </ul>
  )
  return (
    <div className="tree-facet">
      {branch(shown)}
      {fitting.length === 0 && <p className="meta">{t('library.noValue')}</p>}
      {(all || shown.length < fitting.length) && <Button type="link" size="small" onClick={() => setAll(!all)}>{all ? t('library.showFewerValues') : t('library.showAllValues', { count: fitting.length })}</Button>}
    </div>
  )
}
