/** Members of the demo merchant: those who shop online, and others whom the stores know. All invented. */
import type { NewMember } from '../modules/members/index.ts';
import { demoShoppers } from './shoppers.data.ts';

const surnames = [
  ['Chan', '陳'],
  ['Wong', '黃'],
  ['Lee', '李'],
  ['Cheung', '張'],
  ['Lau', '劉'],
  ['Ho', '何'],
  ['Leung', '梁'],
  ['Yip', '葉'],
] as const;
const givenNames = [
  ['Ka Yan', '嘉欣'],
  ['Wai Man', '偉文'],
  ['Suk Ling', '淑玲'],
  ['Ho Yin', '浩然'],
  ['Hiu Ching', '曉晴'],
  ['Tsz Lok', '子樂'],
] as const;
const tags = [[], [], ['breakfast club'], [], ['press'], [], ['staff family'], []] as const;

/** Tiers as three in ten of gold and silver come about; the rest are new. */
const tierOf = (index: number): string | null => (index % 10 < 2 ? 'Gold' : index % 10 < 5 ? 'Silver' : null);

const two = (value: number): string => String(value).padStart(2, '0');

/** Some know the year, some only the day, some said nothing. */
function birthdayOf(index: number): string | null {
  if (index % 4 === 3) return null;
  const day = `${two(((index * 5) % 12) + 1)}-${two(((index * 7) % 28) + 1)}`;
  return index % 2 === 0 ? `${1962 + ((index * 3) % 42)}-${day}` : `--${day}`;
}

const names: readonly (readonly [name: string, email: string | null])[] = [
  ...demoShoppers.map(([name, email]) => [name, email] as const),
  ...surnames.flatMap(([surname, character]) =>
    givenNames.map(([given, characters]) => [`${surname} ${given} ${character}${characters}`, null] as const),
  ),
];

/** In the order in which they joined. */
export const demoMembers: readonly NewMember[] = names.map(([name, email], index) => ({
  name,
  email,
  phone: `+852 ${[5, 6, 9][index % 3]}${two((index * 37) % 100)}${index % 10} ${String(1009 + index * 83)}`,
  reference: `HH${10_001 + index}`,
  tier: tierOf(index),
  tags: [...(tags[index % tags.length] ?? [])],
  birthday: birthdayOf(index),
}));
