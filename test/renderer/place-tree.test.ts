import { describe, expect, it } from 'vitest'
import { placeTree } from '../../renderer/src/screens/library/facets/place-tree.ts'
import { holdsChosen, sizeOf, type TreeNode } from '../../renderer/src/screens/library/facets/tree.ts'

const outline = (nodes: readonly TreeNode[]): unknown[] => nodes.map(({ name, count, children }) => (children.length === 0 ? `${name} ${String(count)}` : [`${name} ${String(count)}`, ...outline(children)]))

describe('the tree of places', () => {
  it('hangs cities and districts under their own province, whatever stands between them in the list', () => {
    const values = [['安徽省', 3], ['上海市', 2], ['安徽省/淮南市', 2], ['上海市/上海市', 2], ['安徽省/淮南市/八公山区', 1], ['安徽省/淮北市', 1], ['', 4]] as const
    const tree = placeTree(values.map(([value, count]) => ({ value, count })))
    expect(outline(tree)).toEqual([['安徽省 3', ['淮南市 2', '八公山区 1'], '淮北市 1'], '上海市 2', ' 4'])
    expect(sizeOf(tree)).toBe(6)
  })

  it('hangs the districts of a municipality right under it', () => {
    const tree = placeTree(['北京市', '北京市/北京市', '北京市/北京市/东城区'].map((value) => ({ value, count: 1 })))
    expect(outline(tree)).toEqual([['北京市 1', '东城区 1']])
    expect(tree[0]?.children[0]?.value).toBe('北京市/北京市/东城区')
  })

  it('takes no name for the beginning of another', () => {
    expect(outline(placeTree(['吉林省', '吉林省/吉林市', '吉林'].map((value) => ({ value, count: 1 }))))).toEqual([['吉林省 1', '吉林市 1'], '吉林 1'])
  })

  it('knows what is chosen below a node', () => {
    const [node] = placeTree(['安徽省', '安徽省/淮南市', '安徽省/淮南市/八公山区'].map((value) => ({ value, count: 1 })))
    if (node === undefined) throw new Error('no node')
    expect([['安徽省/淮南市/八公山区'], ['安徽省/淮南市'], ['安徽省'], ['山东省']].map((chosen) => holdsChosen(node, chosen))).toEqual([true, true, false, false])
  })
})
