/** Presses what asks for a folder and answers with one, in the system's dialog or in our own. */
import { sep } from 'node:path'
import type { Locator } from 'playwright-core'
import { answerOpenDialog } from './choose.ts'
import type { Running } from './launch.ts'

export async function answerFolder(app: Running, button: Locator, target: string): Promise<void> {
  const { page } = app
  if (app.kind !== 'browser host') {
    await answerOpenDialog(app, [target])
    await button.click()
    return
  }
  await button.click()
  const folders = page.getByRole('dialog', { name: '选择文件夹' })
  const list = folders.getByRole('list', { name: '文件夹' })
  await list.getByRole('button', { name: '/', exact: true }).click()
  let here = ''
  for (const name of target.split(sep).filter((part) => part !== '')) {
    here += `/${name}`
    await list.getByRole('button', { name, exact: true }).click()
    await folders.getByText(here, { exact: true }).waitFor()
  }
  await folders.getByRole('button', { name: '使用这个文件夹' }).click()
}
