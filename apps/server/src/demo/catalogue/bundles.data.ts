/** Gift sets: bundles of goods that are sold alone, too, for less than they cost together. */
import { type DemoProduct, goods, inCategory } from './demo-product.ts';

type Contents = NonNullable<DemoProduct['contents']>;
const of = (rows: readonly DemoProduct[], contents: Contents): DemoProduct[] =>
  rows.map((row) => ({ ...row, contents }));

export const giftSets: readonly DemoProduct[] = [
  ...of(
    inCategory('kitchen', 'Harbour & Hill', [
      goods('afternoon-tea-set', 'Tea for two gift set', '二人茶敘禮盒', {
        en: 'A travel tea set, a tin of Phoenix oolong and two boxes of almond cookies, packed and ready to give.',
        zh: '旅行茶具、鳳凰單叢一罐、杏仁餅兩盒，包好即可送禮。',
        tags: ['gift', 'set', 'tea'],
        money: { price: 75800, cost: 44380 },
        popularity: 46,
        picture: { kind: 'hamper', palette: 'forest' },
      }),
    ]),
    [
      { handle: 'travel-teapot', pieces: 1 },
      { handle: 'oolong-tea-tin', pieces: 1 },
      { handle: 'almond-cookies', pieces: 2 },
    ],
  ),
  ...of(
    inCategory('stationery', 'Paper Tram', [
      goods('letter-writing-set', 'Letter writer’s set', '寫信人套裝', {
        en: 'A leather journal, a brass rollerball and a brush pen in one box, for words worth keeping.',
        zh: '皮革日誌、黃銅走珠筆、書法軟筆，一盒寫盡心意。',
        tags: ['gift', 'set', 'writing'],
        money: { price: 61800, cost: 36060 },
        popularity: 40,
        picture: { kind: 'hamper', palette: 'navy' },
      }),
    ]),
    [
      { handle: 'leather-journal', pieces: 1 },
      { handle: 'brass-pen', pieces: 1 },
      { handle: 'brush-pen', pieces: 1 },
    ],
  ),
  ...of(
    inCategory('kids-gifts', 'Little Harbour', [
      goods('first-toys-box', 'First toys gift box', '第一盒玩具', {
        en: 'The sleepy bear, the wooden train and chunky crayons: everything for a second birthday.',
        zh: '瞌睡熊、木頭火車、粗身蠟筆，兩歲生日一盒搞掂。',
        tags: ['gift', 'set', 'toy'],
        money: { price: 52800, cost: 30230 },
        popularity: 44,
        picture: { kind: 'hamper', palette: 'blush' },
      }),
    ]),
    [
      { handle: 'sleepy-bear', pieces: 1 },
      { handle: 'wooden-train', pieces: 1 },
      { handle: 'crayon-set', pieces: 1 },
    ],
  ),
];
