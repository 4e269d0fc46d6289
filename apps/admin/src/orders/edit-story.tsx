import { useTexts } from '@tandem/ui/react/index.ts';
import { orderEditTexts } from '../messages/order-edit.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './order-page.module.css';

/** What an edit wrote down of itself. */
interface EditDetail {
  readonly version?: number;
  readonly totalBefore?: number;
  readonly totalAfter?: number;
  readonly refundAmount?: number;
  readonly codesBefore?: readonly string[];
  readonly codesAfter?: readonly string[];
  readonly lines?: readonly { readonly sku: string; readonly before: number; readonly after: number }[];
}

/** What an edit changed: pieces, codes and total, before and after. */
export function EditStory({ detail }: { readonly detail: EditDetail }) {
  const t = useTexts(orderEditTexts);
  const { money, quantity } = useFormat();
  const { version, totalBefore = 0, totalAfter = 0, refundAmount = 0, codesBefore = [], codesAfter = [] } = detail;
  const told = [
    ...(version === undefined ? [] : [t('version', version)]),
    ...(detail.lines ?? []).map((line) => t('lineStory', line.sku, quantity(line.before), quantity(line.after))),
    ...(codesBefore.join() === codesAfter.join()
      ? []
      : [t('codesStory', codesBefore.join(', ') || t('none'), codesAfter.join(', ') || t('none'))]),
    t('totalStory', money(totalBefore), money(totalAfter)),
    ...(refundAmount > 0 ? [t('refundWords', money(refundAmount))] : []),
  ];
  return (
    <ul className={classes.goods}>
      {told.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
