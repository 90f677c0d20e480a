/** One paragraph of the body that is no row of a table. */
import { memo } from 'react'
import { sameBlock, type BlockProps } from './block.ts'
import { PictureBlock } from './PictureBlock.tsx'
import { Words } from './Words.tsx'

export const Block = memo(function Block(props: BlockProps) {
  const { paragraph, spot, furnishing } = props
  // A selection in the page finds its place in the body by where a block begins.
  const begins = paragraph.start
  const text = <Words {...props} text={paragraph.text} start={paragraph.start} />
  const classes = `${paragraph.kind}${spot === null ? '' : ' spotlight'}`
  switch (paragraph.kind) {
    case 'heading':
      return paragraph.level !== null && paragraph.level > 2 ? <h3 className={classes} data-start={begins}>{text}</h3> : <h2 className={classes} data-start={begins}>{text}</h2>
    case 'quote':
      return <blockquote className={classes} data-start={begins}>{text}</blockquote>
    case 'code':
      return <pre className={classes} data-start={begins}>{text}</pre>
    case 'picture':
      if (furnishing.picture !== null) return <PictureBlock entry={props.entry} picture={furnishing.picture} begins={begins} spotlight={spot !== null}>{text}</PictureBlock>
      return <p className={classes} data-start={begins}>{text}</p>
    case 'table':
    case 'list':
    case 'note':
    case 'paragraph':
      return <p className={classes} data-start={begins}>{text}</p>
  }
}, sameBlock)
