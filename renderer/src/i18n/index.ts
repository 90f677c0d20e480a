/** The message catalogue: Simplified Chinese first, English second, the same keys in both. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/index.ts'
import { zh } from './zh/index.ts'

export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnObjects: true,
  })
}

export const setLanguage = async (language: 'zh-CN' | 'en'): Promise<void> => {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
