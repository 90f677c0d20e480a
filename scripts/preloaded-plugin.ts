import type { HtmlTagDescriptor, Plugin } from 'vite'

/** Lets index.html name the chunks of a module that its script imports later, so that they load beside the script and not after it. */
export function preloaded(module: string): Plugin {
  return {
    name: 'casebook:preloaded',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = new Set<string>()
        const add = (file: string): void => {
          const chunk = bundle[file]
          if (chunk?.type !== 'chunk' || chunks.has(file)) return
          chunks.add(file)
          chunk.imports.forEach(add)
        }
        for (const [file, chunk] of Object.entries(bundle)) if (chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith(module) === true) add(file)
        if (chunks.size === 0) throw new Error(`index.html preloads ${module}, which is no chunk of its own`)
        return [...chunks].filter((file) => !html.includes(file)).map((file): HtmlTagDescriptor => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` }, injectTo: 'head' }))
      },
    },
  }
}
