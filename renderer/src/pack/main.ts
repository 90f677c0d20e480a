/** Entry of the portable pack's page: one classic script inside one file, without modules, workers or requests, because it is opened from a disk. */
import { startPage } from './app.ts'
import { element, fill } from './dom.ts'
import { embeddedData, Unreadable } from './embedded.ts'
import { wordsOf } from './words.ts'

const root = document.getElementById('root')

async function start(page: HTMLElement): Promise<void> {
  try {
    const data = await embeddedData(document.getElementById('data'))
    document.documentElement.lang = data.language
    startPage(page, data, wordsOf(data.language))
    page.setAttribute('data-ready', '')
  } catch (error) {
    const t = wordsOf('zh-CN')
    fill(page, element('p', { class: 'unreadable', role: 'alert' }, t(error instanceof Unreadable && error.why === 'tooOld' ? 'packPage.tooOld' : 'packPage.damaged')))
    if (!(error instanceof Unreadable)) throw error
  }
}

if (root !== null) void start(root)
