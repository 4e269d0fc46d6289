import { IconPhoto } from '@tabler/icons-react';
import classes from './thumb.module.css';

interface ThumbProps {
  readonly url: string | null | undefined;
  readonly size?: number;
}

/** A small square picture on neutral ground; decoration, since the name stands beside it. */
export function Thumb({ url, size = 28 }: ThumbProps) {
  return (
    <span className={classes.thumb} style={{ width: size, height: size }}>
      {url ? (
        <img src={url} alt="" width={size} height={size} loading="lazy" decoding="async" />
      ) : (
        <IconPhoto size={Math.round(size / 2)} stroke={1.4} aria-hidden />
      )}
    </span>
  );
}
