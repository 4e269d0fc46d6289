/** The order in which vitest takes test files: a slow one that begins last would keep one core busy alone at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, slowest first; a name here that is no file any more does no harm. */
const slowest = [
  'kill-server.pg',
  'import-sales.pg',
  'main.pg',
  'fill-demo.pg',
  'routes-hostile.pg',
  'accessible.web',
  'promotions.web',
  'office-roles.web',
  'office-phone.web',
  'prices.web',
  'properties-of-orders',
  'properties',
];

export class SlowFirst extends BaseSequencer {
  /** Slow ones first, the others in vitest's own order. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = slowest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return place < 0 ? slowest.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
