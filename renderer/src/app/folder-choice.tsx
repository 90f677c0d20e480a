/** Choosing a folder: the system's dialog where the host has one, ours elsewhere. The page only ever holds a grant. */
import { useState, type ReactNode } from 'react'
import type { Grant } from '../../../electron/contract/library.ts'
import { client } from '../api/index.ts'
import { useAction, useCall } from '../api/hooks.ts'
import { FolderDialog } from '../parts/FolderDialog.tsx'
import { useFaults } from './faults.ts'
import { hostKind } from './page.ts'

export function useFolderChoice(): { readonly choose: (then: (folder: Grant) => void) => void; readonly dialog: ReactNode } {
  const [then, setThen] = useState<((folder: Grant) => void) | null>(null)
  const [folder, setFolder] = useState<Grant | null>(null)
  const open = then !== null
  const listing = useCall('folders.list', { folder }, { enabled: open, keep: true })
  const create = useAction('folders.create')
  const fault = useFaults()
  const close = (): void => {
    setThen(null)
    setFolder(null)
  }
  return {
    choose: (next) => {
      if (hostKind === 'browser') setThen(() => next)
      else void client.call('folders.pick', {}).then((picked) => { if (picked !== null) next(picked.grant) }).catch(fault)
    },
    dialog: hostKind === 'browser' && (
      <FolderDialog
        open={open}
        listing={listing.data}
        onGo={setFolder}
        onCreate={(parent, name) => create.mutate({ in: parent, name }, { onSuccess: (made) => setFolder(made.grant), onError: fault })}
        onChoose={(chosen) => { then?.(chosen); close() }}
        onClose={close}
      />
    ),
  }
}
