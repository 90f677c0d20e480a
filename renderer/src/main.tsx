/** Walking skeleton of the window: which host is behind it. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

const root = document.getElementById('root')
const host = document.querySelector('meta[name=casebook-host]')?.getAttribute('content')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <p data-testid="host">{host}</p>
    </StrictMode>,
  )
}
