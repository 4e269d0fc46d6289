// The QR code comes after the shell; without the network a receipt simply has none.
import { lazy } from 'react';

export const QrCode = lazy(() => import('./qr-code.tsx').catch(() => ({ default: () => null })));
