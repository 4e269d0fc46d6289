import { describe, expect, it } from 'vitest';
import { type CliCommand, helpOf, overview, readCommandLine, UsageError } from './command-line.ts';

const command = (name: string, positionals: number): CliCommand => ({
  name,
  usage: positionals === 1 ? 'FILE' : '',
  summary: `Does ${name}`,
  help: ['--json  as JSON'],
  options: { json: { type: 'boolean' }, location: { type: 'string' } },
  positionals,
  run: async () => 0,
});
const commands = [command('import products', 1), command('verify', 0)];
const refusal = (words: string[]): string => {
  try {
    readCommandLine(commands, words);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return '';
};

describe('the words of a command', () => {
  it('name a command of one or two words, its file and its options', () => {
    const asked = readCommandLine(commands, ['import', 'products', 'a.csv', '--location', 'MAIN', '--json']);

    expect(asked).toMatchObject({
      command: commands[0],
      positionals: ['a.csv'],
      values: { location: 'MAIN', json: true },
      wantsHelp: false,
    });
    expect(readCommandLine(commands, ['verify', '--help']).wantsHelp).toBe(true);
  });

  it.each([
    [['imprt', 'products'], 'There is no command "imprt products". Did you mean "import products"?'],
    [['verfy'], 'There is no command "verfy". Did you mean "verify"?'],
    [['--json'], 'Name a command: npm run tandem -- --help lists them.'],
    [['verify', '--jsn'], 'verify has no option --jsn. Did you mean --json?'],
    [['verify', 'now'], 'Use it as: npm run tandem -- verify '],
    [['import', 'products'], 'Use it as: npm run tandem -- import products FILE'],
  ])('%j are answered with what was meant', (words, message) => {
    expect(refusal(words)).toBe(message);
  });

  it('an option without its value is told in one line', () => {
    expect(refusal(['import', 'products', 'a.csv', '--location'])).toMatch(/^import products: .*location.*$/);
  });

  it('help lists every command, and the options of one', () => {
    expect(overview(commands)).toContain('  import products  Does import products');
    expect(helpOf(commands[0] as CliCommand)).toContain('  --json  as JSON');
  });
});
