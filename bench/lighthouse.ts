/** The online store as Lighthouse sees it on a phone: its four scores for the pages that shoppers come by. */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { type Figure, figure } from './figure.ts';
import type { BenchWorld } from './world.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
/** What each of them is to reach. */
const scoreMin = 95;

/** Scores of 100 beside the least that will do; needs a Chromium on this machine, or CHROMIUM_PATH. */
export async function benchLighthouse(world: BenchWorld): Promise<Figure[]> {
  const chromePath = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
  const chrome = await launch({ chromePath, chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    const figures: Figure[] = [];
    const pages = { home: '/', product: `/p/${encodeURIComponent(world.variants[0]?.handle ?? '')}` };
    for (const [name, path] of Object.entries(pages)) {
      const result = await lighthouse(`http://localhost:${world.port}${path}`, {
        port: chrome.port,
        logLevel: 'error',
        onlyCategories: categories,
      });
      for (const category of categories) {
        const score = result?.lhr.categories[category]?.score;
        if (typeof score !== 'number') throw new Error(`Lighthouse gave no ${category} for ${path}.`);
        figures.push(figure(`lighthouse.${name}.${category}`, score * 100, 'points', scoreMin));
      }
    }
    return figures;
  } finally {
    chrome.kill();
  }
}
