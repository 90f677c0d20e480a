import './app/strict-page.ts'
import './app/trusted-types.ts'
import './styles/index.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './api/hooks.ts'
import { client } from './api/index.ts'
import { App } from './app/App.tsx'
import { startI18n } from './i18n/index.ts'
import { firstQuestion } from './screens/library/results.ts'

// Asked for while the page is still being made ready: the answers are there when the first list is drawn.
for (const method of ['library.state', 'settings.get'] as const) void queries.prefetchQuery({ queryKey: [method, {}], queryFn: () => client.call(method, {}) })
void queries.prefetchQuery(firstQuestion())

await startI18n()
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
