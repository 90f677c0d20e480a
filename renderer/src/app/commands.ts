/** Commands by name: a screen offers what it can do now; menu, palette and keys run it. */
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { CommandId } from '../../../electron/contract/commands.ts'

type Run = () => void
const offered = new Map<CommandId, Run>()
const listeners = new Set<() => void>()
let snapshot: ReadonlySet<CommandId> = new Set()

function tell(): void {
  snapshot = new Set(offered.keys())
  listeners.forEach((listener) => listener())
}

export function runCommand(command: CommandId): void {
  offered.get(command)?.()
}

/** Offers `run` for as long as the component is mounted and `enabled`. */
export function useCommand(command: CommandId, run: Run, enabled = true): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!enabled) return undefined
    const own: Run = () => latest.current()
    offered.set(command, own)
    tell()
    return () => {
      if (offered.get(command) === own) offered.delete(command)
      tell()
    }
  }, [command, enabled])
}

/** The commands that can run now. */
export const useOffered = (): ReadonlySet<CommandId> =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => snapshot,
  )
