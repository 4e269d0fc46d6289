import { expect, test } from 'vitest';
import { phoneWords } from './phone-words.ts';

test('numbers of Hong Kong and Macau are read in two groups of four, others stay as they are', () => {
  const written = ['+85266846321', '+85366846321', '+447700900123', '+8526684632', '91234567'].map(phoneWords);
  expect(written).toEqual(['+852 6684 6321', '+853 6684 6321', '+447700900123', '+8526684632', '91234567']);
});
