/** A picture of the original with the words that stand for it. Its bytes are asked for when it comes into sight; a click shows it large. */
import { Modal } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId, Picture } from '../../../../../../electron/contract/entry.ts'
import { usePicture, useSeen } from './use-picture.ts'

export function PictureBlock({ entry, picture, begins, spotlight, children }: {
  readonly entry: EntryId
  readonly picture: Picture
  /** Where `children` begin in the body; null when they are no words of it. */
  readonly begins: number | null
  readonly spotlight: boolean
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const frame = useRef<HTMLElement>(null)
  const { url, failed } = usePicture(entry, picture, useSeen(frame))
  const [large, setLarge] = useState(false)
  const name = picture.alt === '' ? t('reader.picture') : picture.alt
  return (
    <figure ref={frame} className={`picture${spotlight ? ' spotlight' : ''}`}>
      {failed
        ? <p className="picture-failed">{t('reader.pictureFailed')}</p>
        : <button type="button" className="picture-button" aria-label={t('reader.enlarge', { name })} onClick={() => setLarge(true)}>{url === null ? <span className="picture-wait" /> : <img src={url} alt={name} />}</button>}
      <figcaption {...(begins === null ? {} : { 'data-start': begins })}>{children}</figcaption>
      <Modal open={large} title={name} footer={null} width="min(72rem, 92vw)" onCancel={() => setLarge(false)}>
        {url !== null && <img className="picture-large" src={url} alt={name} />}
      </Modal>
    </figure>
  )
}
