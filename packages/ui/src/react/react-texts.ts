import { defineMessages } from '../messages.ts';

/** Texts of the shared parts. */
export const reactTexts = defineMessages({
  en: {
    language: 'Language',
    toDark: 'Use dark colours',
    toLight: 'Use light colours',
    retry: 'Try again',
    somethingWrong: 'This could not be loaded',
    checkConnection: 'Check the connection and try again. Nothing you entered is lost.',
    incident: (code: string) => `Reference ${code}`,
  },
  'zh-Hant': {
    language: '語言',
    toDark: '使用深色',
    toLight: '使用淺色',
    retry: '再試一次',
    somethingWrong: '未能載入',
    checkConnection: '請檢查網絡連線後再試。你輸入的內容不會遺失。',
    incident: (code: string) => `參考編號 ${code}`,
  },
});
