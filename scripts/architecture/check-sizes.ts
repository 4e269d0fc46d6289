/** What does not fit on a few screens is not understood at once. */
import type { Verdict } from './fault.ts';
import { isTest } from './file-kinds.ts';
import { findFunctions } from './find-functions.ts';
import type { Source } from './scan-source.ts';

export const fileLinesMax = 300;
export const functionLinesMax = 70;

/** Files up to 300 lines (not message catalogues and pure data), functions up to 70 (not tests, not components). */
export function checkSizes(sources: readonly Source[]): Verdict {
  const faults = sources.flatMap((source) => {
    const lines = source.text.split('\n').length - (source.text.endsWith('\n') ? 1 : 0);
    const isCatalogue = /\.data\.ts$|\/messages\//.test(source.path);
    const large = {
      path: source.path,
      line: 1,
      rule: 'size',
      message: `has ${lines} lines, more than ${fileLinesMax}`,
    };
    const long =
      isTest(source.path) || source.path.endsWith('.tsx')
        ? []
        : findFunctions(source)
            .filter((found) => found.lines > functionLinesMax)
            .map(({ name, line, lines: length }) => ({
              path: source.path,
              line,
              rule: 'size',
              message: `${name} has ${length} lines, more than ${functionLinesMax}`,
            }));
    return [...(lines > fileLinesMax && !isCatalogue ? [large] : []), ...long];
  });
  return { check: 'sizes', looked: sources.length, faults };
}
