/** Proves the books. */
import { type CheckResult, verifyBooks } from '../../verify/verify-books.ts';
import { allMerchants, chooseMerchant, merchantHelp, merchantOption } from '../choose-merchant.ts';
import type { CliCommand } from '../command-line.ts';

export const verifyCommand: CliCommand = {
  name: 'verify',
  usage: '[--json] [--merchant NAME|ID]',
  summary: 'Prove that the books balance: ledgers, orders, tenders, stock, reports, feeds',
  help: ['--json               one JSON object', merchantHelp.replace('where there are several', 'else all of them')],
  options: { ...merchantOption, json: { type: 'boolean' } },
  positionals: 0,
  run: async ({ open, values, print, progress }) => {
    const { platform } = await open();
    const merchants =
      values.merchant === undefined ? await allMerchants(platform) : [await chooseMerchant(platform, values.merchant)];
    const verified: { merchantId: string; name: string; holds: boolean; checks: CheckResult[] }[] = [];
    for (const merchant of merchants) {
      progress(`Verifying ${merchant.name}`);
      const checks = await verifyBooks(platform.pool, merchant.merchantId);
      verified.push({ ...merchant, holds: checks.every((check) => check.differences === 0), checks });
    }
    const holds = verified.every((merchant) => merchant.holds);
    if (values.json === true) print(JSON.stringify({ holds, merchants: verified }));
    else for (const merchant of verified) for (const line of linesOf(merchant)) print(line);
    return holds ? 0 : 1;
  },
};

function linesOf({ name, holds, checks }: { name: string; holds: boolean; checks: readonly CheckResult[] }): string[] {
  const lines = [`${name}: ${holds ? 'the books balance' : 'THE BOOKS DO NOT BALANCE'}`];
  for (const check of checks) {
    const verdict = check.differences === 0 ? 'ok' : `${check.differences} wrong`;
    lines.push(
      `  ${verdict.padEnd(10)} ${check.name.padEnd(22)} ${String(check.checked).padStart(9)} checked  ${check.rule}`,
    );
    for (const one of check.first)
      lines.push(`      ${one.subject}: expected ${JSON.stringify(one.expected)}, found ${JSON.stringify(one.found)}`);
  }
  return lines;
}
