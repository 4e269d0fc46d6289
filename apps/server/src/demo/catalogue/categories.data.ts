import type { DemoCategoryHandle, Words } from './demo-product.ts';

interface DemoCategory {
  readonly handle: DemoCategoryHandle;
  readonly name: Words;
  /** Begins every SKU of the category. */
  readonly skuPrefix: string;
}

export const demoCategories: readonly DemoCategory[] = [
  { handle: 'apparel', name: { en: 'Apparel', 'zh-Hant': '服裝' }, skuPrefix: 'AP' },
  { handle: 'shoes-bags', name: { en: 'Shoes & bags', 'zh-Hant': '鞋履手袋' }, skuPrefix: 'SB' },
  { handle: 'home', name: { en: 'Home & living', 'zh-Hant': '家居生活' }, skuPrefix: 'HL' },
  { handle: 'kitchen', name: { en: 'Kitchen & tea', 'zh-Hant': '廚房茶具' }, skuPrefix: 'KT' },
  { handle: 'stationery', name: { en: 'Stationery', 'zh-Hant': '文具' }, skuPrefix: 'ST' },
  { handle: 'beauty', name: { en: 'Beauty & care', 'zh-Hant': '美容護理' }, skuPrefix: 'BC' },
  { handle: 'food', name: { en: 'Food & snacks', 'zh-Hant': '食品零食' }, skuPrefix: 'FS' },
  { handle: 'kids-gifts', name: { en: 'Kids & gifts', 'zh-Hant': '兒童禮品' }, skuPrefix: 'KG' },
];
