/** A step that either holds or does not: it counts as one. */
import { runCommand } from './run-command.ts';
import type { Outcome, Step } from './step.ts';

/** A check that runs commands one after the other, all of them, and holds if each ends with 0. The limit is for each command. */
export function checkStep(
  name: string,
  limitSeconds: number,
  commands: readonly (readonly string[])[],
  together = 1,
): Step {
  return {
    name,
    run: async () => {
      const waiting = [...commands];
      const outputs: string[] = [];
      let isSound = commands.length > 0;
      const work = async () => {
        for (let command = waiting.shift(); command !== undefined; command = waiting.shift()) {
          const { ok, output } = await runCommand(command, limitSeconds);
          if (ok) continue;
          isSound = false;
          outputs.push(`$ ${command.join(' ')}\n${output}`);
        }
      };
      await Promise.all(Array.from({ length: together }, work));
      return outcomeOfCheck(isSound, outputs.join('\n'));
    },
  };
}

function outcomeOfCheck(ok: boolean, output: string): Outcome {
  return { counts: { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }, isTests: false, output };
}
