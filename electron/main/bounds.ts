import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const Bounds = z.object({ x: z.int().optional(), y: z.int().optional(), width: z.int().min(640).max(20_000), height: z.int().min(480).max(20_000), maximized: z.boolean() })
export type Bounds = z.infer<typeof Bounds>

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const FIRST: Bounds = { width: 1280, height: 840, maximized: false }
/** This much of the title bar must be on a screen, or the window could not be reached. */
const GRIP = 80

/** Where the window stood, moved back when the screen it stood on is gone. */
export function boundsFor(saved: unknown, screens: readonly Area[]): Bounds {
  const parsed = Bounds.safeParse(saved)
  if (!parsed.success) return FIRST
  const { x, y, ...size } = parsed.data
  if (x === undefined || y === undefined) return size
  const reachable = screens.some((screen) => x + size.width >= screen.x + GRIP && x <= screen.x + screen.width - GRIP && y >= screen.y - 1 && y <= screen.y + screen.height - GRIP)
  return reachable ? parsed.data : size
}

export function readBounds(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // First start, or a damaged file: the window opens at its first size.
    return null
  }
}

export function writeBounds(file: string, bounds: Bounds): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(bounds))
}
