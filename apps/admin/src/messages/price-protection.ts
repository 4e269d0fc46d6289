import { defineMessages } from '@tandem/ui/messages.ts';

/** Holding a price during checkout, and how low discounts may go. */
export const priceProtectionTexts = defineMessages({
  en: {
    title: 'Held prices and floors',
    hint: 'Counts from the moment you save, at all tills and online.',
    minutes: 'Minutes for which checkout holds the price',
    minutesHint: (count: number) =>
      `A shopper who has begun checkout pays no more than was shown, for ${count} ${count === 1 ? 'minute' : 'minutes'}, whatever ends or rises meanwhile. A price that falls is taken at once.`,
    minutesNone: 'No price is held: what counts is the price at the moment of payment.',
    needsMinutes: 'Enter minutes from 0 to 60',
    hasFloor: 'Never sell below cost plus a margin',
    hasFloorHint: 'Discounts stop there. Tills learn the lowest price, never the cost.',
    margin: 'Margin on the cost',
    marginExample: (cost: string, lowest: string) => `What cost ${cost} is sold for no less than ${lowest} before tax.`,
    needsMargin: 'Enter a margin; 0 is the cost itself',
    save: 'Save',
    saved: 'Held prices and floors saved',
    floor: 'Floor price',
    floorHint: 'No discount takes one piece below this. Leave it empty for none.',
    floorOf: (sku: string) => `Floor price of ${sku} saved`,
    badFloor: 'Enter an amount, or nothing',
  },
  'zh-Hant': {
    title: '價格保留及底價',
    hint: '儲存後即時適用於所有收銀機及網店。',
    minutes: '結帳時保留價格（分鐘）',
    minutesHint: (count: number) =>
      `顧客開始結帳後 ${count} 分鐘內，即使優惠結束或加價，亦只需付所見價錢；減價則即時受惠。`,
    minutesNone: '不保留價格，以付款一刻的價格為準。',
    needsMinutes: '請輸入 0 至 60 分鐘',
    hasFloor: '售價不低於成本加毛利',
    hasFloorHint: '折扣以此為限。收銀機只會得知最低售價，不會得知成本。',
    margin: '成本上的毛利',
    marginExample: (cost: string, lowest: string) => `成本 ${cost} 的貨品，未含稅售價不低於 ${lowest}。`,
    needsMargin: '請輸入毛利，0 即成本價',
    save: '儲存',
    saved: '已儲存價格保留及底價設定',
    floor: '底價',
    floorHint: '任何折扣都不會令每件售價低於此數。留空即不設。',
    floorOf: (sku: string) => `已儲存 ${sku} 的底價`,
    badFloor: '請輸入金額，或留空',
  },
});
