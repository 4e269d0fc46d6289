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
    insecure: 'This address is not secure',
    insecureAdvice:
      'Browsers keep no sign-in for a plain http address. Open Tandem under its https address, or on the machine itself under localhost. The runbook says how, under “Other devices”.',
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
    insecure: '此網址並不安全',
    insecureAdvice:
      '瀏覽器不會為普通 http 網址保留登入狀態。請用 https 網址開啟 Tandem，或在本機以 localhost 開啟。方法見操作手冊「Other devices」一節。',
    noAnswer: 'Tandem 沒有回應',
    noAnswerAdvice: '伺服器可能正在啟動，請稍候再試。',
  },
});
