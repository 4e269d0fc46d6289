/** The report of an import, for people or programs. */
import { importText } from '@tandem/ui/import-texts.ts';
import type { StartedImport } from '../modules/imports/index.ts';
import type { Given } from './command-line.ts';

/** Waits for the import to end, prints its report, and gives the exit code. */
export async function tellImport(
  { values, print }: Given,
  started: StartedImport,
  more: Record<string, unknown> = {},
): Promise<number> {
  const view = await started.ended;
  if (values.json === true) {
    print(JSON.stringify({ isKnown: started.isKnown, ...view, ...more }));
    return view.state === 'done' ? 0 : 1;
  }
  if (started.isKnown)
    print(
      `This file was brought in already, with the same options, at ${view.finishedAt ?? view.startedAt}. Nothing was done.`,
    );
  for (const message of view.messages)
    print(
      `row ${message.row}${message.column === undefined ? '' : `, ${message.column}`}: ${message.level}: ${importText(message, 'en')}`,
    );
  for (const [name, count] of Object.entries(view.counts)) print(`${String(count).padStart(10)}  ${inWords(name)}`);
  print(
    view.state === 'done'
      ? view.isDryRun
        ? 'A dry run: nothing was changed.'
        : 'Done.'
      : 'The import did not get to its end.',
  );
  return view.state === 'done' ? 0 : 1;
}

/** `productsAdded` as `products added`. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
