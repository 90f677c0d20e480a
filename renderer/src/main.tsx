/** Walking skeleton of the window: which host is behind it. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LOOPBACK } from '../../electron/contract/loopback.ts'

const token = LOOPBACK.fragment.exec(location.hash)?.[1]
if (token !== undefined) {
  sessionStorage.setItem('token', token)
  history.replaceState(null, '', location.pathname)
}

const root = document.getElementById('root')
const host = document.querySelector('meta[name=casebook-host]')?.getAttribute('content')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <p data-testid="host">{host}</p>
    </StrictMode>,
  )
}
