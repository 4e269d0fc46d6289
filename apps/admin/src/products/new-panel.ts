// What each part of the page of a new product is given.
import type { UseFormReturnType } from '@mantine/form';
import type { NewProductValues } from './new-product.ts';

export interface NewPanelProps {
  readonly form: UseFormReturnType<NewProductValues>;
}
