import type { Run } from './run.ts'

/** Parts of the size by which two prints of the same glyph may lie apart: bold and shadows are drawn so. */
const APART = 0.25
const WIDE = /[\u1100-\u11FF\u2E80-\u303F\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uE000-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}]/u

/** Keeps one of each glyph that is printed again on nearly the same spot: that is how some programs draw bold. */
export function withoutDoubles(runs: readonly Run[]): readonly Run[] {
  const seen = new Map<string, Run[]>()
  const overlapping = overlaps(runs)
  return runs.flatMap((run) => {
    if (!overlapping.has(run)) return [run]
    const glyphs = glyphsOf(run)
    const kept = glyphs.filter((glyph) => fresh(glyph, seen))
    if (kept.length === 0) return []
    return kept.length === glyphs.length ? [run] : kept
  })
}

/** Runs that share a baseline and a stretch of it with another. */
function overlaps(runs: readonly Run[]): ReadonlySet<Run> {
  const found = new Set<Run>()
  const sorted = [...runs].sort((a, b) => a.y - b.y)
  sorted.forEach((run, i) => {
    for (let k = i + 1; k < sorted.length && k < i + 400; k++) {
      const other = sorted[k]
      if (!other || other.y - run.y > APART * run.size) break
      const shared = Math.min(run.x + run.width, other.x + other.width) - Math.max(run.x, other.x)
      if (shared > 0.3 * Math.min(run.size, other.size)) found.add(run).add(other)
    }
  })
  return found
}

function fresh(glyph: Run, seen: Map<string, Run[]>): boolean {
  const same = seen.get(glyph.text) ?? []
  const reach = glyph.size * APART
  if (same.some((other) => Math.abs(other.x - glyph.x) <= reach && Math.abs(other.y - glyph.y) <= reach && Math.abs(other.size - glyph.size) <= reach)) return false
  same.push(glyph)
  seen.set(glyph.text, same)
  return true
}

/** Each character where it stands, as far as a run's width tells. */
export function glyphsOf(run: Run): readonly Run[] {
  const characters = [...run.text]
  const advances = characters.map((character) => (WIDE.test(character) ? 1 : 0.5))
  const unit = run.width / Math.max(0.5, advances.reduce((sum, advance) => sum + advance, 0))
  let x = run.x
  return characters.flatMap((text, i) => {
    const width = (advances[i] ?? 0.5) * unit
    const glyph = { ...run, text, x, width }
    x += width
    return text.trim() === '' ? [] : [glyph]
  })
}
