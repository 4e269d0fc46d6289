import type { Locale } from './locale.ts';
import { defineMessages } from './messages.ts';

/** What changes in a message of an import. */
type Values = Readonly<Record<string, string | number>>;

/** Why a row of an import was not taken as it stands, by the code that the server sends. Use them through `importText`. */
export const importTexts = defineMessages({
  en: {
    title_missing: 'The product has no title.',
    pictures_noted: (v: Values) =>
      `${v.count} picture address(es) noted; pictures are not fetched. Upload them on the product’s page.`,
    no_variant: 'No row of the product holds a variant that can be taken.',
    variants_max: (v: Values) => `A product takes ${v.max} variants.`,
    option_value_missing: 'The variant names no value of an option.',
    options_doubled: (v: Values) => `The variant has the same options as row ${v.row}.`,
    price_missing: 'The variant has no price and cannot be sold until it gets one.',
    sku_doubled: (v: Values) => `The SKU ${v.sku} stands in row ${v.row} already.`,
    sku_too_long: (v: Values) => `The SKU is longer than ${v.max} characters.`,
    sku_made: (v: Values) => `There is no SKU; ${v.sku} was made of the handle and the options.`,
    number_wrong: (v: Values) => `"${v.given}" is no number that can be taken.`,
    quantity_left: (v: Values) => `The quantity "${v.given}" was not taken as opening stock.`,
    status_unknown: (v: Values) => `The status "${v.given}" is not known; the product is a draft.`,
    text_cut: (v: Values) => `The text is longer than ${v.max} characters and was cut.`,
    sku_of_another: (v: Values) => `The SKU ${v.sku} belongs to another product.`,
    options_differ: 'The product has other options in Tandem, and variants that this file does not name.',
    barcode_of_another: (v: Values) => `The barcode ${v.barcode} belongs to another variant and was left out.`,
    handle_missing: 'The row has no handle.',
    invoice_missing: 'The row has no invoice number.',
    article_length: (v: Values) => `An article’s code has 1 to ${v.max} characters.`,
    quantity_wrong: (v: Values) => `"${v.given}" is no quantity.`,
    price_wrong: (v: Values) => `"${v.given}" is no price.`,
    date_wrong: (v: Values) => `"${v.given}" is no date.`,
    not_a_sale: (v: Values) => `${v.invoice} is no sale and was not taken: ${v.sku}, ${v.amount}.`,
    // What stops a whole file.
    file_empty: 'The file is empty.',
    file_columns_max: (v: Values) => `The file has more than ${v.max} columns.`,
    file_not_unpacked: 'The file cannot be unpacked.',
    file_no_text: 'The file is no text.',
    file_not_utf8: 'The row is not in UTF-8. Save the file as "CSV UTF-8".',
    row_too_wide: (v: Values) => `The row has ${v.cells} cells, the header ${v.width}.`,
    row_quote_open: 'A quote is opened in this row and never closed.',
    row_quote_wrong: 'A quote stands where none may stand.',
    row_too_long: 'The row is longer than 1 MB.',
    row_broken: 'The row cannot be read.',
    column_missing: (v: Values) => `There is no column "${v.column}". Is this a Shopify product file?`,
    refused: 'The file cannot be brought in.',
  },
  'zh-Hant': {
    title_missing: '貨品沒有名稱。',
    pictures_noted: (v: Values) => `已記下 ${v.count} 個圖片網址；系統不會下載圖片，請在貨品頁上載。`,
    no_variant: '此貨品沒有任何一行可匯入為款式。',
    variants_max: (v: Values) => `每件貨品最多 ${v.max} 個款式。`,
    option_value_missing: '此款式欠缺選項值。',
    options_doubled: (v: Values) => `此款式的選項與第 ${v.row} 行相同。`,
    price_missing: '此款式沒有價格，定價前不能出售。',
    sku_doubled: (v: Values) => `SKU ${v.sku} 已在第 ${v.row} 行出現。`,
    sku_too_long: (v: Values) => `SKU 超過 ${v.max} 個字元。`,
    sku_made: (v: Values) => `沒有 SKU，已按網址代號及選項產生 ${v.sku}。`,
    number_wrong: (v: Values) => `「${v.given}」不是有效的數字。`,
    quantity_left: (v: Values) => `數量「${v.given}」未作期初存貨匯入。`,
    status_unknown: (v: Values) => `不明的狀態「${v.given}」，貨品已設為草稿。`,
    text_cut: (v: Values) => `文字超過 ${v.max} 個字元，已截短。`,
    sku_of_another: (v: Values) => `SKU ${v.sku} 屬於另一件貨品。`,
    options_differ: '此貨品在 Tandem 的選項不同，並有此檔案未列出的款式。',
    barcode_of_another: (v: Values) => `條碼 ${v.barcode} 屬於另一個款式，未有匯入。`,
    handle_missing: '此行沒有網址代號（Handle）。',
    invoice_missing: '此行沒有發票號碼。',
    article_length: (v: Values) => `貨品編號須為 1 至 ${v.max} 個字元。`,
    quantity_wrong: (v: Values) => `「${v.given}」不是有效的數量。`,
    price_wrong: (v: Values) => `「${v.given}」不是有效的價格。`,
    date_wrong: (v: Values) => `「${v.given}」不是有效的日期。`,
    not_a_sale: (v: Values) => `${v.invoice} 並非銷售，未有匯入：${v.sku}，${v.amount}。`,
    file_empty: '檔案沒有內容。',
    file_columns_max: (v: Values) => `檔案超過 ${v.max} 欄。`,
    file_not_unpacked: '檔案無法解壓。',
    file_no_text: '檔案並非文字檔。',
    file_not_utf8: '此行並非 UTF-8 編碼，請另存為「CSV UTF-8」。',
    row_too_wide: (v: Values) => `此行有 ${v.cells} 格，標題只有 ${v.width} 格。`,
    row_quote_open: '此行的引號沒有關閉。',
    row_quote_wrong: '此行的引號位置不正確。',
    row_too_long: '此行超過 1 MB。',
    row_broken: '此行無法讀取。',
    column_missing: (v: Values) => `沒有「${v.column}」欄。這是 Shopify 商品檔案嗎？`,
    refused: '此檔案無法匯入。',
  },
});

export type ImportCode = keyof (typeof importTexts)['en'];

/** A message as it travels. Imports of before the codes have a text instead, in English. */
export interface ImportMessage {
  readonly code?: string | undefined;
  readonly params?: Values | undefined;
  readonly text?: string | undefined;
}

/** The message in the person's language; one without a code that is known keeps the text that it was stored with. */
export function importText({ code = '', params = {}, text }: ImportMessage, locale: Locale): string {
  if (!Object.hasOwn(importTexts[locale], code)) return text ?? importTexts[locale].refused;
  const message: string | ((values: Values) => string) = importTexts[locale][code as ImportCode];
  return typeof message === 'function' ? message(params) : message;
}
