/** Units and how columns call them. */
import type { Unit } from '../../contract/comparing.ts'

/** The place's path or the entry's id: what tells one column from another. */
export const unitId = (unit: Unit): string => (unit.kind === 'place' ? unit.path : unit.id)

/** A unit given twice is one column. */
export const distinct = (units: readonly Unit[]): readonly Unit[] => [...new Map(units.map((unit) => [unitId(unit), unit])).values()]

export const levelOf = (path: string): 'province' | 'city' | 'district' => (['province', 'city'] as const)[path.split('/').length - 1] ?? 'district'

/** 甲省/乙市/丙区 → 甲省, 甲省/乙市, 甲省/乙市/丙区; without levels that are not stated or that a municipality has twice. */
export function upTo(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.flatMap((part, index) => (part === '' || part === parts[index - 1] ? [] : [parts.slice(0, index + 1).join('/')]))
}

/** A path as one says it: 安徽省淮南市八公山区; a municipality's name stands once. */
export const spoken = (path: string): string => path.split('/').filter((part, index, parts) => part !== '' && part !== parts[index - 1]).join('')

/** Each place by its own name, and by what lies above it, too, where two of them share one (徐州市鼓楼区, 南京市鼓楼区). */
export function placeLabels(paths: readonly string[]): ReadonlyMap<string, string> {
  const depths = new Map(paths.map((path) => [path, 1]))
  const label = (path: string): string => spoken(path.split('/').slice(-(depths.get(path) ?? 1)).join('/'))
  for (let depth = 2; depth <= 3; depth++) {
    const shared = paths.filter((path, index) => paths.some((other, at) => at !== index && label(other) === label(path)))
    for (const path of shared) depths.set(path, depth)
  }
  return new Map(paths.map((path) => [path, label(path)]))
}
