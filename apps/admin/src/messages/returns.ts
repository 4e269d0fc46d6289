import { defineMessages } from '@tandem/ui/messages.ts';

/** Texts of goods that come back. */
export const returnTexts = defineMessages({
  en: {
    title: 'Take goods back',
    everything: 'Everything',
    nothingChosen: 'Choose what comes back; the refund is worked out from what was paid for it.',
    of: (count: string) => `of ${count}`,
    worth: 'Paid for one',
    comesBack: 'Comes back',
    gift: 'Gift',
    quantityOf: (name: string) => `How many of ${name}`,
    conditionOf: (name: string) => `Condition of ${name}`,
    shipping: 'Refund the delivery, too',
    shippingBack: 'Delivery',
    how: 'The money goes back',
    usual: 'As it was paid',
    all: (tender: string) => `All to ${tender}`,
    takeBack: 'Take the goods back',
  },
  'zh-Hant': {
    title: '辦理退貨',
    everything: '全部',
    nothingChosen: '請選擇退回的貨品，退款按實際所付金額計算。',
    of: (count: string) => `共 ${count}`,
    worth: '每件實付',
    comesBack: '退回數量',
    gift: '贈品',
    quantityOf: (name: string) => `${name} 退回數量`,
    conditionOf: (name: string) => `${name} 的狀況`,
    shipping: '同時退回運費',
    shippingBack: '運費',
    how: '退款方式',
    usual: '按原付款方式',
    all: (tender: string) => `全數退回${tender}`,
    takeBack: '收回貨品',
  },
});
