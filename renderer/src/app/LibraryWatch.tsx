/** Notices that another library has been opened, and lets go of everything that was about the one before. */
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { queries } from '../api/hooks.ts'
import { useBoard } from './board.ts'
import { forgetSteps } from './undo.tsx'
import { forgetReport } from './upkeep.ts'
import { useView } from './view.ts'

/** The same in every library. */
const KEPT = /^(library|settings|host)\./

/** `library` tells libraries apart; a copy at another place is the same one, and null while none is open. */
export function LibraryWatch({ library }: { readonly library: string | null }) {
  const { notification } = App.useApp()
  const leaveLibrary = useView((view) => view.leaveLibrary)
  const before = useRef<string | null>(null)
  useEffect(() => {
    if (library === null || library === before.current) return
    if (before.current !== null) {
      leaveLibrary()
      useBoard.getState().clear()
      forgetSteps()
      forgetReport()
      notification.destroy()
      void queries.resetQueries({ predicate: ({ queryKey: [method] }) => !KEPT.test(String(method)) })
    }
    before.current = library
  }, [library, leaveLibrary, notification])
  return null
}
