import { defineMessages } from '@tandem/ui/messages.ts';

export const signInTexts = defineMessages({
  en: {
    title: 'Sign in to Tandem',
    words: 'Your shops, your stock and your online store in one place.',
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    enterEmail: 'Enter your e-mail',
    enterPassword: 'Enter your password',
    noAnswer: 'Tandem does not answer',
    noAnswerAdvice: 'The server may be starting. Wait a moment and try again.',
  },
  'zh-Hant': {
    title: '登入 Tandem',
    words: '門市、存貨、網店，一處管理。',
    email: '電郵',
    password: '密碼',
    signIn: '登入',
    enterEmail: '請輸入電郵',
    enterPassword: '請輸入密碼',
    noAnswer: 'Tandem 沒有回應',
    noAnswerAdvice: '伺服器可能正在啟動，請稍候再試。',
  },
});
