import type { Page } from 'playwright-core'

export interface DroppedFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/** Drops files on the window the way a browser hands them over. */
export async function drop(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer()
    for (const { name, bytes } of list) data.items.add(new File([Uint8Array.from(bytes)], name))
    return data
  }, files.map(({ name, content }) => ({ name, bytes: [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)] })))
  for (const type of ['dragenter', 'dragover', 'drop']) await page.locator('.drop-target').dispatchEvent(type, { dataTransfer: transfer })
}
