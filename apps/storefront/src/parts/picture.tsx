/** A picture of a product on a neutral ground, in a box of fixed shape: nothing jumps, and bad photos still look calm. */

interface PictureProps {
  url: string | null;
  alt: string;
  /** How wide it stands, for the browser's choice of file. */
  sizes: string;
  /** The first picture of a page is fetched at once. */
  isFirst?: boolean;
  /** Letters that stand in where there is no picture. */
  initials?: string;
}

const widths = [320, 640, 1200] as const;

export function Picture({ url, alt, sizes, isFirst = false, initials = '' }: PictureProps) {
  return (
    <span class="picture">
      {url === null ? (
        <span class="picture-none" aria-hidden="true">
          {[...initials].slice(0, 1).join('')}
        </span>
      ) : (
        <img
          src={sourceOf(url)}
          {...(hasSizes(url)
            ? { srcSet: widths.map((width) => `${sized(url, width)} ${width}w`).join(', '), sizes }
            : {})}
          alt={alt}
          width="640"
          height="640"
          decoding="async"
          {...(isFirst ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const })}
        />
      )}
    </span>
  );
}

function hasSizes(url: string): boolean {
  return /\/(320|640|1200)$/.test(url);
}

function sized(url: string, width: number): string {
  return url.replace(/\/\d+$/, `/${width}`);
}

function sourceOf(url: string): string {
  return hasSizes(url) ? sized(url, 640) : url;
}
