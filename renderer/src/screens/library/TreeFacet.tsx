import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FacetValue } from './FacetGroup.tsx'
import { holdsChosen, sizeOf, type TreeNode } from './tree.ts'

/** A tree this small is shown whole. */
const SMALL = 14
const FEW = 11

interface TreeFacetProps {
  readonly title: string
  readonly nodes: readonly TreeNode[]
  readonly chosen: readonly string[]
  readonly onToggle: (value: string, on: boolean) => void
  /** What stands before the name of a node. */
  readonly sign?: (value: string) => ReactNode
  readonly children?: ReactNode
}

/** A facet whose values lie within one another: 省 › 市 › 县, or practices and their sub-practices. Nodes open. */
export function TreeFacet({ title, nodes, chosen, onToggle, sign, children }: TreeFacetProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const small = sizeOf(nodes) <= SMALL
  const shown = all || small ? nodes : nodes.filter((node, index) => index < FEW || chosen.includes(node.value) || holdsChosen(node, chosen))
  const branch = (level: readonly TreeNode[]) => (
    <ul>
      {level.map((node) => {
        const name = node.name === '' ? t('common.none') : node.name
        const isOpen = open.get(node.value) ?? (small || holdsChosen(node, chosen))
        return (
          <li key={node.value}>
            <div className="tree-line">
              {node.children.length === 0 ? <span className="tree-leaf" /> : (
                <button type="button" className="tree-toggle" aria-expanded={isOpen} aria-label={t(isOpen ? 'library.closeNode' : 'library.openNode', { name })} onClick={() => setOpen(new Map(open).set(node.value, !isOpen))}>
                  {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
                </button>
              )}
              <FacetValue row={{ value: node.value, label: name, count: node.count }} checked={chosen.includes(node.value)} onToggle={onToggle} sign={sign?.(node.value)} />
            </div>
            {isOpen && node.children.length > 0 && branch(node.children)}
          </li>
        )
      })}
    </ul>
  )
  return (
    <fieldset className="facet tree-facet">
      <legend>{title}</legend>
      {branch(shown)}
      {(all || shown.length < nodes.length) && <Button type="link" size="small" onClick={() => setAll(!all)}>{all ? t('library.showFewerValues') : t('library.showAllValues', { count: nodes.length })}</Button>}
      {children}
    </fieldset>
  )
}
