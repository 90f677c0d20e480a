/** Draws the window, once what it shows first is there. */
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { FIRST_SEARCH, first } from './api/first.ts'
import { queries } from './api/hooks.ts'
import { App } from './app/App.tsx'
import { startI18n } from './i18n/index.ts'

/** A library that opens at once is the first picture; one that takes longer shows that it opens. */
const PATIENCE_MS = 200

export async function openWindow(): Promise<void> {
  const answers = Promise.all([
    queries.prefetchQuery({ queryKey: ['library.state', {}], queryFn: () => first.state }),
    queries.prefetchQuery({ queryKey: ['settings.get', {}], queryFn: () => first.settings }),
    queries.prefetchQuery({ queryKey: ['search.run', FIRST_SEARCH], queryFn: () => first.search }),
  ])
  await startI18n()
  await Promise.race([answers, new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS) })])
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no root')
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
}
