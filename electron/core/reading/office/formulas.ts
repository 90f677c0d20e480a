/** Formulas in a line of text: a fraction is not two numbers beside each other, nor a power a longer number. */
import { child, elements, type Element, textIn, value } from './elements.ts'

export function formulaText(element: Element): string {
  const part = (name: string): string => inside(child(element, name))
  switch (element.name) {
    case 'm:t':
      return textIn(element)
    case 'm:f':
      // Without a bar it is one above the other and no fraction.
      return `${grouped(part('m:num'))}${value(child(child(element, 'm:fPr'), 'm:type'), 'm:val') === 'noBar' ? ' ' : '/'}${grouped(part('m:den'))}`
    case 'm:rad': {
      const degree = part('m:deg')
      return `${degree === '' ? '' : `[${degree}]`}√${grouped(part('m:e'))}`
    }
    case 'm:sSup':
      return `${grouped(part('m:e'))}^${grouped(part('m:sup'))}`
    case 'm:sSub':
      return `${grouped(part('m:e'))}_${grouped(part('m:sub'))}`
    case 'm:sSubSup':
      return `${grouped(part('m:e'))}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))}`
    case 'm:nary': {
      const sign = value(child(child(element, 'm:naryPr'), 'm:chr'), 'm:val') ?? '∫'
      const [low, high] = [part('m:sub'), part('m:sup')]
      return `${sign}${low === '' ? '' : `_${grouped(low)}`}${high === '' ? '' : `^${grouped(high)}`}${part('m:e')}`
    }
    case 'm:d': {
      const properties = child(element, 'm:dPr')
      const terms = elements(element).filter(({ name }) => name === 'm:e').map(inside)
      return `${value(child(properties, 'm:begChr'), 'm:val') ?? '('}${terms.join(value(child(properties, 'm:sepChr'), 'm:val') ?? '|')}${value(child(properties, 'm:endChr'), 'm:val') ?? ')'}`
    }
    case 'm:ctrlPr':
    case 'm:rPr':
      return ''
    default:
      return inside(element)
  }
}

const inside = (element: Element | undefined): string => (element === undefined ? '' : elements(element).map(formulaText).join(''))
/** One sign or one number needs no brackets. */
const grouped = (text: string): string => (/^(?:[\d.,%]+|.|\(.*\))$/su.test(text) || text === '' ? text : `(${text})`)
