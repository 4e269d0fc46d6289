import { ActionIcon, FileButton } from '@mantine/core';
import { IconPhotoPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { makeId } from '../api/make-id.ts';
import { useTell } from '../api/tell.ts';
import { upload } from '../api/upload.ts';
import { useCommand } from '../api/use-command.ts';
import { productTexts } from '../messages/products.ts';
import { Panel } from '../parts/panel.tsx';
import { useFormat } from '../shop/use-format.ts';
import classes from './pictures-panel.module.css';
import type { Product } from './product-values.ts';

const accepted = 'image/jpeg,image/png,image/webp,image/avif';

/** The pictures of the product: add several at once, take one off. */
export function PicturesPanel({ product, mayChange }: { readonly product: Product; readonly mayChange: boolean }) {
  const t = useTexts(productTexts);
  const tell = useTell();
  const { text } = useFormat();
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const [index, file] of files.entries()) {
        setSent(index + 1);
        const form = new FormData();
        form.set('file', file);
        queries.setQueryData(
          ['product', product.id],
          await upload<Product>(`/api/products/${product.id}/media`, form, makeId()),
        );
      }
    },
    onError: tell.problem,
    onSettled: () => void queries.invalidateQueries({ queryKey: ['variants'] }),
  });
  const remove = useCommand('DELETE /api/media/:id', {
    refresh: [['product', product.id], ['variants']],
    done: t('pictureGone'),
  });
  return (
    <Panel title={t('pictures')} hint={t('picturesHint')}>
      <ul className={classes.pictures}>
        {product.media.map((one) => (
          <li key={one.id} className={classes.picture}>
            <img
              src={one.url}
              alt={text(one.alt) || text(product.name)}
              width={one.width}
              height={one.height}
              loading="lazy"
            />
            {mayChange ? (
              <ActionIcon
                className={classes.remove ?? ''}
                variant="default"
                size={28}
                radius="xl"
                aria-label={t('removePicture')}
                loading={remove.isPending && remove.variables.params.id === one.id}
                onClick={() => remove.mutate({ params: { id: one.id } })}
              >
                <IconX size={15} stroke={2} aria-hidden />
              </ActionIcon>
            ) : null}
          </li>
        ))}
        {mayChange ? (
          <li>
            <FileButton multiple accept={accepted} onChange={(files) => files.length > 0 && add.mutate(files)}>
              {(props) => (
                <button type="button" className={classes.add} disabled={add.isPending} onClick={props.onClick}>
                  <IconPhotoPlus size={22} stroke={1.5} aria-hidden />
                  {add.isPending ? t('uploading', sent, add.variables.length) : t('addPictures')}
                </button>
              )}
            </FileButton>
          </li>
        ) : null}
      </ul>
    </Panel>
  );
}
