/** Baskets of somebody's own making over HTTP, every worked case of the engine among them. */
import type { Body } from '@tandem/contract/index.ts';
import { caseFiles } from '@tandem/domain/pricing/cases/all-cases.ts';
import { completeCase, type WorkedCase } from '@tandem/domain/pricing/cases/complete-case.ts';
import { priceBasket } from '@tandem/domain/pricing/price-basket.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { promotedShop } from '../../testing/promoted-shop.ts';
import { createTestApp, headersFor, type TestApp } from '../../testing/test-app.ts';

let tandem: TestApp;
beforeAll(async () => {
  tandem = await createTestApp();
});
afterAll(() => tandem.close());

type Asked = Body<'POST /api/pricing/quotations'>;
const quote = (body: object) =>
  tandem.send({
    method: 'POST',
    url: '/api/pricing/quotations',
    body,
    headers: headersFor('promotion.read', tandem.first.credentials),
  });

/** The case as it crosses the wire: the same facts, but uses as a list and no ids but the promotions' own. */
function requestOf(one: WorkedCase) {
  const { basket, ruleSet, context } = completeCase(one);
  const usage = Object.entries(context.usage).map(([promotionId, uses]) => ({ promotionId, ...uses }));
  return { rules: { kind: 'given', ...ruleSet }, basket, shopper: { ...context, usage } };
}

const plain = Object.values(caseFiles).flat()[0] as WorkedCase;
const cases = Object.entries(caseFiles);

describe('the worked cases', () => {
  it('are all there', () => {
    expect(cases.flatMap(([, all]) => all).length).toBeGreaterThanOrEqual(577);
  });

  it.each(cases)(
    'of %s come out over HTTP as here, with equal hashes and the figures worked by hand',
    async (_, all) => {
      for (const one of all) {
        const { basket, ruleSet, context } = completeCase(one);
        const { status, body } = await quote(requestOf(one));
        expect({ name: one.name, status, detail: body.detail }).toEqual({ name: one.name, status: 200 });
        expect({ name: one.name, hash: body.hash }).toEqual({
          name: one.name,
          hash: priceBasket(basket, ruleSet, context).hash,
        });
        expect(body).toMatchObject(one.expected);
      }
    },
  );
});

describe('a quotation', () => {
  it('by published rules counts what the merchant published, by number or as of now', async () => {
    const { world } = tandem.first;
    const shop = promotedShop(world);
    const promotionId = await shop.publish();
    const asked = requestOf(plain);
    const now = await quote({ ...asked, rules: { kind: 'published', number: null } });
    expect(now.body.applied).toEqual([expect.objectContaining({ promotionId })]);
    const number = now.body.ruleSetNumber as number;
    await shop.endAll();
    const then = await quote({ ...asked, rules: { kind: 'published', number } });
    expect(then.body.hash).toBe(now.body.hash);
    const after = await quote({ ...asked, rules: { kind: 'published', number: null } });
    expect(after.body.applied).toEqual([]);
    const never = await quote({ ...asked, rules: { kind: 'published', number: number + 100 } });
    expect(never).toMatchObject({ status: 404, body: { code: 'rule_set.not_found' } });
  });

  it('refuses rules that make no sense, and names the field', async () => {
    const asked = requestOf(plain) as unknown as Asked & { rules: { kind: 'given' } };
    const refused = async (change: (body: Asked & { rules: { kind: 'given' } }) => object) => {
      const { status, body } = await quote(change(asked));
      return { status, code: body.code, field: body.field };
    };
    const schedule = { start: null, end: null, zone: 'Nowhere/Else', weekdays: null, hours: null };
    const [promotion] = asked.rules.promotions;
    expect(
      await refused((body) => ({ ...body, rules: { ...body.rules, promotions: [{ ...promotion, schedule }] } })),
    ).toEqual({ status: 422, code: 'promotion.zone', field: 'rules.promotions.0.schedule.zone' });
    expect(await refused((body) => ({ ...body, shopper: { ...body.shopper, timeZone: 'Nowhere' } }))).toEqual({
      status: 422,
      code: 'promotion.zone',
      field: 'shopper.timeZone',
    });
    const dear = { baseAmount: 10_000_000_000, compareAtAmount: null, entries: [] };
    const lines = asked.basket.lines.map((line) => ({ ...line, quantity: 1_000_000_000, prices: dear }));
    expect(await refused((body) => ({ ...body, basket: { ...body.basket, lines } }))).toEqual({
      status: 422,
      code: 'amount.too_large',
      field: undefined,
    });
  });
});
