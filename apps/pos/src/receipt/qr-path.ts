/** A QR code as one SVG path: sharp at any size, and no picture made of bytes. */
import { create } from 'qrcode';

export interface QrPath {
  /** Modules along a side, quiet zone not counted. */
  size: number;
  path: string;
}

/** The code of a text with middling error correction. */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (modules.get(x, y)) path += `M${y} ${x}h1v1h-1z`;
  }
  return { size, path };
}
