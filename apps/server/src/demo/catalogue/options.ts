/** The options that the demo goods come in, named once. */
import type { DemoOption, DemoOptionValue } from './demo-product.ts';
import { colourNames, otherNames, sizeNames } from './option-names.data.ts';

type Named = Readonly<Record<string, Omit<DemoOptionValue, 'code'>>>;

export const sizes = (...codes: (keyof typeof sizeNames)[]) => option('Size', '尺碼', sizeNames, codes);
export const eu = (...codes: (keyof typeof sizeNames)[]) => option('EU size', '鞋碼', sizeNames, codes);
export const kids = (...codes: (keyof typeof sizeNames)[]) => option('Age', '年齡', sizeNames, codes);
export const colours = (...codes: (keyof typeof colourNames)[]) => option('Colour', '顏色', colourNames, codes);

type Other = keyof typeof otherNames;
export const scents = (...codes: Other[]) => option('Scent', '香味', otherNames, codes);
export const volumes = (...codes: Other[]) => option('Volume', '容量', otherNames, codes);
export const formats = (...codes: Other[]) => option('Size', '尺寸', otherNames, codes);
export const weights = (...codes: Other[]) => option('Weight', '重量', otherNames, codes);
export const spans = (...codes: Other[]) => option('Diameter', '直徑', otherNames, codes);
export const counts = (...codes: Other[]) => option('Pieces', '件數', otherNames, codes);
export const rulings = (...codes: Other[]) => option('Pages', '內頁', otherNames, codes);
export const nibs = (...codes: Other[]) => option('Nib', '筆咀', otherNames, codes);
export const motifs = (...codes: Other[]) => option('Motif', '圖案', otherNames, codes);
export const papers = (...codes: Other[]) => option('Format', '尺寸', otherNames, codes);
export const flavours = (...codes: Other[]) => option('Flavour', '口味', otherNames, codes);

function option(english: string, chinese: string, names: Named, codes: readonly string[]): DemoOption {
  const values = codes.map((code) => {
    const named = names[code];
    if (!named) throw new Error(`No demo option is called ${code}`);
    return { code, ...named };
  });
  return { name: { en: english, 'zh-Hant': chinese }, values };
}
