/** `npm run tandem -- <command>`: everything that a merchant's own administrator does from a terminal. */
import { CannotStart } from '../platform/cannot-start.ts';
import { RefusalError } from '../platform/refusal.ts';
import { type Asked, type CliCommand, helpOf, overview, readCommandLine, UsageError } from './command-line.ts';
import { createMerchantCommand } from './commands/create-merchant.ts';
import { demoCommand } from './commands/demo.ts';
import { distributeCommand } from './commands/distribute-database.ts';
import { exportOrdersCommand } from './commands/export-orders.ts';
import { exportProductsCommand } from './commands/export-products.ts';
import { importProductsCommand } from './commands/import-products.ts';
import { importSalesCommand } from './commands/import-sales.ts';
import { verifyCommand } from './commands/verify.ts';
import { openSession, type Session } from './open-session.ts';
import { newProgress } from './progress.ts';

const commands: readonly CliCommand[] = [
  demoCommand,
  importProductsCommand,
  importSalesCommand,
  exportProductsCommand,
  exportOrdersCommand,
  verifyCommand,
  createMerchantCommand,
  distributeCommand,
];

// Whoever reads the output may stop early, as "| head" does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  if (words.length === 0 || (words.length === 1 && (words[0] === '--help' || words[0] === 'help'))) {
    console.log(overview(commands));
    return 0;
  }
  const progress = newProgress(process.stderr);
  const opened: Session[] = [];
  try {
    const asked = readCommandLine(commands, words);
    if (asked.wantsHelp) {
      console.log(helpOf(asked.command));
      return 0;
    }
    return await execute(asked, progress.tell, opened);
  } catch (error) {
    progress.end();
    if (error instanceof UsageError) console.error(error.message);
    else if (error instanceof RefusalError) console.error(error.refusal.detail);
    else if (error instanceof CannotStart) console.error(error.message);
    else throw error;
    return error instanceof UsageError ? 2 : 1;
  } finally {
    progress.end();
    for (const session of opened) await session.close();
  }
}

function execute(
  { command, positionals, values }: Asked,
  tell: (line: string) => void,
  opened: Session[],
): Promise<number> {
  return command.run({
    positionals,
    values,
    print: (line) => console.log(line),
    progress: tell,
    open: async () => {
      const session = await openSession(process.env);
      opened.push(session);
      return session;
    },
  });
}
