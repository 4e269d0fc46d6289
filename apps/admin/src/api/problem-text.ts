// What a person reads when the server said no, or nothing.
import { ProblemError } from '@tandem/contract/client.ts';
import type { Translate } from '@tandem/ui/messages.ts';
import type { problemTexts } from '../messages/problems.ts';

type Texts = (typeof problemTexts)['en'];

/** The words for a problem: by its code, else by its kind, else what the server wrote. */
export function problemText(error: unknown, t: Translate<Texts>): string {
  if (!(error instanceof ProblemError)) return t('unexpected');
  const known = codes[error.code];
  if (known) return t(known);
  if (error.status === 401) return t('signedOut');
  if (error.status === 403) return t('forbidden');
  if (error.status === 404) return t('notFound');
  if (error.status === 429) return t('tooManyTries');
  if (error.status >= 500) return t('unexpected');
  return error.field ? t('field', error.field, error.message) : error.message;
}

const codes: Readonly<Record<string, Exclude<keyof Texts, 'field'>>> = {
  network: 'network',
  'session.refused': 'sessionRefused',
  'session.too_many_tries': 'tooManyTries',
  'product.handle_taken': 'handleTaken',
  'category.handle_taken': 'handleTaken',
  'category.circle': 'categoryCircle',
  'variant.sku_taken': 'skuTaken',
  'variant.barcode_taken': 'barcodeTaken',
  'variant.options_mismatch': 'optionsMismatch',
  'variant.options_doubled': 'optionsDoubled',
  'option.value_taken': 'valueTaken',
  'variant.in_bundle': 'inBundle',
  'bundle.changed_meanwhile': 'bundleChanged',
  'bundle.holds_itself': 'bundleHoldsBundle',
  'bundle.holds_bundle': 'bundleHoldsBundle',
  'bundle.component_archived': 'bundleArchived',
  'bundle.component_twice': 'bundleTwice',
  'bundle.is_component': 'bundleIsComponent',
  'bundle.has_stock': 'bundleHasStock',
  'bundle.no_stock': 'bundleNoStock',
  'product.options_full': 'optionsFull',
  'edit.empty': 'editEmpty',
  'media.not_a_picture': 'notAPicture',
  'media.too_large': 'pictureTooLarge',
  'barcode.unknown': 'barcodeUnknown',
  'stock.short': 'stockShort',
  'stock.nothing_changed': 'nothingChanged',
  'order.not_cancellable': 'notCancellable',
  'order.nothing_to_refund': 'nothingToRefund',
  'order.not_refundable': 'notRefundable',
  'return.too_many': 'returnTooMany',
  'refund.exceeds_tender': 'refundParts',
  'refund.not_the_sum': 'refundParts',
  'order.unpaid': 'orderUnpaid',
  'tender.short': 'tenderShort',
  'fulfilment.wrong_state': 'wrongState',
  'simulation.ended': 'wrongState',
  'location.code_taken': 'codeTaken',
  'channel.code_taken': 'codeTaken',
  'register.code_taken': 'codeTaken',
  'tax_category.code_taken': 'codeTaken',
  'channel.hostname_taken': 'hostnameTaken',
  'location.may_not_sell': 'mayNotSell',
  'time_zone.unknown': 'timeZoneUnknown',
  'staff.email_taken': 'emailTaken',
  'staff.last_owner': 'lastOwner',
  'tax_rate.period': 'taxPeriod',
  'import.not_readable': 'importNotReadable',
  'import.format_unknown': 'importFormatUnknown',
  'location.unknown': 'locationUnknown',
  'setup.done': 'setupDone',
};
