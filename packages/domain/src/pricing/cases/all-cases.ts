/** Every worked case, file by file, for the runners in Node, over HTTP and in a browser. */

import alone from './alone.json' with { type: 'json' };
import behindARivalByPriority from './behind-a-rival-by-priority.json' with { type: 'json' };
import besideAWeakerRival from './beside-a-weaker-rival.json' with { type: 'json' };
import type { WorkedCase } from './complete-case.ts';
import currenciesAndQuantities from './currencies-and-quantities.json' with { type: 'json' };
import defaults from './defaults.json' with { type: 'json' };
import exclusivity from './exclusivity.json' with { type: 'json' };
import faults from './faults.json' with { type: 'json' };
import foundByProperties from './found-by-properties.json' with { type: 'json' };
import giftsAndAddOns from './gifts-and-add-ons.json' with { type: 'json' };
import reasonsAndLimits from './reasons-and-limits.json' with { type: 'json' };
import schedules from './schedules.json' with { type: 'json' };
import taxSettingsAndShipping from './tax-settings-and-shipping.json' with { type: 'json' };
import withAnOrderDiscount from './with-an-order-discount.json' with { type: 'json' };

export const caseFiles = {
  alone: alone,
  'behind-a-rival-by-priority': behindARivalByPriority,
  'beside-a-weaker-rival': besideAWeakerRival,
  'currencies-and-quantities': currenciesAndQuantities,
  defaults: defaults,
  exclusivity: exclusivity,
  faults: faults,
  'found-by-properties': foundByProperties,
  'gifts-and-add-ons': giftsAndAddOns,
  'reasons-and-limits': reasonsAndLimits,
  schedules: schedules,
  'tax-settings-and-shipping': taxSettingsAndShipping,
  'with-an-order-discount': withAnOrderDiscount,
} as unknown as Readonly<Record<string, readonly WorkedCase[]>>;
