import './app/strict-page.ts'
import './app/trusted-types.ts'
import './styles/index.css'
import './api/first.ts'

const { openWindow } = await import('./window.tsx')
await openWindow()
