/** The properties of an Office Open XML file (ECMA-376 part 2, core properties). */
import { below, textIn } from './elements.ts'
import type { Package } from './package.ts'
import type { Properties } from './properties.ts'

export async function readProperties(parts: Package): Promise<Properties> {
  const target = [...(await parts.relations('')).values()].find(({ type, external }) => type === 'core-properties' && !external)?.target
  const bytes = await parts.read(target ?? 'docProps/core.xml')
  const all = bytes === null ? [] : below(bytes, parts.file, 'cp:coreProperties')
  const said = (name: string): string | undefined => {
    const found = all.find((element) => element.name === name)
    return found === undefined ? undefined : textIn(found)
  }
  return { title: said('dc:title'), author: said('dc:creator'), keywords: said('cp:keywords'), created: said('dcterms:created') }
}
