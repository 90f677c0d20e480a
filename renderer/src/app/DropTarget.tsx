/** The whole window takes drops of files, and pastes of files and texts. */
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { droppedFiles } from './dropped-files.ts'
import { useImports } from './imports.tsx'
import { isTyping, openDialog } from './keyboard.ts'
import { pastedFrom, useView } from './view.ts'

/** Shorter texts are hardly articles. */
const MEANT = 20

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const imports = useImports()
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const latest = useRef(imports)
  useEffect(() => { latest.current = imports })

  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (isTyping(event.target) || event.clipboardData === null) return
      if (openDialog() !== null) return
      const files = [...event.clipboardData.files]
      if (files.length > 0) {
        event.preventDefault()
        latest.current.files({ files: files.map((file) => ({ name: file.name, file })), unreadable: [] })
        return
      }
      // Shown before it is imported: Ctrl+V is easily pressed by mistake.
      const pasted = pastedFrom(event.clipboardData)
      if (pasted.text.trim().length < MEANT) return
      event.preventDefault()
      useView.setState({ screen: 'import', dialog: 'paste', pasted })
    }
    // Wherever something is dropped, messages included: the browser must not open it in place of the program.
    const hold = (event: globalThis.DragEvent): void => event.preventDefault()
    window.addEventListener('paste', paste)
    window.addEventListener('dragover', hold)
    window.addEventListener('drop', hold)
    return () => {
      window.removeEventListener('paste', paste)
      window.removeEventListener('dragover', hold)
      window.removeEventListener('drop', hold)
    }
  }, [])

  const enter = (event: DragEvent, step: 1 | -1): void => {
    if (!carriesFiles(event)) return
    depth.current = Math.max(0, depth.current + step)
    setOver(depth.current > 0)
  }
  return (
    <div
      className="drop-target"
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDrop={(event) => {
        event.preventDefault()
        depth.current = 0
        setOver(false)
        if (carriesFiles(event)) void droppedFiles(event.dataTransfer).then((files) => imports.files(files))
      }}
    >
      {children}
      {over && (
        <div className="drop-overlay" aria-hidden>
          <p>{t('app.dropHere')}</p>
          <p className="meta">{t('app.dropHint')}</p>
        </div>
      )}
    </div>
  )
}
