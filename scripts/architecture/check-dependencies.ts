/** Each dependency has a line of reason in an ADR. */
import type { Fault, Verdict } from './fault.ts';
import type { TreeFile } from './read-tree.ts';
import { lineAt } from './scan-source.ts';

/** Looks at every package.json; a name counts as explained when an ADR has it in backquotes. */
export function checkDependencies(files: readonly TreeFile[]): Verdict {
  const looked = files.filter((file) => /(^|\/)package\.json$/.test(file.path));
  const records = files.filter((file) => file.path.startsWith('docs/adr/')).map((file) => file.text);
  const faults = looked.flatMap((file) =>
    dependenciesOf(file.text)
      .filter((name) => !name.startsWith('@tandem/') && !records.some((text) => text.includes(`\`${name}\``)))
      .map((name): Fault => {
        const line = lineAt(file.text, file.text.lastIndexOf(`"${name}"`));
        return { path: file.path, line, rule: 'dependency', message: `${name} has no line of reason in docs/adr` };
      }),
  );
  return { check: 'dependencies', looked: looked.length, faults };
}

function dependenciesOf(text: string): string[] {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text) as Record<
    string,
    object | undefined
  >;
  return [dependencies, devDependencies, optionalDependencies].flatMap((named) => Object.keys(named ?? {}));
}
