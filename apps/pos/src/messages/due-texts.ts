import { defineMessages } from '@tandem/ui/index.ts';

/** Texts of what an order has still to be paid, taken before its goods are handed over. */
export const dueTexts = defineMessages({
  en: {
    open: (amount: string) => `Take ${amount} still due`,
    title: (number: string) => `Still due of ${number}`,
    close: 'Close',
    how: 'How it is paid',
    card: 'Card',
    cash: 'Cash',
    given: 'Cash handed over',
    cardAdvice: 'Type the amount at the card terminal. Go on here once it went through.',
    due: 'Due now',
    change: 'Change',
    take: (amount: string) => `Take ${amount}`,
    paid: 'Nothing is due any more: it was paid meanwhile, or the order changed. Look at it again.',
    otherSum: 'Another sum is due now. Close this and look at the order again.',
    network: 'No answer from Tandem. Try again: the payment is counted once.',
    wrong: 'That did not work. Close this, look at the order and try again.',
  },
  'zh-Hant': {
    open: (amount: string) => `收取尚欠 ${amount}`,
    title: (number: string) => `${number} 尚欠款項`,
    close: '關閉',
    how: '付款方式',
    card: '信用卡',
    cash: '現金',
    given: '收取現金',
    cardAdvice: '在刷卡機輸入金額，成功後按此繼續。',
    due: '應付',
    change: '找續',
    take: (amount: string) => `收取 ${amount}`,
    paid: '已無欠款：款項已付清或訂單已更改，請重新查看。',
    otherSum: '應付金額已更改，請關閉後重新查看訂單。',
    network: '系統沒有回應，請再試一次，款項只會入帳一次。',
    wrong: '未能完成，請關閉後重新查看訂單再試。',
  },
});
