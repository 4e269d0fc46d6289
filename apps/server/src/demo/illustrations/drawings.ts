/** Which drawing belongs to which kind of goods. */

import { backpack, tote, umbrella, wallet, watch } from './bags.ts';
import { comb, cream, soap } from './beauty.ts';
import { board, chopsticks } from './boards.ts';
import { dropper, pump, tube } from './bottles.ts';
import { knife, pan } from './cookware.ts';
import { pen, pencils, washi } from './desk.ts';
import { hamper } from './hampers.ts';
import { blanket, candle, cushion, lamp } from './home.ts';
import type { Ink } from './ink.ts';
import type { Palette } from './palettes.ts';
import { noodles, pouch, sauce } from './pantry.ts';
import { calendar, card, notebook } from './paper.ts';
import { sandals, sneakers } from './shoes.ts';
import { chocolate, cookies, honey } from './sweets.ts';
import { bowl, flask, mug, teapot, teaTin } from './tableware.ts';
import { jacket, shirt, sweater, tee } from './tops.ts';
import { bear, gift, puzzle } from './toys.ts';
import { junk, train, tram } from './vehicles.ts';
import { basket, diffuser, vase } from './vessels.ts';
import { cap, dress, scarf, socks, trousers } from './wear.ts';

export const drawings = {
  ...{ tee, shirt, jacket, sweater, trousers, dress, cap, socks, scarf },
  ...{ tote, backpack, sneakers, sandals, wallet, umbrella, watch },
  ...{ candle, lamp, cushion, blanket, vase, basket, diffuser },
  ...{ mug, teapot, 'tea-tin': teaTin, bowl, knife, pan, board, flask, chopsticks },
  ...{ notebook, pen, washi, pencils, calendar, card },
  ...{ soap, cream, pump, comb, tube, dropper },
  ...{ cookies, noodles, honey, chocolate, sauce, pouch },
  ...{ bear, train, tram, junk, puzzle, gift, hamper },
} satisfies Record<string, (ink: Ink, palette: Palette) => string>;
